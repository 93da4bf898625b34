/** Features of finished bars: the classic indicators. */
package io.v11.engine.feature.bar;
