package io.v11.training.data.label;

import java.util.Arrays;

import io.v11.config.ConfigurationException;
import io.v11.config.Limits;
import io.v11.training.data.HorizonLabels.Price;

/**
 * Label "which barrier is touched first" (López de Prado, Advances in Financial Machine Learning, 3.4): up at
 * {@code price * (1 + multiple * volatility)}, down at {@code price * (1 - multiple * volatility)}, and the end of the horizon.
 * Volatility is that of a return over the horizon, as known at the decision ({@link Volatility}), so barriers widen when the
 * market does. At the end of the horizon the label is the sign of the return, or none.
 *
 * <p>A row has no label before twenty steps of its instrument were seen in the journal, or while the price never moved ({@link #withoutVolatility}).
 * Closes only are compared, not highs and lows: within a bar the order of the two is not known.
 */
public final class TripleBarrierLabels extends PathLabels {
    private final Settings settings;
    private final Barriers[] barriers = new Barriers[Limits.INSTRUMENTS];
    private final RowValues upper = new RowValues();
    private final RowValues lower = new RowValues();
    private int withoutVolatility;
    private int untouched;

    /** What a row gets when the horizon ends before a touch. */
    public enum AtHorizon {
        /** Direction of the return so far; none for an unchanged price. */
        SIGN,
        /** No label. */
        NONE
    }

    /**
     * @param multiple of the volatility, distance of both barriers
     * @param stepNs   time between the prices of which the volatility is made
     * @param samples  steps after which weights have fallen to about a seventh
     */
    public record Settings(long horizonNs, double multiple, AtHorizon atHorizon, long stepNs, int samples) {
        public Settings {
            if (!(multiple > 0.0 && multiple <= 100.0)) {
                throw new ConfigurationException(
                        "barriers must lie 0 to 100 times the volatility away, are at " + multiple);
            }
            if (samples < 2 || samples > 100_000) {
                throw new ConfigurationException("volatility must be of 2 to 100000 samples, is of " + samples);
            }
        }
    }

    public TripleBarrierLabels(Price price, Settings settings) {
        super(price, checkTime("label horizon", price, settings.horizonNs));
        checkTime("the step of the volatility", price, settings.stepNs);
        this.settings = settings;
    }

    /** Rows whose instrument had not yet shown how much it moves. */
    public int withoutVolatility() {
        return withoutVolatility;
    }

    /** Rows of which the horizon ended before a touch, whether they have a label or not. */
    public int untouched() {
        return untouched;
    }

    @Override
    public String remark() {
        return untouched + " rows touched no barrier within the horizon and have "
                + (settings.atHorizon == AtHorizon.NONE ? "no label" : "the sign of their return")
                + ", which is known afterwards only; " + withoutVolatility
                + " have no label because the volatility was not known yet, " + priceUnknown()
                + " because a price was missing.";
    }

    @Override
    void follow(int instrument, OpenRows open, long value, long timeNs, long eventNs) {
        Barriers of = of(instrument);
        of.volatility.onPrice(value, timeNs);
        if (value >= of.lowestUpper || value <= of.highestLower) {
            touch(of, open, value, eventNs);
        }
    }

    @Override
    boolean opens(int row, int instrument, long value, long timeNs) {
        Barriers of = of(instrument);
        if (!of.volatility.known()) {
            withoutVolatility++;
            return false;
        }
        double distance = settings.multiple * of.volatility.over(settings.horizonNs);
        upper.put(row, value * (1.0 + distance));
        lower.put(row, value * (1.0 - distance));
        of.add(upper.value(row), lower.value(row));
        return true;
    }

    @Override
    void onSpanEnd(int instrument, OpenRows open, long value, long eventNs) {
        untouched++;
        if (settings.atHorizon == AtHorizon.SIGN && value != open.price(0)) {
            decide(open, 0, value, eventNs);
        }
    }

    @Override
    void forget(int instrument) {
        of(instrument).clear();
        of(instrument).volatility.interrupt();
    }

    @Override
    void begin() {
        Arrays.fill(barriers, null);
    }

    private void touch(Barriers of, OpenRows open, long value, long eventNs) {
        of.clear();
        for (int i = 0; i < open.count(); i++) {
            double above = upper.value(open.row(i));
            double below = lower.value(open.row(i));
            if (value >= above || value <= below) {
                decide(open, i, value, eventNs);
                open.close(i);
            } else {
                of.add(above, below);
            }
        }
        open.sweep();
    }

    private void decide(OpenRows open, int index, long value, long eventNs) {
        long from = open.price(index);
        decide(open, index, value > from, Math.abs((value - from) / (double) from) * 10_000.0, eventNs);
    }

    private Barriers of(int instrument) {
        if (barriers[instrument] == null) {
            barriers[instrument] = new Barriers(new Volatility(settings.stepNs, settings.samples));
        }
        return barriers[instrument];
    }

    /** Volatility of an instrument, and the barriers that would be touched first: between them no row need be looked at. */
    private static final class Barriers {
        private final Volatility volatility;
        private double lowestUpper = Double.POSITIVE_INFINITY;
        private double highestLower = Double.NEGATIVE_INFINITY;

        private Barriers(Volatility volatility) {
            this.volatility = volatility;
        }

        private void add(double upper, double lower) {
            lowestUpper = Math.min(lowestUpper, upper);
            highestLower = Math.max(highestLower, lower);
        }

        private void clear() {
            lowestUpper = Double.POSITIVE_INFINITY;
            highestLower = Double.NEGATIVE_INFINITY;
        }
    }
}
