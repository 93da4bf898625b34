package io.v11.training.execution.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.account.Attribution;
import io.v11.training.backtest.account.Part;
import io.v11.training.backtest.page.Html;
import io.v11.training.backtest.page.plot.WaterfallPlot;
import io.v11.training.backtest.page.plot.WaterfallPlot.Step;
import io.v11.training.execution.CostGroup;
import io.v11.training.execution.Markout;
import io.v11.training.execution.Spans;
import io.v11.training.execution.TcaReport;
import io.v11.training.page.Figures;

/** The page on transaction costs. */
final class TcaPage {
    private static final int WIDTH = 820;
    private static final int HEIGHT = 280;
    private static final List<String> COSTS = List.of("orders", "filled", "fills", "wanted", "traded", "spread",
            "slippage", "fees", "opportunity", "shortfall", "shortfall bp", "spread + slippage bp", "first fill ms");

    private TcaPage() {
    }

    static String of(TcaReport report) {
        CostGroup total = report.total();
        Html page = PageFrame.begin("Transaction costs of " + report.reading().run().profile(),
                PageFrame.period(report.reading().run()));
        PageFrame.tiles(page, PageFrame.whole(total.orders()), "orders",
                Figures.percent(total.orders() == 0 ? Double.NaN : total.filledOrders() / (double) total.orders()),
                "filled to the end", PageFrame.signed(total.shortfallBps(), 2), "bp shortfall of the wanted",
                PageFrame.signed(total.priceCostBps(), 2), "bp spread + slippage of the traded",
                Figures.fixed(total.medianFillMs(), 1), "ms to the first fill, median");
        PageFrame.warnings(page, report.notes());
        shortfall(report, page);
        markouts(report, page);
        tables(report, page);
        attribution(report.reading().run().attribution(), page);
        return PageFrame.end(page, List.of(report.reading().run()));
    }

    private static void shortfall(TcaReport report, Html page) {
        CostGroup total = report.total();
        page.heading("Implementation shortfall");
        if (total.orders() == 0) {
            page.figure("", "No order was sent.");
            return;
        }
        page.figure(WaterfallPlot.draw(WIDTH, HEIGHT, List.of(step("spread", -total.spreadE8(), false),
                step("slippage", -total.slippageE8(), false), step("fees", -total.feesE8(), false),
                step("opportunity", -total.opportunityE8(), false), step("shortfall", -total.shortfallE8(), true))),
                "Quote units, below zero: lost against trading all of every order at the mid of its decision. Spread: from that mid"
                        + " to the touch; slippage: from the touch to the fill; opportunity: what the market moved away from"
                        + " what was not filled, " + Spans.of(report.settings().opportunityNs())
                        + " after the decision. A stop is measured from its own price.");
        if (total.opportunityUnknown() > 0) {
            page.note(PageFrame.whole(total.opportunityUnknown())
                    + " orders were not filled and have no price at the horizon: their opportunity is left out.");
        }
    }

    private static void markouts(TcaReport report, Html page) {
        page.heading("Markouts");
        List<CostGroup> drawn = new ArrayList<>(List.of(report.total()));
        report.tables().stream().filter(table -> table.title().equals("maker or taker"))
                .flatMap(table -> table.groups().stream()).filter(group -> group.fills() > 0).forEach(drawn::add);
        if (drawn.size() == 2) {
            drawn.removeFirst();
        }
        String plot = MarkoutPlot.draw(drawn);
        page.figure(plot, plot.isEmpty()
                ? "No markout is known: no fill, or only bars longer than every horizon."
                : "What the mid moved in favour of a fill after it was told, from the price paid, weighted by notional; whiskers:"
                        + " two standard errors with fills taken as independent, which fills of one moment are not. A taker"
                        + " begins at minus half a spread; below that the market came back, above it the fill was timely.");
    }

    private static void tables(TcaReport report, Html page) {
        page.heading("By group");
        for (TcaReport.Table table : report.tables()) {
            page.subheading("By " + table.title());
            page.table("figures", Stream.concat(Stream.of(table.title()), COSTS.stream()).toList());
            table.groups().forEach(group -> page.row(costs(group)));
            if (table.groups().size() > 1) {
                page.row(costs(report.total()));
            }
            page.endTable();
            if (report.total().fills() > 0) {
                page.table("figures", Stream.concat(Stream.of("markout, bp"),
                        report.total().markouts().stream().map(markout -> Spans.of(markout.horizonNs()))).toList());
                table.groups().stream().filter(group -> group.fills() > 0)
                        .forEach(group -> page.row(markoutCells(group)));
                page.endTable();
            }
        }
        page.note(
                "Costs in quote units, positive when paid. Wanted: worth of the orders at their arrival prices; traded: share of it"
                        + " that was filled. Every table sums to the last row. Sizes from and up to below. Markouts with their standard errors.");
    }

    private static List<String> costs(CostGroup group) {
        return List.of(group.name(), PageFrame.whole(group.orders()), PageFrame.whole(group.filledOrders()),
                PageFrame.whole(group.fills()), String.format(Locale.ROOT, "%,.0f",
                        FixedPoint.toDouble(group.wantedE8())),
                Double.isNaN(group.filledShare()) ? "-" : Figures.percent(group.filledShare()),
                PageFrame.money(group.spreadE8()), PageFrame.money(group.slippageE8()),
                PageFrame.money(group.feesE8()), PageFrame.money(group.opportunityE8()),
                PageFrame.money(group.shortfallE8()), PageFrame.signed(group.shortfallBps(), 2),
                PageFrame.signed(group.priceCostBps(), 2), Figures.fixed(group.medianFillMs(), 1));
    }

    private static List<String> markoutCells(CostGroup group) {
        return Stream.concat(Stream.of(group.name()), group.markouts().stream().map(TcaPage::cell)).toList();
    }

    private static String cell(Markout markout) {
        if (markout.fills() == 0) {
            return "-";
        }
        String mean = PageFrame.signed(markout.meanBps(), 2);
        return Double.isNaN(markout.errorBps()) ? mean : mean + " ± " + Figures.fixed(markout.errorBps(), 2);
    }

    private static void attribution(Attribution attribution, Html page) {
        Part total = attribution.total();
        page.heading("Where the profit went");
        page.figure(WaterfallPlot.draw(WIDTH, HEIGHT, List.of(step("gross", total.grossE8(), true),
                step("spread", -total.spreadE8(), false), step("slippage", -total.slippageE8(), false),
                step("fees", -total.feesE8(), false), step("funding", -total.fundingE8(), false),
                step("net", total.netE8(), true))),
                "From price moves of the positions, as if traded at the mid of each decision, to what was left, quote units.");
        page.note(String.format(Locale.ROOT,
                "The engine's portfolio states a profit of %s; the parts sum to %s: residual %s quote units.",
                FixedPoint.format(attribution.engineE8()), FixedPoint.format(total.netE8()),
                FixedPoint.format(attribution.residualE8())));
    }

    private static Step step(String name, long e8, boolean total) {
        return new Step(name, FixedPoint.toDouble(e8) + 0.0, total);
    }
}
