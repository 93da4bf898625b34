package io.v11.engine.play;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Configuration;
import io.v11.config.Limits;
import io.v11.engine.Pipeline;
import io.v11.journal.event.Command;
import io.v11.journal.event.EventHeaderDecoder;

/**
 * The one door to the ring. Keeps ingest time from going back and publishes what the edge itself makes: configuration,
 * model swaps, timers, operator commands. Confined to the ingest thread; allocates nothing for market data.
 */
public final class Ingest {
    /** Timers are given for every second up to this hole; across a longer one, such as between two bars, one is enough. */
    private static final long LONGEST_TIMED_HOLE_NS = 30_000_000_000L;
    private static final int TIMES_MASK = (1 << 16) - 1;
    private static final long SECOND_NS = 1_000_000_000L;

    private final Pipeline pipeline;
    private final NanoClock clock;
    private final ControlFrames control = new ControlFrames();
    private final UnsafeBuffer copy = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    /** Ingest times of the latest events by sequence. */
    private final long[] times = new long[TIMES_MASK + 1];
    private long lastTimeNs = Long.MIN_VALUE;
    private long published;

    /** A model that is live from the start: {@code name/version} and the SHA-256 of its manifest. */
    public record LiveModel(String name, byte[] manifestDigest) {
    }

    public Ingest(Pipeline pipeline, NanoClock clock) {
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** The first events of every run: what the engine was told, and which models it was given. */
    public void open(Configuration configuration, List<LiveModel> models, long timeNs) {
        byte[] text = ControlFrames.configurationText(configuration);
        for (int frame = 0; frame < ControlFrames.configurationFrames(text); frame++) {
            publish(control.buffer(), 0, control.encodeConfiguration(text, configuration.digest(), frame, timeNs),
                    clock.nanoTime());
        }
        for (LiveModel model : models) {
            publish(control.buffer(), 0, control.encodeModelSwap(model.name(), model.manifestDigest(), timeNs),
                    clock.nanoTime());
        }
    }

    /** When the next timer is due: the next whole second after the last event, or the last one before a long hole ends. */
    public long nextTimerNs(long nextEventNs) {
        if (lastTimeNs == Long.MIN_VALUE) {
            return Long.MAX_VALUE;
        }
        long due = (lastTimeNs / SECOND_NS + 1) * SECOND_NS;
        return nextEventNs - due > LONGEST_TIMED_HOLE_NS ? nextEventNs / SECOND_NS * SECOND_NS : due;
    }

    public boolean timer(long dueNs) {
        return publish(control.buffer(), 0, control.encodeTimer(0, dueNs), clock.nanoTime());
    }

    public boolean command(Command command, String author) {
        return publish(control.buffer(), 0, control.encodeCommand(command, author, lastTimeNs), clock.nanoTime());
    }

    /**
     * Publishes a frame; an ingest time before the last one is raised to it.
     *
     * @param arrivalNanos when the frame was due, on the clock given at construction
     * @return false when the engine has stopped
     */
    public boolean publish(DirectBuffer frame, int offset, int length, long arrivalNanos) {
        long timeNs = header.wrap(frame, offset).ingestTimeNs();
        long sequence;
        if (timeNs >= lastTimeNs) {
            lastTimeNs = timeNs;
            sequence = pipeline.publish(frame, offset, length, arrivalNanos);
        } else {
            copy.putBytes(0, frame, offset, length);
            copy.putLong(EventHeaderDecoder.ingestTimeNsEncodingOffset(), lastTimeNs, ByteOrder.LITTLE_ENDIAN);
            sequence = pipeline.publish(copy, 0, length, arrivalNanos);
        }
        if (sequence == 0) {
            return false;
        }
        published = sequence;
        times[(int) sequence & TIMES_MASK] = lastTimeNs;
        return true;
    }

    /**
     * Waits until the engine has dealt with every event up to and with {@code timeNs}: whatever orders they caused have
     * been sent. The play thus never runs past a time at which an order could still arrive.
     */
    public void awaitProcessedUpTo(long timeNs) {
        long processed = pipeline.processed();
        while (processed < published && !pipeline.stopped()
                && (published - processed > TIMES_MASK || times[(int) (processed + 1) & TIMES_MASK] <= timeNs)) {
            Thread.onSpinWait();
            processed = pipeline.processed();
        }
    }

    /** Ingest time of the last event, ns since the epoch. */
    public long lastTimeNs() {
        return lastTimeNs;
    }

    public long published() {
        return published;
    }
}
