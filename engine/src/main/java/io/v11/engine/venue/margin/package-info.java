/**
 * The account at the simulated venue: what is owned and owed, what margin positions need, when funding falls due and when
 * the venue closes everything. Formulas are Binance's for USD-M futures in cross margin and one-way mode.
 */
package io.v11.engine.venue.margin;
