/**
 * Features of series from outside the venue: other markets, the economy, sentiment. A value counts from the event of its
 * publication on; before it a feature is NOT_WARM, and STALE when the series has been silent for longer than its rhythm
 * allows. The same for every instrument.
 */
package io.v11.engine.feature.external;
