/** Indicators on bars that weigh moves by the volume behind them. */
package io.v11.engine.feature.bar.volume;
