/**
 * Features of the trades: sign, size, rate and price, each trade against the one before, what trading costs and what
 * became of it, volume as a clock, hints of sweeps and icebergs, and how long ago things last happened.
 */
package io.v11.engine.feature.trade;
