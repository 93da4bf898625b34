package io.v11.engine.record;

import org.agrona.DirectBuffer;

import io.v11.journal.JournalReader;

/** Reads frames back from a journal; damage is an exception that names the record. */
public final class JournalSource implements EventSource {
    private final JournalReader reader;

    public JournalSource(JournalReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean next() {
        return reader.next();
    }

    @Override
    public DirectBuffer buffer() {
        return reader.buffer();
    }

    @Override
    public int offset() {
        return reader.offset();
    }

    @Override
    public int length() {
        return reader.length();
    }

    @Override
    public void close() {
        reader.close();
    }
}
