package io.v11.engine.signal.strategy.sleeve;

import java.util.Arrays;

import io.v11.config.SignalSettings.Allocation;
import io.v11.engine.allocation.AllocationMethod;
import io.v11.engine.allocation.AllocationOutcome;
import io.v11.engine.allocation.AllocationSettings;
import io.v11.engine.allocation.ReturnWindow;
import io.v11.engine.allocation.Views;
import io.v11.engine.allocation.programme.WeightLimits;
import io.v11.engine.slot.StateHash;

/**
 * Each instrument's share of the capital, by one of the methods of {@link AllocationMethod}, made anew every so many minutes.
 *
 * <pre>
 *   MINIMUM_VARIANCE, RISK_PARITY,         0 to the largest, sum 1: those of a portfolio that is long everywhere. A sleeve's
 *   HIERARCHICAL_RISK_PARITY, CVaR         score decides the side and how much of the share is used
 *   MEAN_VARIANCE, BLACK_LITTERMAN         -largest to largest, sizes sum to at most 1: held as they are until the next
 * </pre>
 *
 * The views of the last two: a mean score of 1 stands for an annual Sharpe ratio of 1, so that over H hours
 * mu_i = score_i sigma_i H / sqrt(8760). Black-Litterman's prior portfolio is empty: whoever holds no view holds nothing,
 * and the views reach other instruments by covariance alone.
 *
 * <p>
 * An allocation is due at the first complete hour that ends in a new period of event time, periods counted from midnight UTC.
 * An instrument takes part from half a window of returns on; the window is cut to the hours that all who take part have known.
 * It returns 0 in an hour without a bar, and who has not moved at all is left out. When there is no answer the shares
 * stay as they were. The first allocation moves from shares by inverse volatility, or from nothing where scores are weighed.
 *
 * <p>
 * An hour allocates no memory; an allocation up to a few megabytes, and takes milliseconds, CVaR 0.1 s and more: not for live
 * engines with a tight budget on the signal's thread. Confined to one thread.
 */
final class SleeveShares {
    private static final double HOURS_PER_YEAR = 8760.0;
    private static final double BPS = 10_000.0;
    private static final long NS_PER_MINUTE = 60_000_000_000L;
    private static final int MINUTES_PER_HOUR = 60;
    private static final String NONE = "INVERSE_VOLATILITY";

    private final Allocation settings;
    private final boolean live;
    private final boolean weighScores;
    private final int horizonBars;
    private final long everyNs;
    private final int rowsMin;
    private final ReturnWindow window;
    private final double[] returns;
    private final int[] ages;
    private final double[] shares;
    private boolean known;
    private long period = Long.MIN_VALUE;
    private long digest = StateHash.start();
    private int allocations;
    private int failures;

    SleeveShares(Allocation settings, int instruments) {
        this.settings = settings;
        live = !settings.method().equals(NONE);
        weighScores = settings.method().equals("MEAN_VARIANCE") || settings.method().equals("BLACK_LITTERMAN");
        horizonBars = (int) (settings.everyMinutes() / MINUTES_PER_HOUR);
        everyNs = settings.everyMinutes() * NS_PER_MINUTE;
        rowsMin = settings.windowBars() / 2;
        window = new ReturnWindow(instruments, live ? settings.windowBars() : 2);
        returns = new double[instruments];
        ages = new int[instruments];
        shares = new double[instruments];
    }

    /** There has been an allocation. */
    boolean known() {
        return known;
    }

    /** The shares are signed and have the scores in them. */
    boolean weighScores() {
        return weighScores;
    }

    double of(int instrument) {
        return shares[instrument];
    }

    /** How often shares came. */
    int allocations() {
        return allocations;
    }

    /** How often none came, and the shares before stayed. */
    int failures() {
        return failures;
    }

    /**
     * Takes a complete hour.
     *
     * @param endNs when it ended
     * @param told  who had a bar in it
     * @return an allocation is due
     */
    boolean onHour(long endNs, boolean[] told, PriceHistory prices) {
        if (!live) {
            return false;
        }
        for (int i = 0; i < returns.length; i++) {
            returns[i] = told[i] ? StrictMath.expm1(prices.lastReturn(i)) : 0.0;
            digest = StateHash.add(digest, returns[i]);
        }
        boolean taken = window.append(returns);
        for (int i = 0; i < ages.length && taken; i++) {
            ages[i] = prices.bars(i) > 1 ? Math.min(ages[i] + 1, settings.windowBars()) : 0;
        }
        long before = period;
        period = Math.floorDiv(endNs, everyNs);
        return before != Long.MIN_VALUE && period != before;
    }

    /** @param scores mean of the sleeves, of each instrument, -1 to 1 */
    void allocate(double[] scores, PriceHistory prices) {
        int[] members = new int[shares.length];
        int count = 0;
        int rows = window.size();
        for (int i = 0; i < shares.length; i++) {
            if (ages[i] >= rowsMin && moved(i, ages[i])) {
                members[count++] = i;
                rows = Math.min(rows, ages[i]);
            }
        }
        if (count == 0) {
            failures++;
            return;
        }
        double[] weights = new double[count];
        AllocationOutcome outcome = AllocationMethod.valueOf(settings.method()).allocator(terms(count)).allocate(
                window(members, count, rows), views(members, count, scores, prices), previous(members, count, prices),
                weights);
        if (outcome != AllocationOutcome.ALLOCATED) {
            failures++;
            return;
        }
        Arrays.fill(shares, 0.0);
        for (int k = 0; k < count; k++) {
            shares[members[k]] = weights[k];
        }
        known = true;
        allocations++;
    }

    private boolean moved(int instrument, int age) {
        for (int row = window.size() - age; row < window.size(); row++) {
            if (window.at(row, instrument) != 0.0) {
                return true;
            }
        }
        return false;
    }

    private AllocationSettings terms(int count) {
        // A little more than 1 / n, for n times the rounded 1 / n may fall short of 1.
        double largest = Math.max(settings.maximumWeight(), (1.0 + 1e-9) / count);
        WeightLimits limits = weighScores
                ? WeightLimits.longShort(count, settings.maximumWeight(), 1.0, -1.0, 1.0)
                : WeightLimits.longOnly(count, largest);
        AllocationSettings terms = AllocationSettings.of(limits).withRowsMin(rowsMin).withHorizonBars(horizonBars)
                .withRiskAversion(settings.riskAversion()).withTurnoverCost(settings.turnoverCostBps() / BPS);
        return weighScores ? terms.withPrior(terms.uncertainty(), new double[count]) : terms;
    }

    private ReturnWindow window(int[] members, int count, int rows) {
        ReturnWindow part = new ReturnWindow(count, Math.max(2, rows));
        double[] line = new double[count];
        for (int row = window.size() - rows; row < window.size(); row++) {
            for (int k = 0; k < count; k++) {
                line[k] = window.at(row, members[k]);
            }
            part.append(line);
        }
        return part;
    }

    private Views views(int[] members, int count, double[] scores, PriceHistory prices) {
        Views views = new Views(count, count);
        for (int k = 0; k < count && weighScores; k++) {
            double expected = scores[members[k]] * prices.volatility(members[k]) * horizonBars
                    / Math.sqrt(HOURS_PER_YEAR);
            views.absolute(k, expected, settings.viewConfidence());
        }
        return views;
    }

    private double[] previous(int[] members, int count, PriceHistory prices) {
        double[] previous = new double[count];
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            previous[k] = 1.0 / prices.volatility(members[k]);
            sum += previous[k];
        }
        for (int k = 0; k < count; k++) {
            double start = weighScores ? 0.0 : previous[k] / sum;
            previous[k] = known ? shares[members[k]] : start;
        }
        return previous;
    }

    long addTo(long hash) {
        if (!live) {
            return hash;
        }
        long result = StateHash.add(StateHash.add(StateHash.add(hash, period), known), digest);
        result = StateHash.add(StateHash.add(result, allocations), failures);
        for (int i = 0; i < shares.length; i++) {
            result = StateHash.add(StateHash.add(result, shares[i]), ages[i]);
        }
        return result;
    }
}
