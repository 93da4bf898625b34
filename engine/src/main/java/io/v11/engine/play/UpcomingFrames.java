package io.v11.engine.play;

import java.nio.ByteBuffer;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Limits;
import io.v11.engine.record.EventSource;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.KlineDecoder;

/**
 * Gives the frames of a source one by one, and shows the simulated venue what is about to pass. The bars of several
 * instruments end at one time and come one after the other; the venue must know all of them before that time, so the frames
 * of one ingest time are read ahead, and with them the first of the next. From a source without bars nothing is read ahead.
 *
 * <p>At most {@link Limits#UPCOMING_BYTES} of one time. Confined to the ingest thread; allocates nothing after construction.
 */
final class UpcomingFrames {
    private static final int ALIGNMENT = Long.BYTES;

    private final EventSource source;
    private final SimulatedVenue venue;
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    /** Frames read ahead, each with its length before it. */
    private final UnsafeBuffer ahead = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.UPCOMING_BYTES));
    private int readEnd;
    private int nextFrame;
    /** Frames of this time have been shown. */
    private int shownEnd;
    private boolean bars;
    private boolean ended;
    private DirectBuffer buffer;
    private int offset;
    private int length;

    UpcomingFrames(EventSource source, SimulatedVenue venue) {
        this.source = source;
        this.venue = venue;
    }

    /** Moves to the next frame, having shown it and the bars of its time to the venue; false at the end. */
    boolean next() {
        if (!bars) {
            return nextOfSource() && (!bars || next());
        }
        if (nextFrame == shownEnd && !readAhead()) {
            return false;
        }
        length = ahead.getInt(nextFrame);
        buffer = ahead;
        offset = nextFrame + ALIGNMENT;
        nextFrame = after(nextFrame, length);
        return true;
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    /** Gives the source's own frame until the first bar comes; that one is the first to be kept. */
    private boolean nextOfSource() {
        if (!source.next()) {
            return false;
        }
        bars = header.wrap(source.buffer(), source.offset()).templateId() == KlineDecoder.TEMPLATE_ID;
        if (bars) {
            keep();
            return true;
        }
        buffer = source.buffer();
        offset = source.offset();
        length = source.length();
        venue.onUpcoming(buffer, offset, length);
        return true;
    }

    /** Reads all frames of the next time and the one after them, and shows those of that time. */
    private boolean readAhead() {
        int kept = readEnd - nextFrame;
        ahead.putBytes(0, ahead, nextFrame, kept);
        nextFrame = 0;
        shownEnd = 0;
        readEnd = kept;
        if (kept == 0 && !readOne()) {
            return false;
        }
        long timeNs = header.wrap(ahead, ALIGNMENT).ingestTimeNs();
        int frame = 0;
        while (header.wrap(ahead, frame + ALIGNMENT).ingestTimeNs() == timeNs) {
            venue.onUpcoming(ahead, frame + ALIGNMENT, ahead.getInt(frame));
            frame = after(frame, ahead.getInt(frame));
            shownEnd = frame;
            if (frame == readEnd && !readOne()) {
                break;
            }
        }
        return true;
    }

    private boolean readOne() {
        ended = ended || !source.next();
        if (!ended) {
            keep();
        }
        return !ended;
    }

    private void keep() {
        int end = after(readEnd, source.length());
        if (end > Limits.UPCOMING_BYTES) {
            throw new IllegalStateException("more frames bear one ingest time than the player holds: limit="
                    + Limits.UPCOMING_BYTES + " bytes, ingestTimeNs="
                    + header.wrap(source.buffer(), source.offset()).ingestTimeNs()
                    + "; import them with their own times");
        }
        ahead.putInt(readEnd, source.length());
        ahead.putBytes(readEnd + ALIGNMENT, source.buffer(), source.offset(), source.length());
        readEnd = end;
    }

    private static int after(int frame, int length) {
        return frame + ALIGNMENT + (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
