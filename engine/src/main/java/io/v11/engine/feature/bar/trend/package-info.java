/** Indicators of trend: moving averages and what is made of them, directional movement, trailing stops. */
package io.v11.engine.feature.bar.trend;
