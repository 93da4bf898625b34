package io.v11.training.execution.calibration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.venue.queue.QueuePosition;
import io.v11.training.backtest.reading.RunListener;
import io.v11.training.execution.order.DisplayedLevels;
import io.v11.training.execution.order.SentOrder;

/**
 * Puts every queue model's order beside each real one while a run's market events go by, and asks whether it would have been filled
 * before the real one ended. Orders are taken to reach the venue, and to leave it, after the latency of the run's configuration.
 * Own orders at one price do not stand before one another here. Confined to one thread.
 */
final class QueueWatch implements RunListener {
    private final List<QueueTrial> trials;
    private final long orderNs;
    private final long reportNs;
    private final Map<Integer, Market> markets = new LinkedHashMap<>();

    /** @param orders that rested, of one run, by time of the decision */
    QueueWatch(List<SentOrder> orders, List<QueueTrial> trials, long orderNs, long reportNs) {
        this.trials = trials;
        this.orderNs = orderNs;
        this.reportNs = reportNs;
        for (SentOrder order : orders) {
            markets.computeIfAbsent(order.instrument(), id -> new Market()).coming.add(order);
        }
    }

    @Override
    public void onMarket(EngineEvent event, long klineNs) {
        Market market = markets.get(event.instrument());
        if (market != null) {
            market.onMarket(event);
        }
    }

    @Override
    public void onFinish(long timeNs) {
        markets.values().forEach(market -> market.end(Long.MAX_VALUE));
    }

    private long leavesNs(SentOrder order) {
        return order.fills().isEmpty()
                ? order.endNs() - reportNs
                : order.cause().timeNs() + order.lifeNs() + orderNs;
    }

    /** Orders of one instrument. */
    private final class Market {
        private final ArrayDeque<SentOrder> coming = new ArrayDeque<>();
        private final List<Resting> resting = new ArrayList<>();
        private final DisplayedLevels levels = new DisplayedLevels();

        private void onMarket(EngineEvent event) {
            end(event.timeNs());
            while (!coming.isEmpty() && coming.peek().cause().timeNs() + orderNs <= event.timeNs()) {
                SentOrder order = coming.poll();
                resting.add(new Resting(order, trials.size(), displayed(order)));
            }
            MarketView view = event.market();
            if (view.trade) {
                resting.forEach(of -> of.onTrade(view));
            }
            levels.onMarket(view);
            if (view.levelsChanged || view.topChanged) {
                resting.forEach(of -> of.onDisplayed(trials, displayed(of.order)));
            }
        }

        private long displayed(SentOrder order) {
            return levels.displayedE8(order.buy(), order.priceE8());
        }

        private void end(long timeNs) {
            for (Iterator<Resting> open = resting.iterator(); open.hasNext();) {
                Resting of = open.next();
                if (leavesNs(of.order) <= timeNs) {
                    for (int i = 0; i < trials.size(); i++) {
                        trials.get(i).judge(of.filled[i], !of.order.fills().isEmpty());
                    }
                    open.remove();
                }
            }
        }
    }

    /** A real order with a place in the queue for each model. */
    private static final class Resting {
        private final SentOrder order;
        private final QueuePosition[] positions;
        private final boolean[] filled;

        private Resting(SentOrder order, int models, long displayedE8) {
            this.order = order;
            positions = new QueuePosition[models];
            filled = new boolean[models];
            for (int i = 0; i < models; i++) {
                positions[i] = new QueuePosition();
                positions[i].join(displayedE8);
            }
        }

        private void onTrade(MarketView trade) {
            boolean through = order.buy()
                    ? trade.tradePriceE8 < order.priceE8()
                    : trade.tradePriceE8 > order.priceE8();
            boolean reaches = trade.tradePriceE8 == order.priceE8() && trade.tradeBuy != order.buy();
            for (int i = 0; i < positions.length && (through || reaches); i++) {
                filled[i] |= through || positions[i].serve(trade.tradeQuantityE8, trade.tradeQuantityE8) > 0;
            }
        }

        private void onDisplayed(List<QueueTrial> trials, long displayedE8) {
            if (displayedE8 != QueuePosition.UNKNOWN) {
                for (int i = 0; i < positions.length; i++) {
                    trials.get(i).onDisplayed(positions[i], displayedE8);
                }
            }
        }
    }
}
