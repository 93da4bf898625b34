package io.v11.binance;

import java.util.ArrayList;
import java.util.List;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.journal.event.EventHeaderDecoder;

/** Keeps a copy of every frame. */
public final class RecordedEvents implements EventSink {
    private final List<UnsafeBuffer> frames = new ArrayList<>();

    @Override
    public void onEvent(DirectBuffer buffer, int offset, int length) {
        UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
        copy.putBytes(0, buffer, offset, length);
        frames.add(copy);
    }

    public int size() {
        return frames.size();
    }

    public UnsafeBuffer frame(int index) {
        return frames.get(index);
    }

    public EventHeaderDecoder header(int index) {
        return new EventHeaderDecoder().wrap(frames.get(index), 0);
    }
}
