/**
 * The two logs: {@link io.v11.engine.record.JournalStage} keeps what came in, {@link io.v11.engine.record.RecordStage}
 * what the engine concluded. A replay needs only the first and proves itself against the second.
 */
package io.v11.engine.record;
