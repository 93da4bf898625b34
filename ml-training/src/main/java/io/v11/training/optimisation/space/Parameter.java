package io.v11.training.optimisation.space;

import java.util.List;

import io.v11.config.ConfigurationException;

/**
 * One thing that may be varied, and its scale. A sampler works on [0, 1], the same for every kind: equal stretches of
 * it are equal steps of a linear parameter and equal ratios of a logarithmic one; a whole number and a choice own a
 * stretch each, so that uniform draws are uniform among them. Immutable.
 *
 * @param path    key of the configuration that it sets, such as {@code signal.entryBps}
 * @param low     least value; of a choice 0
 * @param high    greatest value, possible too; of a choice the number of the last
 * @param choices what a choice can be, in order; empty for numbers
 */
public record Parameter(String path, Kind kind, double low, double high, List<String> choices) {
    private static final String PATH = "[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*";
    private static final double LARGEST_INTEGER = 1e9;

    /** Scale of a parameter. */
    public enum Kind {
        REAL, REAL_LOG, INTEGER, INTEGER_LOG, CHOICE;

        boolean logarithmic() {
            return this == REAL_LOG || this == INTEGER_LOG;
        }
    }

    public Parameter {
        choices = List.copyOf(choices);
        require(path.matches(PATH), path, "is no path such as signal.entryBps");
        if (kind == Kind.CHOICE) {
            require(choices.size() >= 2, path, "needs two values or more to choose from");
            require(choices.stream().distinct().count() == choices.size(), path, "names a value twice: " + choices);
            require(choices.stream().allMatch(choice -> choice.matches("\\S+")), path, "has a value with blanks in it");
        } else {
            require(low < high, path, "low " + low + " must be less than high " + high);
            require(Double.isFinite(high - low), path, "the range is too wide");
            require(!kind.logarithmic() || low > 0.0, path, "low must be greater than 0 on a logarithmic scale");
        }
        require(kind == Kind.REAL || kind == Kind.REAL_LOG || Math.abs(low) <= LARGEST_INTEGER
                && Math.abs(high) <= LARGEST_INTEGER, path, "whole numbers must lie within 1e9");
    }

    /** Number of values it can have; 0 when they are not countable. */
    public int levels() {
        return kind == Kind.REAL || kind == Kind.REAL_LOG ? 0 : (int) (high - low) + 1;
    }

    /** The value at a place of [0, 1]; of a choice its number. */
    public double value(double unit) {
        double at = Math.clamp(unit, 0.0, 1.0);
        return switch (kind) {
            case REAL -> Math.clamp(low + at * (high - low), low, high);
            case REAL_LOG -> {
                double logarithm = StrictMath.log(low) + at * (StrictMath.log(high) - StrictMath.log(low));
                yield Math.clamp(StrictMath.exp(logarithm), low, high);
            }
            case INTEGER, CHOICE -> Math.clamp(low + Math.floor(at * levels()), low, high);
            case INTEGER_LOG -> Math.clamp(Math.rint(StrictMath.exp(edge(low - 0.5)
                    + at * (edge(high + 0.5) - edge(low - 0.5)))), low, high);
        };
    }

    /** The place of a value in [0, 1]; of a countable value the middle of its stretch. */
    public double unit(double value) {
        return switch (kind) {
            case REAL -> (value - low) / (high - low);
            case REAL_LOG ->
                (StrictMath.log(value) - StrictMath.log(low)) / (StrictMath.log(high) - StrictMath.log(low));
            case INTEGER, CHOICE -> (value - low + 0.5) / levels();
            case INTEGER_LOG -> (begin(value) + begin(value + 1.0)) / 2.0;
        };
    }

    /** Where the stretch of a countable value begins in [0, 1]; of the value after the last: 1. */
    public double begin(double value) {
        return kind == Kind.INTEGER_LOG
                ? (edge(value - 0.5) - edge(low - 0.5)) / (edge(high + 0.5) - edge(low - 0.5))
                : (value - low) / levels();
    }

    /** As configuration files write it. */
    public String text(double value) {
        return switch (kind) {
            case REAL, REAL_LOG -> Double.toString(value);
            case INTEGER, INTEGER_LOG -> Long.toString((long) value);
            case CHOICE -> choices.get((int) value);
        };
    }

    /** Of what {@link #text} wrote. */
    double parse(String text) {
        double value = kind == Kind.CHOICE ? choices.indexOf(text) : Double.parseDouble(text);
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(path + " cannot be " + text);
        }
        return value;
    }

    /** Kind and range in one line, without blanks around it: what its identity is. */
    public String description() {
        return path + " " + kind + (kind == Kind.CHOICE ? " " + String.join("|", choices) : " " + low + ".." + high);
    }

    private static double edge(double value) {
        return StrictMath.log(value);
    }

    private static void require(boolean holds, String path, String message) {
        if (!holds) {
            throw new ConfigurationException("parameter " + path + ": " + message);
        }
    }
}
