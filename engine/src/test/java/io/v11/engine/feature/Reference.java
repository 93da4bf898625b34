package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * What the batch references share: the whole past up to one event, sums and averages straight from their definitions.
 * Slow and plain; a value that is not warm or not defined is NaN.
 */
abstract class Reference {
    static final long SEC = 1_000_000_000L;
    static final Map<String, Long> WINDOWS = Map.of("100ms", SEC / 10, "1s", SEC, "10s", 10 * SEC, "60s", 60 * SEC,
            "300s", 300 * SEC);

    /** An observation: when, how much. */
    record Point(long timeNs, double value) {
    }

    /** A change of the top with what was there before; {@code before} is null when nothing comparable was. */
    record Change(Seen before, Seen after) {
        boolean midMoved() {
            return before != null && before.mid() != after.mid();
        }

        double sign() {
            return Math.signum(after.mid() - before.mid());
        }
    }

    final Map<String, Double> values = new HashMap<>();
    final List<Seen> past;
    final long nowNs;
    final List<Change> changes = new ArrayList<>();

    Reference(List<Seen> past) {
        this.past = past;
        this.nowNs = past.getLast().timeNs();
        Seen last = null;
        for (int i = 0; i < past.size(); i++) {
            Seen seen = past.get(i);
            if (seen.topChanged()) {
                changes.add(new Change(i > 0 && past.get(i - 1).topValid() ? last : null, seen));
                last = seen;
            }
        }
    }

    void put(String name, double value) {
        values.put(name, value);
    }

    void put(String name, String window, double value) {
        put(name, warm(window) ? value : Double.NaN);
    }

    boolean warm(String window) {
        return nowNs - past.getFirst().timeNs() >= WINDOWS.get(window);
    }

    /** NaN unless the last of the observations is at most 12 windows old. */
    double fresh(List<Point> points, String window, double value) {
        return points.isEmpty() ? Double.NaN : fresh(points.getLast().timeNs(), window, value);
    }

    double fresh(long lastNs, String window, double value) {
        return nowNs - lastNs <= 12 * WINDOWS.get(window) ? value : Double.NaN;
    }

    /** NaN unless it happened at most 600 s ago. */
    double horizon(long lastNs, double value) {
        return nowNs - lastNs <= 600 * SEC ? value : Double.NaN;
    }

    /** ln(1 + s), at most 600 s; what never happened is that old once that much has been seen. */
    double age(Long thenNs) {
        long ageNs = nowNs - (thenNs == null ? past.getFirst().timeNs() : thenNs);
        return thenNs == null && ageNs < 600 * SEC ? Double.NaN : Math.log(1 + Math.min(ageNs, 600 * SEC) / 1e9);
    }

    /** The value when the top is known now. */
    double quoted(double value) {
        return past.getLast().topValid() ? value : Double.NaN;
    }

    static List<Point> nonzero(List<Point> points) {
        return points.stream().filter(p -> p.value() != 0).toList();
    }

    static double weight(long ageNs, String window) {
        return Math.exp(-(ageNs / (double) WINDOWS.get(window)));
    }

    /** S(x): sum of x_i exp(-(t - t_i) / window). */
    double sum(List<Point> points, String window) {
        double sum = 0;
        for (Point point : points) {
            sum += point.value() * weight(nowNs - point.timeNs(), window);
        }
        return sum;
    }

    /** S(x) / S(y) for observations that come together; ages from the last of them, which cancels and never vanishes. */
    static double ratio(List<Point> numerator, List<Point> denominator, String window) {
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < denominator.size(); i++) {
            double weight = weight(denominator.getLast().timeNs() - denominator.get(i).timeNs(), window);
            top += numerator.get(i).value() * weight;
            bottom += denominator.get(i).value() * weight;
        }
        return top / bottom;
    }

    /** Time-weighted average of a value that holds between changes of the top. */
    double average(ToDoubleFunction<Seen> value, String window) {
        return held(changes.stream().map(c -> new Point(c.after().timeNs(), value.applyAsDouble(c.after()))).toList(),
                window);
    }

    /** Time-weighted average of a value that holds from each of the points to the next. */
    double held(List<Point> points, String window) {
        double average = points.getFirst().value() * weight(nowNs - points.getFirst().timeNs(), window);
        for (int i = 0; i < points.size(); i++) {
            long from = points.get(i).timeNs();
            long to = i + 1 < points.size() ? points.get(i + 1).timeNs() : nowNs;
            average += points.get(i).value() * (weight(nowNs - to, window) - weight(nowNs - from, window));
        }
        return average;
    }

    static double contrast(double left, double right) {
        return (left - right) / (left + right);
    }

    static List<Point> map(List<Point> points, DoubleUnaryOperator rule) {
        return points.stream().map(p -> new Point(p.timeNs(), rule.applyAsDouble(p.value()))).toList();
    }
}
