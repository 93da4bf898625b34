package io.v11.training.backtest.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.RegimeView;
import io.v11.journal.event.Regime;
import io.v11.training.backtest.CapacityTable;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.account.Attribution;
import io.v11.training.backtest.account.Part;
import io.v11.training.backtest.account.Trade;
import io.v11.training.backtest.page.plot.WaterfallPlot;
import io.v11.training.backtest.reading.RegimeSeries;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.page.Figures;

/** Where the money went: the waterfall, the same by instrument, and by regime. */
final class MoneySection {
    private static final int WIDTH = 820;
    private static final int HEIGHT = 280;
    private static final List<String> COLUMNS = List.of("gross", "spread", "slippage", "fees", "funding", "net",
            "fills", "traded");

    private MoneySection() {
    }

    static void write(Comparison subject, Html page) {
        Attribution attribution = subject.run().attribution();
        Part total = attribution.total();
        page.heading("Costs");
        if (total.fills() == 0) {
            page.figure("", "No fill, so no cost.");
        } else {
            page.figure(WaterfallPlot.draw(WIDTH, HEIGHT, List.of(step("gross", total.grossE8(), true),
                    step("spread", -total.spreadE8(), false), step("slippage", -total.slippageE8(), false),
                    step("fees", -total.feesE8(), false), step("funding", -total.fundingE8(), false),
                    step("net", total.netE8(), true))),
                    "From what the positions earned at the mid of each decision to what was left, quote units. Spread: from the mid to the"
                            + " touch at the decision, negative when a maker earned it; slippage: from the touch to the fill, delay and"
                            + " depth together; a stop is measured from its own price.");
            page.note(String.format(Locale.ROOT,
                    "The engine's portfolio states a profit of %s; the parts sum to it %s.",
                    FixedPoint.format(attribution.engineE8()),
                    attribution.residualE8() == 0 ? "exactly" : "but for " + attribution.residualE8() + " E8 units"));
            table("instrument", attribution.instruments(), page);
            capacity(subject.run(), page);
        }
        regimes(subject, page);
    }

    private static void table(String head, List<Part> parts, Html page) {
        page.table("figures", heads(head));
        parts.forEach(part -> page.row(cells(part)));
        page.endTable();
    }

    private static void capacity(RunReading run, Html page) {
        for (CapacityTable.Row row : CapacityTable.of(run).rows()) {
            page.note("Capacity of " + row.instrument() + ": " + row.capacity().text() + ".");
        }
    }

    private static List<String> heads(String first) {
        return Stream.concat(Stream.of(first), COLUMNS.stream()).toList();
    }

    private static List<String> cells(Part part) {
        return List.of(part.name(), HeadSection.money(part.grossE8()), HeadSection.money(-part.spreadE8()),
                HeadSection.money(-part.slippageE8()), HeadSection.money(-part.feesE8()),
                HeadSection.money(-part.fundingE8()), HeadSection.money(part.netE8()),
                String.format(Locale.ROOT, "%,d", part.fills()),
                String.format(Locale.ROOT, "%,.0f", FixedPoint.toDouble(part.notionalE8())));
    }

    private static void regimes(Comparison subject, Html page) {
        page.heading("Regimes");
        RunReading run = subject.run();
        long[] held = new long[RegimeView.STATES + 1];
        long all = 0;
        for (RegimeSeries series : run.regimes()) {
            for (int i = 0; i < held.length; i++) {
                held[i] += series.heldNs()[i];
                all += series.heldNs()[i];
            }
        }
        if (all == 0) {
            page.figure("", "No regime was told: the detector is off, or had too few bars.");
            return;
        }
        page.table("figures", List.of("regime", "share of time", "net, % of capital", "net", "gross", "costs", "fills",
                "round trips begun", "won"));
        for (int i = 0; i < held.length; i++) {
            Regime regime = Regime.get((short) i);
            Part part = run.attribution().regimes().stream().filter(of -> of.name().equals(regime.name())).findFirst()
                    .orElse(new Part(regime.name(), 0, 0, 0, 0, 0, 0, 0));
            List<Trade> trades = run.trades().stream().filter(trade -> trade.regime() == regime).toList();
            long won = trades.stream().filter(trade -> trade.trip().pnl() > 0.0).count();
            page.row(List.of(regime.name(), Figures.percent(held[i] / (double) all),
                    String.format(Locale.ROOT, "%+.2f", 100.0 * part.netE8() / run.capitalE8()),
                    HeadSection.money(part.netE8()), HeadSection.money(part.grossE8()),
                    HeadSection.money(-part.costsE8()), String.format(Locale.ROOT, "%,d", part.fills()),
                    String.format(Locale.ROOT, "%,d", trades.size()),
                    trades.isEmpty() ? "-" : Figures.percent(won / (double) trades.size())));
        }
        page.endTable();
        page.note(
                "Time is that of all instruments together; profit falls into the regime that its instrument was in when the price moved;"
                        + " a round trip counts where it began.");
    }

    private static WaterfallPlot.Step step(String name, long e8, boolean total) {
        return new WaterfallPlot.Step(name, FixedPoint.toDouble(e8) + 0.0, total);
    }
}
