package io.v11.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.v11.ml.Family;
import io.v11.training.metrics.Interval;

/**
 * What {@link PathStudy} found. The paths of a family tell the same rows by models that were fitted to different parts of the
 * time: their spread is what depends on the choice of the history. They are not independent, so it is no standard error.
 *
 * @param folds    number of fits of each family
 * @param families accuracy of each path, in their order
 */
public record PathReport(int folds, Map<Family, List<PathAccuracy>> families) {
    private static final String COLUMNS = "%-12s %-6s %7s %6s  %6s %6s %6s  %-13s %6s %-13s  %6s";

    /** A line for each path and mean, spread and range of each family; accuracies in percent. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, COLUMNS, "family", "path", "rows", "moves", "major", "rule", "model",
                "95 %", "lead", "95 %", "AUC"));
        families.forEach((family, paths) -> {
            for (int path = 0; path < paths.size(); path++) {
                PathAccuracy p = paths.get(path);
                lines.add(String.format(Locale.ROOT, COLUMNS, family.text(), path + 1, p.rows(), p.moves(),
                        percent(p.majority()), percent(p.rule()), percent(p.accuracy()), range(p.interval()),
                        signed(p.lead()), range(p.leadInterval()), decimal(p.areaUnderCurve())));
            }
            lines.add(line(family, "mean", paths, PathReport::mean));
            if (paths.size() > 1) {
                lines.add(line(family, "spread", paths, PathReport::spread));
            }
        });
        return lines;
    }

    /** Mean over the paths. */
    public static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Standard deviation over the paths, {@code n - 1}. */
    public static double spread(double[] values) {
        double mean = mean(values);
        double sum = 0.0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    private static String line(Family family, String what, List<PathAccuracy> paths,
            ToDoubleFunction<double[]> figure) {
        return String.format(Locale.ROOT, COLUMNS, family.text(), what, "", "",
                percent(figure.applyAsDouble(of(paths, PathAccuracy::majority))),
                percent(figure.applyAsDouble(of(paths, PathAccuracy::rule))),
                percent(figure.applyAsDouble(of(paths, PathAccuracy::accuracy))), "",
                signed(figure.applyAsDouble(of(paths, PathAccuracy::lead))), "",
                decimal(figure.applyAsDouble(of(paths, PathAccuracy::areaUnderCurve))));
    }

    private static double[] of(List<PathAccuracy> paths, ToDoubleFunction<PathAccuracy> value) {
        return paths.stream().mapToDouble(value).toArray();
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * fraction);
    }

    private static String signed(double fraction) {
        return String.format(Locale.ROOT, "%+.2f", 100.0 * fraction);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String range(Interval interval) {
        return Double.isNaN(interval.low())
                ? "[too few]"
                : String.format(Locale.ROOT, "[%.1f %.1f]", 100.0 * interval.low(), 100.0 * interval.high());
    }
}
