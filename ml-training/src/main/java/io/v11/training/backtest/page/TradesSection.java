package io.v11.training.backtest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.UtcText;
import io.v11.training.backtest.account.Trade;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.backtest.reading.Verdicts;
import io.v11.training.page.Figures;
import io.v11.training.performance.RoundTrip;

/** What became of decisions and proposals, and the list of round trips. */
final class TradesSection {
    private static final int LISTED = 500;
    private static final double NS_PER_MINUTE = 60e9;

    private TradesSection() {
    }

    static void write(Comparison subject, String tradesCsv, String fillsCsv, Html page) {
        verdicts(subject.run().verdicts(), subject.run().derived(), page);
        page.heading("Round trips");
        RunReading run = subject.run();
        if (run.trades().isEmpty()) {
            page.figure("", "The run made no trade.");
            return;
        }
        List<Trade> listed = run.trades().subList(0, Math.min(LISTED, run.trades().size()));
        page.markup(String.format(Locale.ROOT, "<details><summary>%,d of %,d round trips</summary>\n", listed.size(),
                run.trades().size()));
        page.table("figures trades", List.of("opened, UTC", "closed", "instrument", "side", "quantity", "entry", "exit",
                "notional", "pnl", "return", "fees", "spread", "slippage", "funding", "held", "regime", "forecast",
                ""));
        listed.forEach(trade -> page.row(cells(run, trade)));
        page.endTable();
        page.markup(
                "</details>\n<p class=\"note\">From flat to flat, or to the fill that turns the position over. All of them in <a href=\"")
                .markup(Figures.escape(tradesCsv)).markup("\">").markup(Figures.escape(tradesCsv))
                .markup("</a>, every fill in <a href=\"").markup(Figures.escape(fillsCsv)).markup("\">")
                .markup(Figures.escape(fillsCsv)).markup("</a>.</p>\n");
    }

    private static List<String> cells(RunReading run, Trade trade) {
        RoundTrip trip = trade.trip();
        return List.of(UtcText.of(trip.openNs()), UtcText.of(trip.closeNs()), run.instrumentName(trip.instrument()),
                trip.side() > 0 ? "long" : "short", FixedPoint.format(trade.quantityE8()), price(trade.entryPrice()),
                price(trade.exitPrice()), Figures.fixed(trip.notional(), 2), signed(trip.pnl()),
                String.format(Locale.ROOT, "%+.3f %%", 100.0 * trip.netReturn()), signed(-trip.fees()),
                signed(-trip.spreadCost()), signed(-trip.slippageCost()), signed(-trip.funding()),
                String.format(Locale.ROOT, "%,.1f min", (trip.closeNs() - trip.openNs()) / NS_PER_MINUTE),
                trade.regime().name(), Figures.fixed(trade.forecast(), 3),
                trade.open() ? "open, marked" : trade.stopped() ? "stop" : "");
    }

    private static void verdicts(Verdicts verdicts, boolean derived, Html page) {
        page.heading("Decisions and refusals");
        if (!derived) {
            page.figure("", "The run has no derived log, so nothing is known of its decisions.");
            return;
        }
        page.note(String.format(Locale.ROOT,
                "%,d decisions, %,d proposals, %,d refused by risk, %,d orders sent, %,d changes of the trading state.",
                verdicts.decisions(), verdicts.signals().getOrDefault("PROPOSED", 0L), verdicts.refused(),
                verdicts.orders(), verdicts.stateChanges()));
        page.markup("<div class=\"plots\">\n");
        counts("signal", verdicts.signals(), page);
        counts("risk", verdicts.risk(), page);
        counts("venue, ends and refusals", verdicts.venue(), page);
        if (!verdicts.states().isEmpty()) {
            page.markup("<div>").table("figures", List.of("trading state", "from, UTC"));
            List<Verdicts.StateChange> states = new ArrayList<>(verdicts.states());
            states.subList(0, Math.min(20, states.size()))
                    .forEach(change -> page.row(List.of(change.state().name(), UtcText.of(change.timeNs()))));
            page.endTable().markup("</div>\n");
        }
        page.markup("</div>\n");
    }

    private static void counts(String what, Map<String, Long> counts, Html page) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        page.markup("<div>").table("figures", List.of(what, "count", "share"));
        if (counts.isEmpty()) {
            page.row(List.of("none", "0", "-"));
        }
        counts.forEach((reason, count) -> page.row(
                List.of(reason, String.format(Locale.ROOT, "%,d", count), Figures.percent(count / (double) all))));
        page.endTable().markup("</div>\n");
    }

    private static String signed(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%+.2f", value + 0.0);
    }

    /** Five digits that count, more where the price has them. */
    private static String price(double value) {
        return Figures.fixed(value, value >= 1_000.0 ? 2 : value >= 1.0 ? 4 : 6);
    }
}
