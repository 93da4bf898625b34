/** The shape of a bar, its place among the levels of the day before, and plain returns. */
package io.v11.engine.feature.bar.candle;
