package io.v11.training.backtest.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.CapacityTable;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.HourlyReturns;
import io.v11.training.backtest.MonthlyReturns;
import io.v11.training.backtest.account.Attribution;
import io.v11.training.backtest.account.Part;
import io.v11.training.backtest.reading.DirectionCount;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.performance.luck.Verdict;

/** The report in the order in which a program reads it. Equity at most {@value #POINTS} points a run, evenly thinned. */
final class ReportParts {
    private static final int POINTS = 2_000;

    private ReportParts() {
    }

    static Map<String, Object> of(BacktestReport report) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("title", report.title());
        parts.put("trials", report.trials().count());
        parts.put("trialsAnnualVariance", report.trials().annualVariance());
        parts.put("search", report.verdict() == null ? null : search(report.verdict()));
        parts.put("warnings", report.warnings());
        parts.put("targets", report.targets());
        parts.put("runs", report.runs().stream().map(ReportParts::run).toList());
        parts.put("months", MonthlyReturns.of(report.subject().curve()).months());
        HourlyReturns hours = HourlyReturns.of(report.subject().curve());
        parts.put("hoursOfWeek", List.of(hours.mean()));
        parts.put("capacity", CapacityTable.of(report.subject().run()).rows());
        parts.put("made", report.made());
        return parts;
    }

    private static Map<String, Object> search(Verdict verdict) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("accepted", verdict.accepted());
        parts.put("refusals", verdict.refusals());
        parts.put("sharpe", verdict.sharpe());
        parts.put("overfittingProbability", verdict.overfitting().probability());
        parts.put("realityCheck", verdict.reality());
        parts.put("predictiveAbility", verdict.predictive());
        return parts;
    }

    private static Map<String, Object> run(Comparison of) {
        RunReading run = of.run();
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("name", of.name());
        parts.put("folder", run.folder());
        parts.put("profile", run.profile());
        parts.put("configurationSha256", run.digest());
        parts.put("models", run.models());
        parts.put("firstNs", run.firstNs());
        parts.put("lastNs", run.lastNs());
        parts.put("events", run.events());
        parts.put("capital", FixedPoint.toDouble(run.capitalE8()));
        parts.put("period", of.grain());
        parts.put("returns", of.returns());
        parts.put("trades", of.trades());
        parts.put("sevenDays", of.sevenDays());
        parts.put("deepestFall", run.fall());
        parts.put("underWater", of.curve().underWater());
        parts.put("turnoverPerDay", of.turnoverPerDay());
        parts.put("exposure", of.exposure());
        parts.put("inMarket", of.inMarket());
        parts.put("direction", direction(run.judged()));
        parts.put("directionNextMove", direction(run.nextMove()));
        parts.put("attribution", attribution(run.attribution()));
        parts.put("verdicts", run.verdicts());
        parts.put("instruments", run.instruments().stream().filter(data -> data.events() > 0).toList());
        parts.put("gapCount", run.gapCount());
        parts.put("gaps", run.gaps());
        parts.put("equity", equity(of));
        return parts;
    }

    private static Map<String, Object> direction(DirectionCount count) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("what", count.what());
        parts.put("decisions", count.decisions());
        parts.put("resolved", count.resolved());
        parts.put("apart", count.apart());
        parts.put("accuracy", count.accuracy());
        parts.put("interval", count.interval());
        parts.put("majority", count.majority());
        parts.put("coverage", count.coverage());
        return parts;
    }

    private static Map<String, Object> attribution(Attribution of) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("total", part(of.total()));
        parts.put("instruments", of.instruments().stream().map(ReportParts::part).toList());
        parts.put("regimes", of.regimes().stream().map(ReportParts::part).toList());
        parts.put("engineE8", of.engineE8());
        parts.put("residualE8", of.residualE8());
        return parts;
    }

    private static Map<String, Object> part(Part of) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("name", of.name());
        parts.put("grossE8", of.grossE8());
        parts.put("spreadE8", of.spreadE8());
        parts.put("slippageE8", of.slippageE8());
        parts.put("feesE8", of.feesE8());
        parts.put("fundingE8", of.fundingE8());
        parts.put("netE8", of.netE8());
        parts.put("fills", of.fills());
        parts.put("notionalE8", of.notionalE8());
        return parts;
    }

    private static Map<String, Object> equity(Comparison of) {
        List<Long> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        int points = of.curve().points();
        int step = Math.ceilDiv(points, POINTS);
        for (int i = 0; i < points; i += step) {
            times.add(of.curve().timeNs(i));
            values.add(of.curve().equity(i));
        }
        if ((points - 1) % step != 0) {
            times.add(of.curve().timeNs(points - 1));
            values.add(of.curve().equity(points - 1));
        }
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("timesNs", times);
        parts.put("values", values);
        return parts;
    }
}
