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

    static double weight(long ageNs, String window) {
        return StrictMath.exp(-(ageNs / (double) WINDOWS.get(window)));
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
        double average = value.applyAsDouble(changes.getFirst().after())
                * weight(nowNs - changes.getFirst().after().timeNs(), window);
        for (int i = 0; i < changes.size(); i++) {
            long from = changes.get(i).after().timeNs();
            long to = i + 1 < changes.size() ? changes.get(i + 1).after().timeNs() : nowNs;
            average += value.applyAsDouble(changes.get(i).after())
                    * (weight(nowNs - to, window) - weight(nowNs - from, window));
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
