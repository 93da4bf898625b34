package io.v11.training.backtest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.Grain;
import io.v11.training.backtest.HourlyReturns;
import io.v11.training.backtest.JudgedText;
import io.v11.training.backtest.MonthlyReturns;
import io.v11.training.backtest.Rolling;
import io.v11.training.backtest.page.plot.HeatTable;
import io.v11.training.backtest.page.plot.HistogramPlot;
import io.v11.training.backtest.page.plot.Line;
import io.v11.training.backtest.page.plot.LinePlot;

/** When the money was made: rolling figures, months, hours of the week, and the histogram. */
final class ReturnsSection {
    private static final int WIDTH = 650;
    private static final int HEIGHT = 260;
    private static final int RESOLVED_LEAST = 30;
    private static final List<String> WEEKDAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
            "Oct", "Nov", "Dec");
    private static final double BPS = 10_000.0;

    private ReturnsSection() {
    }

    static void write(BacktestReport report, Html page) {
        Comparison subject = report.subject();
        Grain grain = subject.grain();
        page.heading("Returns");
        page.markup("<div class=\"pair\">\n<div>");
        rollingSharpe(report, page);
        page.markup("</div>\n<div>");
        rollingAccuracy(subject, page);
        page.markup("</div>\n<div>");
        page.figure(HistogramPlot.draw(WIDTH, HEIGHT, subject.curve().resampled(grain.lengthNs()).returns(),
                grain.word()),
                "Returns per " + grain.word()
                        + "; the outermost bars gather what lies beyond, a hundredth of all.");
        page.markup("</div>\n<div>");
        months(subject, page);
        page.markup("</div></div>\n");
        hours(subject, page);
    }

    private static void rollingSharpe(BacktestReport report, Html page) {
        Comparison subject = report.subject();
        Rolling rolling = Rolling.sharpe(subject.curve(), subject.grain());
        String window = subject.grain().window() + " " + subject.grain().word() + "s";
        if (!rolling.present()) {
            page.figure("", "No rolling Sharpe: the run is shorter than " + window + ", or its equity stood still.");
            return;
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Sharpe a year over " + window, "run0", rolling.timesNs(), rolling.values()));
        page.figure(new LinePlot(WIDTH, HEIGHT, "Rolling Sharpe", "", lines).withZero().draw(),
                subject.returns().sharpe().with((sharpe, interval, trials, deflated) -> String.format(Locale.ROOT,
                        "Rolling Sharpe a year of returns per %s; of the whole run %.2f %s.", subject.grain().word(),
                        sharpe,
                        JudgedText.beside(interval, 2, trials, deflated))));
    }

    private static void rollingAccuracy(Comparison subject, Html page) {
        Rolling rolling = Rolling.accuracy(subject.run().account(), subject.grain(), RESOLVED_LEAST);
        if (!rolling.present()) {
            page.figure("",
                    "No rolling accuracy: the run is shorter than the window, or too few forecasts came to an outcome.");
            return;
        }
        double[] percent = Arrays.stream(rolling.values()).map(value -> 100.0 * value).toArray();
        double[] majority = new double[percent.length];
        Arrays.fill(majority, 100.0 * subject.run().judged().majority());
        page.figure(new LinePlot(WIDTH, HEIGHT, "Rolling accuracy", "%",
                List.of(new Line("accuracy", "run0", rolling.timesNs(), percent),
                        new Line("majority over the whole run", "run2", rolling.timesNs(), majority)))
                .draw(),
                "Accuracy of the " + subject.run().judged().what() + " over " + subject.grain().window() + " "
                        + subject.grain().word() + "s, where at least " + RESOLVED_LEAST + " came to an outcome.");
    }

    private static void months(Comparison subject, Html page) {
        List<MonthlyReturns.Month> months = MonthlyReturns.of(subject.curve()).months();
        int first = months.getFirst().year();
        int last = months.getLast().year();
        double[][] values = new double[last - first + 1][13];
        String[][] hints = new String[last - first + 1][13];
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(values[i], Double.NaN);
        }
        for (MonthlyReturns.Month month : months) {
            int row = month.year() - first;
            values[row][month.month() - 1] = 100.0 * month.value();
            double year = Double.isNaN(values[row][12]) ? 1.0 : 1.0 + values[row][12] / 100.0;
            values[row][12] = 100.0 * (year * (1.0 + month.value()) - 1.0);
        }
        List<String> columns = new ArrayList<>(MONTHS);
        columns.add("year");
        page.subheading("By month, %")
                .markup(HeatTable.draw("", columns,
                        IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList(), values, hints));
    }

    private static void hours(Comparison subject, Html page) {
        HourlyReturns hours = HourlyReturns.of(subject.curve());
        double[][] values = new double[HourlyReturns.DAYS][HourlyReturns.HOURS];
        String[][] hints = new String[HourlyReturns.DAYS][HourlyReturns.HOURS];
        for (int day = 0; day < HourlyReturns.DAYS; day++) {
            for (int hour = 0; hour < HourlyReturns.HOURS; hour++) {
                values[day][hour] = hours.mean()[day][hour] * BPS;
                hints[day][hour] = hours.count()[day][hour] + " hours";
            }
        }
        page.subheading("By hour of the week, UTC, mean return in basis points")
                .markup(HeatTable.draw("", IntStream.range(0, HourlyReturns.HOURS)
                        .mapToObj(hour -> String.format(Locale.ROOT, "%02d", hour)).toList(), WEEKDAYS, values, hints));
    }
}
