package io.v11.training.report;

import java.util.List;

/**
 * All that the report says.
 *
 * @param journals     SHA-256 of the events that were replayed
 * @param schema       SHA-256 of the feature schema
 * @param cadence      which events are decisions
 * @param ranges       the test spans, one a line
 * @param testRows     labelled decisions in them
 * @param rules        where the best one-feature rules come from
 * @param fees         taker fee by instrument, in words
 * @param models       the live stack first, or as named
 * @param notes        what a reader must know to read the figures rightly
 */
public record ModelsReport(String journals, String schema, String cadence, List<String> ranges, int testRows,
        String rules, String fees, List<ModelResult> models, List<String> notes) {
    public ModelsReport {
        ranges = List.copyOf(ranges);
        models = List.copyOf(models);
        notes = List.copyOf(notes);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one model");
        }
    }
}
