/** Indicators on bars that tell where the price stands in its recent range and how fast it goes. */
package io.v11.engine.feature.bar.oscillator;
