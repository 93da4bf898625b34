package io.v11.benchmarks.setting;

import org.agrona.DirectBuffer;

import io.v11.engine.record.EventSource;

/** Plays a part of a recording once. Confined to one thread; allocates nothing. */
public final class RecordingSource implements EventSource {
    private final Recording recording;
    private final int end;
    private int next;

    RecordingSource(Recording recording, int first, int end) {
        this.recording = recording;
        this.next = first;
        this.end = end;
    }

    @Override
    public boolean next() {
        if (next >= end) {
            return false;
        }
        next++;
        return true;
    }

    @Override
    public DirectBuffer buffer() {
        return recording.buffer();
    }

    @Override
    public int offset() {
        return recording.offset(next - 1);
    }

    @Override
    public int length() {
        return recording.length(next - 1);
    }
}
