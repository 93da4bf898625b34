package io.v11.training.optimisation.space;

import java.util.List;

/**
 * The section {@code space} of an optimisation's file. Parameters keep the order reals, integers, choices.
 *
 * <pre>
 *   space:
 *     reals: [{path: signal.entryBps, low: 0.5, high: 20, log: true}]
 *     integers: [{path: signal.holdBars, low: 1, high: 96, log: true}]
 *     choices: [{path: signal.timing, values: [MARKET, POST_ONLY]}]
 * </pre>
 */
public record SpaceSettings(List<RealRange> reals, List<IntegerRange> integers, List<Choice> choices) {
    public SpaceSettings {
        reals = List.copyOf(reals);
        integers = List.copyOf(integers);
        choices = List.copyOf(choices);
    }

    /** @param log steps are ratios */
    public record RealRange(String path, double low, double high, boolean log) {
        Parameter parameter() {
            return new Parameter(path, log ? Parameter.Kind.REAL_LOG : Parameter.Kind.REAL, low, high, List.of());
        }
    }

    /** @param log steps are ratios */
    public record IntegerRange(String path, long low, long high, boolean log) {
        Parameter parameter() {
            return new Parameter(path, log ? Parameter.Kind.INTEGER_LOG : Parameter.Kind.INTEGER, low, high, List.of());
        }
    }

    /** @param values without an order that would mean something */
    public record Choice(String path, List<String> values) {
        public Choice {
            values = List.copyOf(values);
        }

        Parameter parameter() {
            return new Parameter(path, Parameter.Kind.CHOICE, 0.0, values.size() - 1.0, values);
        }
    }
}
