package io.v11.engine.risk.tail;

import io.v11.engine.slot.StateHash;

/**
 * Value at risk and expected shortfall of the book by all three methods, kept up while bars close and exposures move, and what a candidate order
 * would add before it is sent.
 *
 * <p>
 * Returns are simple, close to close, of the same bar for all instruments; a bar in which one did not trade has return 0 for it. Nothing is
 * stated before {@link #ready()}: who asks earlier gets 0, so ask. Filtered scenarios begin after {@link #SETTLING_BARS} bars of volatility, and a
 * residual is cut at {@link #RESIDUAL_MAX} deviations, because the first move after a standstill says only that volatility was zero.
 * Confined to one thread; no allocation after construction.
 */
public final class LiveTailRisk {
    /** Bars of volatility before the first residual. */
    public static final int SETTLING_BARS = 20;
    /** Deviations at which a residual is cut. */
    public static final double RESIDUAL_MAX = 12.0;
    private static final TailMethod[] METHODS = TailMethod.values();

    private final TailSettings settings;
    private final double[] exposures;
    private final double[] residuals;
    private final ScenarioMatrix returns;
    private final ScenarioMatrix filtered;
    private final EwmaCovariance covariance;
    private final ScenarioTailRisk historical;
    private final ScenarioTailRisk filteredHistorical;
    private final ParametricTailRisk parametric;
    private final TailRisk[] methods = new TailRisk[METHODS.length];
    private final double horizonFactor;
    private int bars;
    private long refusedBars;

    public LiveTailRisk(TailSettings settings) {
        this.settings = settings;
        int instruments = settings.instruments();
        exposures = new double[instruments];
        residuals = new double[instruments];
        returns = new ScenarioMatrix(instruments, settings.scenarios());
        filtered = new ScenarioMatrix(instruments, settings.scenarios());
        covariance = new EwmaCovariance(instruments, settings.decay());
        historical = new ScenarioTailRisk(returns, settings.confidence());
        filteredHistorical = new ScenarioTailRisk(filtered, settings.confidence());
        parametric = new ParametricTailRisk(covariance, instruments, settings.confidence());
        methods[TailMethod.HISTORICAL.ordinal()] = historical;
        methods[TailMethod.PARAMETRIC.ordinal()] = parametric;
        methods[TailMethod.FILTERED_HISTORICAL.ordinal()] = filteredHistorical;
        horizonFactor = Math.sqrt(settings.horizonBars());
    }

    /** Takes the returns of a closed bar, one for each instrument; false, and the bar is counted as refused, when one is not finite. */
    public boolean onBarClose(double[] barReturns) {
        if (!returns.append(barReturns)) {
            refusedBars++;
            return false;
        }
        if (bars >= SETTLING_BARS) {
            appendResiduals(barReturns);
        }
        covariance.append(barReturns);
        bars = Math.min(bars + 1, SETTLING_BARS);
        historical.onAppended();
        parametric.onAppended();
        for (int i = 0; i < exposures.length; i++) {
            filteredHistorical.scale(i, covariance.volatility(i));
        }
        return true;
    }

    private void appendResiduals(double[] barReturns) {
        for (int i = 0; i < residuals.length; i++) {
            double volatility = covariance.volatility(i);
            // Volatility as it was forecast before the bar: with the bar in it no residual could be large.
            double residual = volatility > 0.0
                    ? barReturns[i] / volatility
                    : RESIDUAL_MAX * Math.signum(barReturns[i]);
            residuals[i] = Math.clamp(residual, -RESIDUAL_MAX, RESIDUAL_MAX);
        }
        filtered.append(residuals);
    }

    /** Signed notional of one instrument, quote currency: after fills and moves of the price. O(1), summed when someone asks. */
    public void exposure(int instrument, double notional) {
        if (!Double.isFinite(notional)) {
            throw new IllegalArgumentException("exposure of instrument " + instrument + " is " + notional);
        }
        exposures[instrument] = notional;
        historical.exposure(instrument, notional);
        parametric.exposure(instrument, notional);
        filteredHistorical.exposure(instrument, notional);
    }

    /** Whether there are enough scenarios for every method. */
    public boolean ready() {
        return filtered.size() >= settings.scenariosMin();
    }

    /** The loss over the horizon that is not passed with the confidence of the settings; 0 before {@link #ready()}. */
    public double valueAtRisk(TailMethod method) {
        return ready() ? horizonFactor * methods[method.ordinal()].valueAtRisk() : 0.0;
    }

    /** The mean loss beyond the value at risk; 0 before {@link #ready()}. */
    public double expectedShortfall(TailMethod method) {
        return ready() ? horizonFactor * methods[method.ordinal()].expectedShortfall() : 0.0;
    }

    /** Expected shortfall with the order filled, less that without: negative when it hedges; 0 before {@link #ready()}. */
    public double marginalShortfall(TailMethod method, int instrument, double orderNotional) {
        return ready() ? horizonFactor * methods[method.ordinal()].marginalShortfall(instrument, orderNotional) : 0.0;
    }

    /** The largest expected shortfall of the three methods. */
    public double worstShortfall() {
        return Math.max(expectedShortfall(TailMethod.HISTORICAL), Math.max(expectedShortfall(TailMethod.PARAMETRIC),
                expectedShortfall(TailMethod.FILTERED_HISTORICAL)));
    }

    /** The largest expected shortfall of the three methods with the order filled: what a limit is compared with. */
    public double worstShortfallWith(int instrument, double orderNotional) {
        double worst = 0.0;
        for (TailMethod method : METHODS) {
            worst = Math.max(worst,
                    expectedShortfall(method) + marginalShortfall(method, instrument, orderNotional));
        }
        return worst;
    }

    /** Standard deviation of one instrument per bar, exponentially weighted. */
    public double volatility(int instrument) {
        return covariance.volatility(instrument);
    }

    public double exposure(int instrument) {
        return exposures[instrument];
    }

    /** Bars that were not taken because a return was not finite. */
    public long refusedBars() {
        return refusedBars;
    }

    public long stateHash() {
        long hash = filtered.addTo(returns.addTo(covariance.addTo(StateHash.start())));
        hash = StateHash.add(StateHash.add(hash, bars), refusedBars);
        for (double notional : exposures) {
            hash = StateHash.add(hash, notional);
        }
        return hash;
    }
}
