/** What training tells whoever waits for it. */
package io.v11.training.progress;
