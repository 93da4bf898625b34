package io.v11.engine.feature.shared;

import io.v11.engine.slot.StateHash;

/**
 * Joint moments of the minute returns of an instrument and its leader, decayed by exp(-1 / window) a minute. A minute
 * counts when both closes of both are known, as soon as the later of them is; no minute counts twice. Confined to one
 * thread; allocates nothing after construction.
 */
public final class MinutePair {
    /** Sums below this are taken for 0: what fades away would else end in slow denormal numbers. */
    private static final double NOTHING = 1e-100;
    private static final long NEVER = Long.MIN_VALUE;

    private final MinuteCloses own;
    private final MinuteCloses leader;
    private final int windowMinutes;
    private final double decay;
    private long cursor;
    private long count;
    private double weight;
    private double sumOwn;
    private double sumLeader;
    private double squaresOwn;
    private double squaresLeader;
    private double products;

    MinutePair(MinuteCloses own, MinuteCloses leader, int windowMinutes) {
        this.own = own;
        this.leader = leader;
        this.windowMinutes = windowMinutes;
        this.decay = StrictMath.exp(-1.0 / windowMinutes);
        reset();
    }

    void reset() {
        cursor = NEVER;
        count = 0L;
        weight = 0.0;
        sumOwn = 0.0;
        sumLeader = 0.0;
        squaresOwn = 0.0;
        squaresLeader = 0.0;
        products = 0.0;
    }

    /** One of the two closed a minute. */
    void advance() {
        if (!own.begun() || !leader.begun()) {
            return;
        }
        long to = Math.min(own.last(), leader.last());
        if (cursor == NEVER) {
            cursor = to - MinuteCloses.SIZE;
        }
        if (to - cursor > MinuteCloses.SIZE) {
            fade(StrictMath.exp((cursor + MinuteCloses.SIZE - to) / (double) windowMinutes));
            cursor = to - MinuteCloses.SIZE;
        }
        while (cursor < to) {
            cursor++;
            fade(decay);
            double x = leader.returnOver(cursor, 1);
            double y = own.returnOver(cursor, 1);
            if (Math.abs(x) + Math.abs(y) <= Double.MAX_VALUE) {
                add(x, y);
            }
        }
    }

    private void add(double x, double y) {
        count++;
        weight += 1.0;
        sumOwn += y;
        sumLeader += x;
        squaresOwn += y * y;
        squaresLeader += x * x;
        products += x * y;
    }

    private void fade(double factor) {
        weight *= factor;
        sumOwn *= factor;
        sumLeader *= factor;
        squaresOwn = faded(squaresOwn, factor);
        squaresLeader = faded(squaresLeader, factor);
        products *= factor;
    }

    private static double faded(double sum, double factor) {
        double left = sum * factor;
        return left < NOTHING ? 0.0 : left;
    }

    /** As many minutes counted as the window is long. */
    public boolean warm() {
        return count >= windowMinutes;
    }

    /** Slope of the instrument's returns on the leader's; NaN when the leader did not move. */
    public double beta() {
        return covariance() / leaderVariance();
    }

    /** In [-1, 1] but for rounding; NaN when one of the two did not move. */
    public double correlation() {
        double mean = sumOwn / weight;
        double variance = squaresOwn / weight - mean * mean;
        return covariance() / Math.sqrt(variance * leaderVariance());
    }

    private double covariance() {
        return products / weight - sumOwn / weight * (sumLeader / weight);
    }

    private double leaderVariance() {
        double mean = sumLeader / weight;
        return squaresLeader / weight - mean * mean;
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, cursor);
        hash = StateHash.add(hash, count);
        hash = StateHash.add(hash, weight);
        hash = StateHash.add(hash, sumOwn);
        hash = StateHash.add(hash, sumLeader);
        hash = StateHash.add(hash, squaresOwn);
        hash = StateHash.add(hash, squaresLeader);
        return StateHash.add(hash, products);
    }
}
