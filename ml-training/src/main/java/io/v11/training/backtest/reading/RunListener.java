package io.v11.training.backtest.reading;

import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.OrderIntentDecoder;
import io.v11.journal.event.VenueReason;
import io.v11.training.backtest.account.Fill;
import io.v11.training.backtest.account.OrderCause;

/**
 * Told of a run's market events and orders while it is read, in the order of the input log; an order is told after the event that
 * caused it. Events and decoders are valid during the call only. Called on the reading thread.
 */
public interface RunListener {
    /** Is not interested. */
    RunListener NONE = new RunListener() {
    };

    /** A market event, already in the view. @param klineNs length of the bar when it is a kline, else 0 */
    default void onMarket(EngineEvent event, long klineNs) {
    }

    /** An order that is sent, new or in place of another. */
    default void onOrder(int instrument, OrderIntentDecoder intent, OrderCause cause) {
    }

    /** A fill that the account applied. */
    default void onFill(Fill fill) {
    }

    /** An order was cancelled, or refused. */
    default void onEnded(long timeNs, long clientOrderId, VenueReason reason) {
    }

    /** @param timeNs of the last event */
    default void onFinish(long timeNs) {
    }
}
