package io.v11.training.execution.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.page.Html;
import io.v11.training.backtest.page.plot.WaterfallPlot;
import io.v11.training.backtest.page.plot.WaterfallPlot.Step;
import io.v11.training.execution.Spans;
import io.v11.training.execution.divergence.DivergenceReport;
import io.v11.training.execution.divergence.PairFigures;
import io.v11.training.execution.divergence.PnlBridge;
import io.v11.training.page.Figures;

/** The page on two runs over one market. */
final class DivergencePage {
    private static final int WIDTH = 980;
    private static final int HEIGHT = 300;

    private DivergencePage() {
    }

    static String of(DivergenceReport report) {
        Html page = PageFrame.begin(
                "Live against simulated: " + report.live().run().profile() + " and " + report.sim().run().profile(),
                PageFrame.period(report.live().run()));
        PairFigures total = report.total();
        PageFrame.tiles(page, report.withinTolerance() ? "within" : "beyond", "tolerance",
                PageFrame.whole(total.matched()), "decisions in both",
                PageFrame.whole(total.missing()) + " / " + PageFrame.whole(total.extra()), "missing / extra fills",
                PageFrame.signed(total.meanPriceBps(), 3), "bp, price of the simulation worse by",
                PageFrame.money(report.bridge().differenceE8()), "profit, simulation less live");
        PageFrame.warnings(page, report.notes());
        checks(report, page);
        bridge(report.bridge(), page);
        pairs(report, page);
        return PageFrame.end(page, List.of(report.live().run(), report.sim().run()));
    }

    private static void checks(DivergenceReport report, Html page) {
        page.heading("Tolerance");
        page.table("figures", List.of("what", "found", "allowed", "verdict"));
        for (DivergenceReport.Check check : report.checks()) {
            page.row(List.of(check.what(),
                    Double.isNaN(check.value())
                            ? "nothing to compare"
                            : String.format(Locale.ROOT, "%.3f %s", check.value(), check.unit()),
                    String.format(Locale.ROOT, "%.3f %s", check.limit(), check.unit()),
                    check.passed() ? "passed" : "failed"));
        }
        page.endTable();
    }

    private static void bridge(PnlBridge bridge, Html page) {
        page.heading("From one profit to the other");
        List<Step> steps = new ArrayList<>();
        steps.add(step("end marks", bridge.marksE8(), false));
        steps.add(step("fill prices", bridge.pricesE8(), false));
        steps.add(step("quantities", bridge.quantitiesE8(), false));
        steps.add(step("missing", bridge.missingE8(), false));
        steps.add(step("extra", bridge.extraE8(), false));
        steps.add(step("fees", bridge.feesE8(), false));
        steps.add(step("funding", bridge.fundingE8(), false));
        steps.add(step("residual", bridge.residualE8(), false));
        steps.add(step("difference", bridge.differenceE8(), true));
        page.figure(WaterfallPlot.draw(WIDTH, HEIGHT, steps),
                "What the simulation earned more than the live run, quote units. Fill prices: quantity that both runs filled, at the simulation's prices. Quantities: what one run"
                        + " filled more of the same order. Missing: orders filled live only; extra: in the simulation only. All"
                        + " are valued at the last prices of the simulation.");
        page.note("The engines state profits of " + FixedPoint.format(bridge.liveE8()) + " live and "
                + FixedPoint.format(bridge.simE8())
                + " simulated; the steps sum to their difference, and the residual, "
                + FixedPoint.format(bridge.residualE8())
                + " quote units, is the rounding of notionals to the eighth decimal.");
    }

    private static void pairs(DivergenceReport report, Html page) {
        page.heading("Orders");
        page.table("figures", List.of("instrument", "in both", "live only", "sim only", "filled in both", "missing",
                "extra", "live quantity", "sim quantity", "other quantity", "other price", "price bp", "|price| bp",
                "live ms", "sim ms", "later ms"));
        report.instruments().forEach(figures -> page.row(cells(figures, true)));
        if (report.instruments().size() > 1) {
            page.row(cells(report.total(), false));
        }
        page.endTable();
        page.note("Decisions are the same when instrument and side agree and they lie at most "
                + Spans.of(report.windowNs())
                + " apart. Prices are means of each order's fills, positive when the simulation paid more or sold for less;"
                + " times are medians from the decision to the report of the first fill.");
    }

    /** @param quantities base units of several instruments mean nothing */
    private static List<String> cells(PairFigures of, boolean quantities) {
        return List.of(of.name(), PageFrame.whole(of.matched()), PageFrame.whole(of.liveOnly()),
                PageFrame.whole(of.simOnly()), PageFrame.whole(of.bothFilled()), PageFrame.whole(of.missing()),
                PageFrame.whole(of.extra()), quantities ? quantity(of.liveQuantity()) : "",
                quantities ? quantity(of.simQuantity()) : "", PageFrame.whole(of.quantityPairs()),
                PageFrame.whole(of.pricePairs()), PageFrame.signed(of.meanPriceBps(), 3),
                Figures.fixed(of.absolutePriceBps(), 3), Figures.fixed(of.liveDelayMs(), 1),
                Figures.fixed(of.simDelayMs(), 1), PageFrame.signed(of.delayDifferenceMs(), 1));
    }

    private static String quantity(double units) {
        return String.format(Locale.ROOT, "%,.5f", units);
    }

    private static Step step(String name, long e8, boolean total) {
        return new Step(name, FixedPoint.toDouble(e8) + 0.0, total);
    }
}
