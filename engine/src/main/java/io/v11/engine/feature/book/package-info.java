/** Features of the book: best queues, depth behind them, and the flow of orders into and out of both. */
package io.v11.engine.feature.book;
