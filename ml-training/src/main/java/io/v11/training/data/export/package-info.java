/** Training rows as tables for other tools. */
package io.v11.training.data.export;
