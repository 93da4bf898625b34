/**
 * Features of an instrument beside the others: who leads, spot against perpetual, the market as a whole. They remember
 * nothing themselves; what they read is {@link io.v11.engine.feature.shared.CrossMarket}. An instrument that is not
 * configured makes a feature UNDEFINED, one that was not heard of yet NOT_WARM, one that fell silent STALE.
 */
package io.v11.engine.feature.cross;
