package io.v11.training.execution.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.agrona.collections.Long2ObjectHashMap;

import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderIntentDecoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;
import io.v11.training.backtest.account.Fill;
import io.v11.training.backtest.account.OrderCause;
import io.v11.training.backtest.reading.RunListener;
import io.v11.training.backtest.reading.RunReading;

/** Gathers orders while a run is read. Keeps the first {@value #KEPT}. Confined to one thread. */
final class OrderTape implements RunListener {
    /** Orders kept; further ones are counted. */
    static final int KEPT = 250_000;

    private final long[] horizonsNs;
    private final long opportunityNs;
    private final long lifeNs;
    private final LaterPrices.PriceTable afterFills;
    private final LaterPrices.PriceTable afterDecisions = new LaterPrices.PriceTable(1);
    private final Map<Integer, Market> markets = new LinkedHashMap<>();
    private final Long2ObjectHashMap<Draft> drafts = new Long2ObjectHashMap<>();
    private final List<Draft> kept = new ArrayList<>();
    private int fills;
    private long dropped;
    private long marketEvents;

    OrderTape(long[] horizonsNs, long opportunityNs, long lifeNs) {
        this.lifeNs = lifeNs;
        this.horizonsNs = horizonsNs;
        this.opportunityNs = opportunityNs;
        afterFills = new LaterPrices.PriceTable(horizonsNs.length);
    }

    @Override
    public void onMarket(EngineEvent event, long klineNs) {
        marketEvents++;
        Market market = market(event.instrument());
        if (klineNs > 0) {
            market.klineNs = Math.max(market.klineNs, klineNs);
        }
        market.quoted |= event.market().topValid;
        market.book.onMarket(event);
        if (event.market().priced()) {
            market.markTwiceE8 = event.market().priceTwiceE8();
            market.fills.onPrice(event.timeNs(), market.markTwiceE8);
            market.decisions.onPrice(event.timeNs(), market.markTwiceE8);
        }
    }

    @Override
    public void onOrder(int instrument, OrderIntentDecoder intent, OrderCause cause) {
        boolean buy = intent.side() == Side.BUY;
        if (intent.kind() == IntentKind.REPLACE) {
            end(intent.replacedClientOrderId(), cause.timeNs(), VenueReason.REPLACED);
        }
        keep(new Draft(kept.size(), intent.clientOrderId(), instrument, buy, intent.orderType(), intent.timeInForce(),
                intent.priceE8(), intent.quantityE8(), cause,
                market(instrument).book.state(cause.timeNs(), buy, intent.priceE8())));
    }

    @Override
    public void onFill(Fill fill) {
        Draft draft = drafts.get(fill.clientOrderId());
        if (draft == null) {
            draft = new Draft(kept.size(), fill.clientOrderId(), fill.instrument(), fill.buy(), OrderType.NONE,
                    TimeInForce.NONE, fill.priceE8(), 0L, fill.cause(), BookState.UNKNOWN);
            keep(draft);
        }
        market(fill.instrument()).fills.add(fills, fill.timeNs());
        draft.fills.add(fill);
        draft.fillIds.add(fills++);
        draft.filledE8 += fill.quantityE8();
        if (draft.type != OrderType.NONE && draft.filledE8 >= draft.quantityE8) {
            draft.endNs = fill.timeNs();
        }
    }

    @Override
    public void onEnded(long timeNs, long clientOrderId, VenueReason reason) {
        if (reason != VenueReason.UNKNOWN_ORDER) {
            end(clientOrderId, timeNs, reason);
        }
    }

    @Override
    public void onFinish(long timeNs) {
        markets.values().forEach(market -> {
            market.fills.finish(timeNs);
            market.decisions.finish(timeNs);
        });
    }

    OrderReading reading(RunReading run) {
        long[] barNs = new long[run.instruments().size()];
        long[] marks = new long[barNs.length];
        markets.forEach((instrument, market) -> {
            barNs[instrument] = market.quoted ? 0L : market.klineNs;
            marks[instrument] = market.markTwiceE8;
        });
        List<SentOrder> orders = kept.stream().map(draft -> draft.sent(this, barNs[draft.instrument])).toList();
        return new OrderReading(run, horizonsNs.clone(), opportunityNs, barNs, marks, marketEvents, orders, dropped);
    }

    private void keep(Draft draft) {
        if (kept.size() == KEPT) {
            dropped++;
            return;
        }
        kept.add(draft);
        drafts.put(draft.clientOrderId, draft);
        market(draft.instrument).decisions.add(draft.id, draft.cause.timeNs());
    }

    private void end(long clientOrderId, long timeNs, VenueReason reason) {
        Draft draft = drafts.get(clientOrderId);
        if (draft != null && draft.endNs == SentOrder.WORKING) {
            draft.endNs = timeNs;
            draft.end = reason;
        }
    }

    private Market market(int instrument) {
        return markets.computeIfAbsent(instrument, id -> new Market());
    }

    /** What is followed of one instrument. */
    private final class Market {
        private final BookTape book = new BookTape();
        private final LaterPrices fills = new LaterPrices(horizonsNs, afterFills);
        private final LaterPrices decisions = new LaterPrices(new long[]{opportunityNs}, afterDecisions);
        private boolean quoted;
        private long klineNs;
        private long markTwiceE8;
    }

    /** An order under way. */
    private static final class Draft {
        private final int id;
        private final long clientOrderId;
        private final int instrument;
        private final boolean buy;
        private final OrderType type;
        private final TimeInForce timeInForce;
        private final long priceE8;
        private final long quantityE8;
        private final OrderCause cause;
        private final BookState book;
        private final List<Fill> fills = new ArrayList<>(1);
        private final List<Integer> fillIds = new ArrayList<>(1);
        private long filledE8;
        private long endNs = SentOrder.WORKING;
        private VenueReason end = VenueReason.NONE;

        private Draft(int id, long clientOrderId, int instrument, boolean buy, OrderType type, TimeInForce timeInForce,
                long priceE8, long quantityE8, OrderCause cause, BookState book) {
            this.id = id;
            this.clientOrderId = clientOrderId;
            this.instrument = instrument;
            this.buy = buy;
            this.type = type;
            this.timeInForce = timeInForce;
            this.priceE8 = priceE8;
            this.quantityE8 = quantityE8;
            this.cause = cause;
            this.book = book;
        }

        private SentOrder sent(OrderTape tape, long barNs) {
            List<OrderFill> filled = new ArrayList<>(fills.size());
            for (int i = 0; i < fills.size(); i++) {
                long[] later = tape.afterFills.row(fillIds.get(i));
                for (int h = 0; h < later.length; h++) {
                    // Below a bar the last price known is the one from before the fill: no markout at all.
                    later[h] = tape.horizonsNs[h] < barNs ? 0L : later[h];
                }
                filled.add(new OrderFill(fills.get(i), later));
            }
            long horizonTwiceE8 = tape.opportunityNs < barNs ? 0L : tape.afterDecisions.row(id)[0];
            return new SentOrder(clientOrderId, instrument, buy, type, timeInForce, priceE8,
                    type == OrderType.NONE ? filledE8 : quantityE8, cause, book, List.copyOf(filled), filledE8, endNs,
                    end, tape.lifeNs, horizonTwiceE8);
        }
    }
}
