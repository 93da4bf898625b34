/** Indicators of swing, channel, volume and candle. */
package io.v11.engine.feature.bar.oscillator;
