package io.v11.training.performance;

import java.util.Locale;

import io.v11.training.performance.luck.JudgedSharpe;
import io.v11.training.performance.luck.Trials;
import io.v11.training.performance.sample.Finite;
import io.v11.training.performance.sample.Moments;

/**
 * The usual figures of a series of simple returns of equal periods, compounded, above a rate of zero. For money at work
 * the clock round: 365 days or 8,760 hours a year.
 *
 * @param periods            returns
 * @param periodsPerYear     of these
 * @param totalReturn        product of (1 + r) - 1
 * @param annualReturn       (1 + total)^(periods a year / periods) - 1
 * @param annualVolatility   deviation of a period times the root of the periods a year; NaN of one period
 * @param sharpe             with interval, trials and deflation
 * @param sortino            annualised: mean over the root of the mean of min(r, 0)^2; NaN when nothing was lost
 * @param calmar             annual return over maximum drawdown; NaN when there was none
 * @param maximumDrawdown    of the compounded series, as a fraction
 * @param tail               historical value at risk and shortfall of a period
 * @param skewness           0 of a normal series
 * @param kurtosis           3 of a normal series
 */
public record ReturnStatistics(int periods, double periodsPerYear, double totalReturn, double annualReturn,
        double annualVolatility, JudgedSharpe sharpe, double sortino, double calmar, double maximumDrawdown,
        TailRisk tail,
        double skewness, double kurtosis) {
    /** Days a year of a market that never closes. */
    public static final double DAYS = 365.0;
    /** Hours a year of one. */
    public static final double HOURS = 365.0 * 24.0;

    /**
     * @param returns in order of time, none below -1
     * @param trials  what the strategy was chosen from; {@link Trials#single} for a rule that nothing was chosen for
     */
    public static ReturnStatistics of(double[] returns, double periodsPerYear, Trials trials) {
        Finite.require("returns", returns, 1);
        Finite.requirePositive("periodsPerYear", periodsPerYear);
        double worth = 1.0;
        double peak = 1.0;
        double drawdown = 0.0;
        double lossSquares = 0.0;
        for (int i = 0; i < returns.length; i++) {
            if (returns[i] < -1.0) {
                throw new IllegalArgumentException("returns[" + i + "] is " + returns[i]
                        + "; more than everything cannot be lost: end the series where the account is lost");
            }
            worth *= 1.0 + returns[i];
            peak = Math.max(peak, worth);
            drawdown = Math.max(drawdown, 1.0 - worth / peak);
            double loss = Math.min(returns[i], 0.0);
            lossSquares += loss * loss;
        }
        Moments moments = Moments.of(returns);
        double root = StrictMath.sqrt(periodsPerYear);
        double annual = StrictMath.pow(worth, periodsPerYear / returns.length) - 1.0;
        double downside = StrictMath.sqrt(lossSquares / returns.length);
        return new ReturnStatistics(returns.length, periodsPerYear, worth - 1.0, annual, moments.deviation() * root,
                JudgedSharpe.of(returns, periodsPerYear, trials),
                downside > 0.0 ? moments.mean() / downside * root : Double.NaN,
                drawdown > 0.0 ? annual / drawdown : Double.NaN, drawdown, TailRisk.of(returns), moments.skewness(),
                moments.kurtosis());
    }

    /** Two lines. */
    public String text() {
        return String.format(Locale.ROOT,
                "return %.2f %%, %.2f %% a year at %.2f %% volatility, drawdown %.2f %%, Sortino %.2f, Calmar %.2f, "
                        + "VaR/ES of a period 95 %% %.2f/%.2f %%, 99 %% %.2f/%.2f %%, skewness %.2f, kurtosis %.2f%n%s",
                100.0 * totalReturn, 100.0 * annualReturn, 100.0 * annualVolatility, 100.0 * maximumDrawdown, sortino,
                calmar, 100.0 * tail.valueAtRisk95(), 100.0 * tail.shortfall95(), 100.0 * tail.valueAtRisk99(),
                100.0 * tail.shortfall99(), skewness, kurtosis, sharpe.text());
    }
}
