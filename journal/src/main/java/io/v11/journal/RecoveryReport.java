package io.v11.journal;

import java.nio.file.Path;

/**
 * What the start of a log found and did.
 *
 * @param folder       the log
 * @param lastRecord   number of the last event; 0 in a new log
 * @param lastSequence its sequence; 0 in a new log
 * @param tornTail     a crash had torn the last record before it was acknowledged; it was dropped
 * @param detail       what was dropped, in words; empty when nothing was
 */
public record RecoveryReport(Path folder, long lastRecord, long lastSequence, boolean tornTail, String detail) {
}
