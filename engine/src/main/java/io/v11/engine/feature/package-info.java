/**
 * From what is known of a market to the numbers that models see.
 *
 * <pre>
 *   MarketView ─► Moment (time, decays, top before and after) ─► FeatureGroup ... FeatureGroup ─► FeatureVector
 *                                                                 in the order of FeatureCatalog
 * </pre>
 *
 * Every feature is incremental and scale-free, so that one model serves several instruments; state is per instrument.
 * A group is updated on every market event and read on decisions only, and reading leaves no trace: the values do not
 * depend on the {@link io.v11.engine.feature.DecisionCadence}. Only IEEE-exact operations and StrictMath are used.
 */
package io.v11.engine.feature;
