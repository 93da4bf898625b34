package io.v11.training.performance.luck;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.v11.training.page.Described;
import io.v11.training.performance.sample.ConfidenceInterval;
import io.v11.training.performance.sample.Finite;
import io.v11.training.performance.sample.Moments;
import io.v11.training.performance.sample.StationaryBootstrap;

/**
 * A Sharpe that cannot be had without what it must be read beside: its interval, the number of trials it was chosen
 * from and the deflated Sharpe ratio. There is no accessor for it; whoever shows it takes all four ({@link #with}) or
 * prints {@link #text()}. Without variance there is no Sharpe: NaN, which no rule accepts. Rate without risk is zero.
 * Immutable.
 */
public final class JudgedSharpe implements Described {
    /** Confidence of the minimum track. */
    public static final double CONFIDENCE = 0.95;
    private static final long SEED = 0x5AA5E;

    private final Moments moments;
    private final double periodsPerYear;
    private final Trials trials;
    private final ConfidenceInterval interval;

    private JudgedSharpe(Moments moments, double periodsPerYear, Trials trials, ConfidenceInterval interval) {
        this.moments = moments;
        this.periodsPerYear = periodsPerYear;
        this.trials = trials;
        this.interval = interval;
    }

    /** What is made of the four. */
    public interface Reader<T> {
        /**
         * @param sharpe   of one period or of a year, as asked
         * @param interval 95 % by stationary bootstrap, of the same; it knows nothing of the trials
         * @param trials   what the strategy was chosen from
         * @param deflated probability that the true Sharpe is above what the best of so many trials has without edge
         */
        T read(double sharpe, ConfidenceInterval interval, Trials trials, double deflated);
    }

    /**
     * @param returns        simple returns of equal periods, or of trades, in order of time
     * @param periodsPerYear of these, 365 for days
     */
    public static JudgedSharpe of(double[] returns, double periodsPerYear, Trials trials) {
        Finite.requirePositive("periodsPerYear", periodsPerYear);
        Finite.require("returns", returns, 1);
        return new JudgedSharpe(Moments.of(returns), periodsPerYear, trials,
                StationaryBootstrap.ofSharpe(returns, SEED));
    }

    /** The annualised figure: that of one period times the root of the periods a year. */
    public <T> T with(Reader<T> reader) {
        double root = StrictMath.sqrt(periodsPerYear);
        return reader.read(moments.sharpe() * root, interval.scaled(root), trials, deflated());
    }

    /** That of one period, or of one trade. */
    public <T> T withPerPeriod(Reader<T> reader) {
        return reader.read(moments.sharpe(), interval, trials, deflated());
    }

    /** Number and spread of the trials. */
    public Trials trials() {
        return trials;
    }

    /** Periods judged. */
    public int periods() {
        return moments.count();
    }

    /** Deflated Sharpe ratio, a probability. */
    public double deflated() {
        return SharpeProbability.deflated(moments, trials, periodsPerYear);
    }

    /** Probabilistic Sharpe ratio against zero: as if there had been one trial. */
    public double probabilistic() {
        return SharpeProbability.probabilistic(moments, 0.0);
    }

    /** Annualised Sharpe that the best of the trials is expected to have without any edge. */
    public double expectedByLuck() {
        return SharpeProbability.expectedGreatest(trials.count(), trials.annualVariance());
    }

    /**
     * Periods needed before the figure is above {@link #expectedByLuck} with 95 % confidence; infinite when it is not
     * above.
     */
    public double minimumTrackPeriods() {
        double benchmark = SharpeProbability.expectedGreatest(trials.count(), trials.variance(periodsPerYear));
        return SharpeProbability.minimumTrack(moments, benchmark, CONFIDENCE);
    }

    /** All of it in a line. */
    public String text() {
        if (Double.isNaN(moments.sharpe())) {
            return "no Sharpe (no variance over " + moments.count() + " periods), " + trialsText();
        }
        return with((sharpe, bounds, chosenFrom, deflated) -> String.format(Locale.ROOT,
                "Sharpe %.2f a year %s, %.4f a period %s; %s, luck alone %.2f, DSR %.3f, PSR %.3f; "
                        + "%,d periods of %s needed",
                sharpe, bounds.text(), moments.sharpe(), fine(interval), trialsText(), expectedByLuck(), deflated,
                probabilistic(), moments.count(), track()));
    }

    @Override
    public Map<String, Object> parts() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("trials", trials.count());
        parts.put("trialsAnnualVariance", trials.annualVariance());
        parts.put("expectedByLuck", expectedByLuck());
        parts.put("deflatedSharpeRatio", deflated());
        parts.put("probabilisticSharpeRatio", probabilistic());
        parts.put("annualLow", interval.low() * StrictMath.sqrt(periodsPerYear));
        parts.put("annual", moments.sharpe() * StrictMath.sqrt(periodsPerYear));
        parts.put("annualHigh", interval.high() * StrictMath.sqrt(periodsPerYear));
        parts.put("perPeriodLow", interval.low());
        parts.put("perPeriod", moments.sharpe());
        parts.put("perPeriodHigh", interval.high());
        parts.put("periods", moments.count());
        parts.put("periodsPerYear", periodsPerYear);
        parts.put("minimumTrackPeriods", minimumTrackPeriods());
        return parts;
    }

    @Override
    public String toString() {
        return text();
    }

    private String trialsText() {
        return trials.count() == 1 ? "1 trial" : String.format(Locale.ROOT, "best of %,d trials", trials.count());
    }

    private String track() {
        double needed = minimumTrackPeriods();
        return Double.isInfinite(needed) ? "more than any" : String.format(Locale.ROOT, "%,.0f", Math.ceil(needed));
    }

    private static String fine(ConfidenceInterval bounds) {
        return String.format(Locale.ROOT, "[%.4f %.4f]", bounds.low(), bounds.high());
    }
}
