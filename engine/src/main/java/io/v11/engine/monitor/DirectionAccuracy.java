package io.v11.engine.monitor;

import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * Were the forecasts right? Every scored decision waits for the next move of the instrument's mid and is then a hit or a
 * miss. Beside the model stands a rule of one feature, the sign of the imbalance at the touch,
 *
 * <pre>
 *   (bid quantity - ask quantity) / (bid quantity + ask quantity)
 * </pre>
 *
 * (Gould and Bonart, "Queue Imbalance as a One-Tick-Ahead Price Predictor", 2016): a model that does not beat it has
 * learnt nothing beyond it. Any number of decisions may wait for one move: a count per predicted direction is all that
 * is needed, so each event costs the same. Decisions that wait when the top is lost are given up and show as coverage
 * below 1. Confined to one thread; allocates nothing after construction.
 */
public final class DirectionAccuracy {
    private final long[] midTwiceE8;
    private final Waiting[] waiting;
    private final Tally[] tallies;

    public DirectionAccuracy(int instruments) {
        midTwiceE8 = new long[instruments];
        waiting = new Waiting[instruments];
        tallies = new Tally[instruments];
        for (int i = 0; i < instruments; i++) {
            waiting[i] = new Waiting();
            tallies[i] = new Tally();
        }
    }

    /** Resolves what waits when the mid has moved; forgets it when the top is lost. Call before {@link #onDecision}. */
    public void onMarket(int instrument, MarketView market) {
        long before = midTwiceE8[instrument];
        if (!market.topValid) {
            midTwiceE8[instrument] = 0L;
            waiting[instrument].clear();
            return;
        }
        long now = market.midTwiceE8();
        if (now == before) {
            return;
        }
        midTwiceE8[instrument] = now;
        if (before != 0L) {
            resolve(waiting[instrument], tallies[instrument], now > before);
        }
    }

    /** A scored decision at this event: up when the probability is above one half. */
    public void onDecision(int instrument, MarketView market, double probability) {
        tallies[instrument].decisions++;
        if (!market.topValid) {
            return;
        }
        Waiting waits = waiting[instrument];
        waits.all++;
        if (probability > 0.5) {
            waits.modelUp++;
        }
        if (market.bidQuantityE8 > market.askQuantityE8) {
            waits.ruleUp++;
        } else if (market.bidQuantityE8 < market.askQuantityE8) {
            waits.ruleDown++;
        }
    }

    /** Figures of one instrument so far. */
    public Figures figures(int instrument) {
        return tallies[instrument].figures();
    }

    /** Figures of all instruments together. */
    public Figures total() {
        Tally sum = new Tally();
        for (Tally tally : tallies) {
            sum.add(tally);
        }
        return sum.figures();
    }

    long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < tallies.length; i++) {
            result = StateHash.add(StateHash.add(result, midTwiceE8[i]), waiting[i].all);
            result = StateHash.add(StateHash.add(result, tallies[i].modelHits), tallies[i].resolved);
        }
        return result;
    }

    private static void resolve(Waiting waits, Tally tally, boolean up) {
        tally.resolved += waits.all;
        tally.ruleResolved += waits.ruleUp + waits.ruleDown;
        if (up) {
            tally.ups += waits.all;
            tally.modelHits += waits.modelUp;
            tally.ruleHits += waits.ruleUp;
        } else {
            tally.modelHits += waits.all - waits.modelUp;
            tally.ruleHits += waits.ruleDown;
        }
        waits.clear();
    }

    /**
     * Direction accuracy over some decisions. Horizon: the next change of the mid. Counts of decisions.
     *
     * @param decisions    scored decisions
     * @param resolved     those whose next move has come
     * @param ups          resolved ones whose move was up
     * @param modelHits    resolved ones that the model foretold
     * @param ruleResolved resolved ones on which the rule had an opinion
     * @param ruleHits     those of them that the rule foretold
     */
    public record Figures(long decisions, long resolved, long ups, long modelHits, long ruleResolved, long ruleHits) {
        /** Part of the resolved decisions that the model foretold; NaN when there are none, as all below. */
        public double modelAccuracy() {
            return modelHits / (double) resolved;
        }

        /** Part that the rule foretold of those it had an opinion on. */
        public double ruleAccuracy() {
            return ruleHits / (double) ruleResolved;
        }

        /** What always naming the more frequent direction would have reached. */
        public double baseRate() {
            return Math.max(ups, resolved - ups) / (double) resolved;
        }

        /** Resolved part of the scored decisions. */
        public double coverage() {
            return resolved / (double) decisions;
        }
    }

    /** Decisions that wait for the next move. */
    private static final class Waiting {
        private long all;
        private long modelUp;
        private long ruleUp;
        private long ruleDown;

        private void clear() {
            all = 0;
            modelUp = 0;
            ruleUp = 0;
            ruleDown = 0;
        }
    }

    /** Counts behind {@link Figures}. */
    private static final class Tally {
        private long decisions;
        private long resolved;
        private long ups;
        private long modelHits;
        private long ruleResolved;
        private long ruleHits;

        private void add(Tally other) {
            decisions += other.decisions;
            resolved += other.resolved;
            ups += other.ups;
            modelHits += other.modelHits;
            ruleResolved += other.ruleResolved;
            ruleHits += other.ruleHits;
        }

        private Figures figures() {
            return new Figures(decisions, resolved, ups, modelHits, ruleResolved, ruleHits);
        }
    }
}
