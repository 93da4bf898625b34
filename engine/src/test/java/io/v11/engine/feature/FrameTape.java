package io.v11.engine.feature;

import java.nio.ByteBuffer;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.engine.book.MarketFrames;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.EventHeaderEncoder;

/** Frames of a random market, recorded once and loaded into slots any number of times without allocating. */
final class FrameTape {
    private final UnsafeBuffer frames;
    private final int[] offsets;

    FrameTape(long seed, int events) {
        RandomMarket market = new RandomMarket(seed);
        UnsafeBuffer room = new UnsafeBuffer(ByteBuffer.allocateDirect(events * 600 + 4096));
        offsets = new int[events + 1];
        for (int i = 0; i < events; i++) {
            MarketFrames frame = market.next();
            room.putBytes(offsets[i], frame.buffer(), 0, frame.length());
            offsets[i + 1] = offsets[i] + frame.length();
        }
        frames = room;
    }

    int size() {
        return offsets.length - 1;
    }

    void load(int index, EngineEvent event) {
        event.load(frames, offsets[index], offsets[index + 1] - offsets[index], index + 1);
    }

    /** The same, {@code shiftNs} later. */
    void load(int index, EngineEvent event, long shiftNs) {
        load(index, event);
        long time = event.timeNs() + shiftNs;
        event.frame().putLong(EventHeaderEncoder.ingestTimeNsEncodingOffset(), time);
    }

    long durationNs() {
        EventHeaderDecoder header = new EventHeaderDecoder();
        long first = header.wrap(frames, 0).ingestTimeNs();
        return header.wrap(frames, offsets[size() - 1]).ingestTimeNs() - first;
    }
}
