/**
 * What a series of numbers says about itself: moments, quantiles, a normal scale and intervals by resampling whole runs
 * of time.
 *
 * <pre>
 *   double[] --> Moments (mean, deviation, skewness, kurtosis, Sharpe)
 *      +-------> BlockLength --> StationaryBootstrap --> ConfidenceInterval
 * </pre>
 *
 * Pure functions of their arguments with fixed order of summation and given seeds; numbers that are not finite are
 * refused.
 */
package io.v11.training.performance.sample;
