/** Features of the mid price: returns, their volatility, and the run of its moves. */
package io.v11.engine.feature.price;
