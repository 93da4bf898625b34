/** Features of the trades: their sign, size, rate and price, and how long ago things last happened. */
package io.v11.engine.feature.trade;
