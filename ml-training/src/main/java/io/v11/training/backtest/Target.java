package io.v11.training.backtest;

import java.util.List;

/**
 * A row of the target table.
 *
 * @param measure what is measured
 * @param goal    in words
 * @param reached of each run, the subject first
 */
public record Target(String measure, String goal, List<Reached> reached) {
    public Target {
        reached = List.copyOf(reached);
    }

    /** Of the subject. */
    public Outcome outcome() {
        return reached.getFirst().outcome();
    }

    /** Whether a target was reached. */
    public enum Outcome {
        MET, MISSED,
        /** The run says nothing about it. */
        UNKNOWN;

        static Outcome of(double value, boolean met) {
            return Double.isNaN(value) ? UNKNOWN : met ? MET : MISSED;
        }
    }

    /** @param value NaN when unknown  @param text with what it must be read beside */
    public record Reached(String run, double value, String text, Outcome outcome) {
    }
}
