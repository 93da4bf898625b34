/**
 * Features of the book: best queues, depth behind them, the flow of orders into and out of both, and what is taken back.
 */
package io.v11.engine.feature.book;
