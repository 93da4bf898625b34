package io.v11.engine.monitor;

import io.v11.journal.event.BalanceDecoder;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.ConfigurationDecoder;
import io.v11.journal.event.ExternalValueDecoder;
import io.v11.journal.event.FeedStatusDecoder;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.MarkPriceDecoder;
import io.v11.journal.event.ModelSwapDecoder;
import io.v11.journal.event.OperatorCommandDecoder;
import io.v11.journal.event.OrderAckDecoder;
import io.v11.journal.event.OrderCancelledDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderRejectedDecoder;
import io.v11.journal.event.TimerDecoder;
import io.v11.journal.event.TradeDecoder;

/** The messages of the input log, with the names that counters bear: those of the schema. */
enum EventTemplate {
    TRADE(TradeDecoder.TEMPLATE_ID, "trade"), //
    BOOK_DELTA(BookDeltaDecoder.TEMPLATE_ID, "bookDelta"), //
    BOOK_SNAPSHOT(BookSnapshotDecoder.TEMPLATE_ID, "bookSnapshot"), //
    BEST_BID_ASK(BestBidAskDecoder.TEMPLATE_ID, "bestBidAsk"), //
    KLINE(KlineDecoder.TEMPLATE_ID, "kline"), //
    MARK_PRICE(MarkPriceDecoder.TEMPLATE_ID, "markPrice"), //
    EXTERNAL_VALUE(ExternalValueDecoder.TEMPLATE_ID, "externalValue"), //
    FEED_STATUS(FeedStatusDecoder.TEMPLATE_ID, "feedStatus"), //
    ORDER_ACK(OrderAckDecoder.TEMPLATE_ID, "orderAck"), //
    ORDER_FILL(OrderFillDecoder.TEMPLATE_ID, "orderFill"), //
    ORDER_CANCELLED(OrderCancelledDecoder.TEMPLATE_ID, "orderCancelled"), //
    ORDER_REJECTED(OrderRejectedDecoder.TEMPLATE_ID, "orderRejected"), //
    BALANCE(BalanceDecoder.TEMPLATE_ID, "balance"), //
    TIMER(TimerDecoder.TEMPLATE_ID, "timer"), //
    OPERATOR_COMMAND(OperatorCommandDecoder.TEMPLATE_ID, "operatorCommand"), //
    CONFIGURATION(ConfigurationDecoder.TEMPLATE_ID, "configuration"), //
    MODEL_SWAP(ModelSwapDecoder.TEMPLATE_ID, "modelSwap");

    private final int id;
    private final String label;

    EventTemplate(int id, String label) {
        this.id = id;
        this.label = label;
    }

    int id() {
        return id;
    }

    String label() {
        return label;
    }
}
