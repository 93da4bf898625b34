package io.v11.engine.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.MarketView;
import io.v11.engine.trading.AllocatedBytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DirectionAccuracyTest {
    private static final long SEED = 11L;

    private final DirectionAccuracy accuracy = new DirectionAccuracy(2);

    @Test
    void shouldResolveAllWaitingDecisionsAtTheNextMove() {
        MarketView market = top(100, 102, 3, 1);
        accuracy.onMarket(0, market);
        accuracy.onDecision(0, market, 0.6);
        accuracy.onMarket(0, market);
        accuracy.onDecision(0, top(100, 102, 1, 3), 0.4);
        accuracy.onDecision(0, top(100, 102, 2, 2), 0.7);
        assertEquals(0, accuracy.figures(0).resolved());

        accuracy.onMarket(0, top(101, 102, 1, 1));

        assertEquals(new DirectionAccuracy.Figures(3, 3, 3, 2, 2, 1), accuracy.figures(0));
        accuracy.onMarket(0, top(100, 102, 1, 1));
        assertEquals(3, accuracy.figures(0).resolved(), "each decision is resolved once");
    }

    @Test
    void shouldCountDownMoves() {
        MarketView market = top(100, 102, 1, 3);
        accuracy.onMarket(0, market);
        accuracy.onDecision(0, market, 0.4);
        accuracy.onDecision(0, market, 0.5);
        accuracy.onDecision(0, market, 0.51);
        accuracy.onMarket(0, top(100, 101, 1, 1));

        assertEquals(new DirectionAccuracy.Figures(3, 3, 0, 2, 3, 3), accuracy.figures(0));
        assertEquals(1.0, accuracy.figures(0).baseRate());
        assertEquals(2 / 3.0, accuracy.figures(0).modelAccuracy());
        assertEquals(1.0, accuracy.figures(0).ruleAccuracy());
    }

    @Test
    void shouldKeepInstrumentsApartAndSumThem() {
        accuracy.onMarket(0, top(100, 102, 1, 1));
        accuracy.onMarket(1, top(10, 12, 1, 1));
        accuracy.onDecision(0, top(100, 102, 1, 1), 0.9);
        accuracy.onDecision(1, top(10, 12, 1, 1), 0.9);
        accuracy.onMarket(1, top(11, 12, 1, 1));

        assertEquals(0, accuracy.figures(0).resolved());
        assertEquals(1, accuracy.figures(1).modelHits());
        assertEquals(new DirectionAccuracy.Figures(2, 1, 1, 1, 0, 0), accuracy.total());
        assertEquals(0.5, accuracy.total().coverage());
    }

    @Test
    void shouldGiveUpWhatWaitsWhenTheTopIsLost() {
        accuracy.onMarket(0, top(100, 102, 1, 1));
        accuracy.onDecision(0, top(100, 102, 1, 1), 0.9);
        MarketView lost = top(100, 102, 1, 1);
        lost.topValid = false;
        accuracy.onMarket(0, lost);
        accuracy.onMarket(0, top(200, 202, 1, 1));

        assertEquals(1, accuracy.figures(0).decisions());
        assertEquals(0, accuracy.figures(0).resolved());
    }

    /** The naive double keeps every decision in a list and looks at each of them at each move. */
    @Test
    void shouldAgreeWithAListOfDecisions() {
        record Decision(boolean up, int rule) {
        }
        Random random = new Random(SEED);
        List<Decision> waiting = new ArrayList<>();
        long decisions = 0;
        long resolved = 0;
        long ups = 0;
        long hits = 0;
        long opinions = 0;
        long ruleHits = 0;
        long mid = 0;
        for (int i = 0; i < 100_000; i++) {
            MarketView market = top(100 + random.nextInt(3), 104 + random.nextInt(3), 1 + random.nextInt(3),
                    1 + random.nextInt(3));
            market.topValid = random.nextInt(50) > 0;
            accuracy.onMarket(0, market);
            if (!market.topValid) {
                waiting.clear();
                mid = 0;
            } else if (market.midTwiceE8() != mid) {
                boolean up = market.midTwiceE8() > mid;
                for (Decision decision : mid == 0 ? List.<Decision>of() : waiting) {
                    resolved++;
                    ups += up ? 1 : 0;
                    hits += decision.up == up ? 1 : 0;
                    opinions += decision.rule != 0 ? 1 : 0;
                    ruleHits += decision.rule == (up ? 1 : -1) ? 1 : 0;
                }
                waiting.clear();
                mid = market.midTwiceE8();
            }
            if (random.nextBoolean()) {
                double probability = random.nextDouble();
                accuracy.onDecision(0, market, probability);
                decisions++;
                if (market.topValid) {
                    waiting.add(new Decision(probability > 0.5,
                            Long.compare(market.bidQuantityE8, market.askQuantityE8)));
                }
            }
        }
        assertEquals(new DirectionAccuracy.Figures(decisions, resolved, ups, hits, opinions, ruleHits),
                accuracy.figures(0), "seed " + SEED);
        assertTrue(resolved > 20_000 && resolved < decisions);
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        MarketView market = top(100, 102, 2, 1);
        assertEquals(0L, AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                market.bidPriceE8 = 100 + (i & 1);
                accuracy.onMarket(0, market);
                accuracy.onDecision(0, market, 0.75);
            }
        }));
    }

    private static MarketView top(long bid, long ask, long bidQuantity, long askQuantity) {
        MarketView market = new MarketView();
        market.present = true;
        market.topValid = true;
        market.bidPriceE8 = bid;
        market.askPriceE8 = ask;
        market.bidQuantityE8 = bidQuantity;
        market.askQuantityE8 = askQuantity;
        return market;
    }
}
