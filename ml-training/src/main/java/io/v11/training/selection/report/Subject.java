package io.v11.training.selection.report;

/**
 * What was studied, in words.
 *
 * @param label       what the features are to tell
 * @param decisions   which events are rows
 * @param range       of time
 * @param instruments qualified names, and the rows of each
 * @param journals    SHA-256 of their events
 * @param schema      SHA-256 of the feature schema
 * @param remark      what a reader has to know about the rows that are missing; empty when there is nothing
 */
public record Subject(String label, String decisions, String range, String instruments, String journals, String schema,
        String remark) {
}
