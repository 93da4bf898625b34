package io.v11.engine.record;

import org.agrona.DirectBuffer;

import io.v11.journal.JournalWriter;

/** Keeps frames in a journal. Confined to the stage's thread. */
public final class JournalLog implements EventLog {
    private final JournalWriter writer;
    private boolean closed;

    public JournalLog(JournalWriter writer) {
        this.writer = writer;
    }

    @Override
    public void append(DirectBuffer frame, int offset, int length) {
        writer.append(frame, offset, length);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            writer.close();
        }
    }
}
