package io.v11.training.execution.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.v11.training.backtest.page.Html;
import io.v11.training.execution.calibration.CalibrationReport;
import io.v11.training.execution.calibration.FillCalibration;
import io.v11.training.execution.calibration.QueueCalibration;
import io.v11.training.execution.calibration.QueueScore;
import io.v11.training.execution.calibration.SlippageCalibration;
import io.v11.training.execution.order.OrderReading;
import io.v11.training.page.Figures;

/** The page on fill and slippage models. */
final class CalibrationPage {
    private CalibrationPage() {
    }

    static String of(CalibrationReport report) {
        Html page = PageFrame.begin("Fill and slippage models of own orders",
                report.runs().stream().map(reading -> reading.run().profile()).collect(Collectors.joining(", ")) + "; "
                        + PageFrame.whole(report.runs().stream().mapToLong(reading -> reading.orders().size()).sum())
                        + " orders");
        PageFrame.warnings(page, report.notes());
        fill(report.fill(), page);
        queue(report.queue(), page);
        slippage(report.slippage(), page);
        return PageFrame.end(page, report.runs().stream().map(OrderReading::run).toList());
    }

    private static void fill(FillCalibration fill, Html page) {
        page.heading("Fills of resting orders");
        if (!fill.fitted()) {
            page.figure("", fill.missing());
            return;
        }
        PageFrame.tiles(page, Figures.fixed(fill.brier(), 5), "Brier score, not seen before",
                Figures.fixed(fill.byAge(), 5), "of the base rate by age",
                Figures.percent(1.0 - fill.brier() / fill.byAge()), "better", PageFrame.whole(fill.learning()),
                "orders learnt from", PageFrame.whole(fill.judging()), "orders judged on");
        page.note(String.format(Locale.ROOT,
                "Base rates: all %.5f, by age %.5f, by age and instrument %.5f. Gain on the base rate by age %+.5f, standard error"
                        + " %.5f: %s. Left out: %,d orders between learning and judging, %,d refused by the venue.",
                fill.constant(), fill.byAge(), fill.byInstrument(), fill.gain(), fill.gainError(),
                fill.gain() > 2.0 * fill.gainError()
                        ? "more than two errors above zero"
                        : "not told from nothing at two errors",
                fill.straddled(), fill.refused()));
        inputs(fill.inputs(), "logit per deviation", page);
        page.subheading("Said and observed");
        page.table("figures", List.of("said", "rows", "mean said", "came"));
        fill.bins().forEach(bin -> page.row(List.of(Figures.percent(bin.low()) + " to " + Figures.percent(bin.high()),
                PageFrame.whole(bin.rows()), percent(bin.predicted()), percent(bin.observed()))));
        page.endTable();
        page.note(
                "Probability that an order's first fill has come, asked at several ages of the order within its planned life, from"
                        + " the decision on. An input that is the same in all orders has no slope. Rows of an order count as one in the"
                        + " standard error; orders of one moment are taken as independent, which they are not quite.");
    }

    private static void queue(QueueCalibration queue, Html page) {
        page.heading("Queue models of the simulated venue");
        if (queue.scores().isEmpty()) {
            page.figure("", "No resting order, so no queue.");
            return;
        }
        page.table("figures", List.of("model", "exponent", "log likelihood", "less than the likeliest", "said filled",
                "right"));
        double best = queue.scores().getFirst().logLikelihood();
        for (QueueScore score : queue.scores()) {
            page.row(List.of(score.model().name(), Figures.fixed(score.exponent(), 0),
                    Figures.fixed(score.logLikelihood(), 2), Figures.fixed(best - score.logLikelihood(), 2),
                    PageFrame.whole(score.said()),
                    PageFrame.whole(score.agreed()) + " of " + PageFrame.whole(score.orders())));
        }
        page.endTable();
        page.note(String.format(Locale.ROOT,
                "Of %,d resting orders %,d had a fill. Each model says from the same market data"
                        + " whether an order would have been filled before it ended; nats, each order judged by those before it."
                        + " Differences of less than about 2 say little. Formulas: package io.v11.engine.venue.queue.",
                queue.orders(),
                queue.filled()));
    }

    private static void slippage(SlippageCalibration slippage, Html page) {
        page.heading("Costs of taking orders");
        if (!slippage.fitted()) {
            page.figure("", slippage.missing());
            return;
        }
        PageFrame.tiles(page, Figures.fixed(slippage.r2(), 3), "R2, not seen before",
                Figures.fixed(slippage.spreadR2(), 3), "R2 of the half spread alone",
                Figures.fixed(slippage.errorBps(), 3), "bp mean absolute error",
                Figures.fixed(slippage.constantBps(), 3), "bp of the constant",
                Figures.fixed(slippage.spreadBps(), 3), "bp of the half spread alone");
        page.note(String.format(Locale.ROOT,
                "%,d orders learnt from, %,d judged on; mean cost %.3f bp from the mid of the"
                        + " decision. %s",
                slippage.learning(), slippage.judging(), slippage.meanBps(),
                slippage.errorBps() < slippage.spreadBps()
                        ? "The model knows more than the half spread."
                        : "The half spread alone does as well or better: these orders paid the touch, and there is no more to learn"
                                + " from them."));
        inputs(slippage.inputs(), "bp per deviation", page);
        page.note(
                "x: the order's size over the depth displayed on the other side; volatility in basis points per root of a second.");
    }

    private static void inputs(List<FillCalibration.Input> inputs, String unit, Html page) {
        page.table("figures", List.of("input", "mean", "deviation", unit));
        inputs.forEach(input -> page.row(List.of(input.name(), Figures.fixed(input.mean(), 4),
                Figures.fixed(input.deviation(), 4),
                input.deviation() == 0.0 ? "-" : PageFrame.signed(input.slope(), 3))));
        page.endTable();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : Figures.percent(share);
    }
}
