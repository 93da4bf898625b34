package io.v11.training.backtest.run;

import java.util.LinkedHashMap;
import java.util.Map;

import io.v11.training.backtest.reading.RunReading;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.performance.EquityCurve;
import io.v11.training.performance.sample.Moments;

/**
 * A run in the figures that a search looks at, and its daily returns. A run that never traded has no Sharpe; it counts as a
 * trial all the same.
 *
 * <pre>
 *   sharpe        mean by deviation of daily returns, not annualised; NaN without any spread
 *   totalReturn   of the span, fraction          drawdown   deepest at any event, fraction
 *   trips         round trips                    turnover   notional traded by capital
 *   calmar        totalReturn by drawdown
 * </pre>
 */
public final class RunFigures {
    private RunFigures() {
    }

    public static Outcome of(RunReading run) {
        EquityCurve curve = EquityCurve.of(run.account().timesNs(), equity(run)).daily();
        double[] returns = curve.points() > 1 ? curve.returns() : new double[0];
        double capital = run.capitalE8() / 1e8;
        double total = run.account().equity(run.account().points() - 1) / capital - 1.0;
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put(Outcome.SHARPE, sharpe(returns));
        measures.put("totalReturn", total);
        measures.put("drawdown", run.fall().fraction());
        measures.put("trips", (double) (run.trades().size() + run.tradesDropped()));
        measures.put("turnover", run.attribution().total().notionalE8() / 1e8 / capital);
        measures.put("calmar", run.fall().fraction() > 0.0 ? total / run.fall().fraction() : Double.NaN);
        return new Outcome(measures, returns);
    }

    private static double sharpe(double[] returns) {
        if (returns.length < 2) {
            return Double.NaN;
        }
        Moments moments = Moments.of(returns);
        return moments.deviation() > 0.0 ? moments.mean() / moments.deviation() : Double.NaN;
    }

    private static double[] equity(RunReading run) {
        double[] equity = new double[run.account().points()];
        for (int i = 0; i < equity.length; i++) {
            // A lost account stays lost; the smallest amount keeps returns defined.
            equity[i] = Math.max(1e-8, run.account().equity(i));
        }
        return equity;
    }
}
