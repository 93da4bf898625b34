/** Features of the mid price: returns, their volatility, the run of its moves, and how far trading moves it. */
package io.v11.engine.feature.price;
