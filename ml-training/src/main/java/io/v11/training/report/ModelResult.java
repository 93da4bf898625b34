package io.v11.training.report;

import java.util.List;

/**
 * One model.
 *
 * @param id         name/version
 * @param family     kind of model
 * @param inputs     numbers that it reads
 * @param role       in words: stack, member of it, or on its own
 * @param settings   hyperparameters in a line
 * @param notes      what its checks said when it was loaded
 * @param groups     all rows first, then each instrument
 * @param curve      loss by step of training; empty when the folder has none
 * @param bestStep   step that was kept, 0 when unknown
 * @param importance the inputs whose loss hurts most, the worst first
 */
public record ModelResult(String id, String family, int inputs, String role, String settings, List<String> notes,
        List<GroupResult> groups, List<LearningCurve.Point> curve, int bestStep, List<Importance> importance) {
    public ModelResult {
        notes = List.copyOf(notes);
        groups = List.copyOf(groups);
        curve = List.copyOf(curve);
        importance = List.copyOf(importance);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("model " + id + " was judged on no rows");
        }
    }

    /**
     * @param input name of the input
     * @param rise  of the log loss when its values come from other rows of the same instrument, nats
     * @param low   of the 95 % interval, block bootstrap over moves; NaN when there are too few
     * @param high  of it
     */
    public record Importance(String input, double rise, double low, double high) {
    }

    /** Over all instruments. */
    public GroupResult all() {
        return groups.getFirst();
    }
}
