package io.v11.engine.play;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

import io.v11.engine.Pipeline;
import io.v11.engine.record.EventSource;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.event.Command;
import io.v11.journal.event.EventHeaderDecoder;

/**
 * Plays recorded market data into the engine as a live venue would: at its pace, the simulated venue first, its reports
 * in time order between the market events. Bars are shown to the venue before the time in them passes. Confined to the ingest thread but for {@link #command}.
 */
public final class Player {
    /** How near the due time a sleeping wait ends and a spinning one begins. */
    private static final long SPIN_NS = 100_000L;
    private static final long PROGRESS_MASK = 1023;

    private final Pipeline pipeline;
    private final Ingest ingest;
    private final SimulatedVenue venue;
    private final Pace pace;
    private final NanoClock clock;
    private final boolean spins;
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private volatile boolean stop;
    private long warmUpEvents = -1;
    private Runnable onWarm = () -> {
    };
    private LongConsumer progress = events -> {
    };
    private Span span = Span.ALL;
    private boolean waiting;

    private record Request(Command command, String author) {
    }

    /** What a play was. @param engineAlive the engine took every event */
    public record Result(long marketEvents, long elapsedNanos, boolean engineAlive) {
    }

    /** @param spins this thread has a core of its own and waits by spinning */
    public Player(Pipeline pipeline, Ingest ingest, SimulatedVenue venue, Pace pace, NanoClock clock, boolean spins) {
        this.pipeline = pipeline;
        this.ingest = ingest;
        this.venue = venue;
        this.pace = pace;
        this.clock = clock;
        this.spins = spins;
    }

    /** Before playing: what to do when {@code events} market events have been played, and whom to tell now and then. */
    public void onProgress(long events, Runnable whenWarm, LongConsumer listener) {
        warmUpEvents = events;
        onWarm = whenWarm;
        progress = listener;
    }

    /** Before playing: which part is traded; see {@link Span}. */
    public void over(Span part) {
        span = part;
    }

    /** A person's order to the engine; from any thread. */
    public void command(Command command, String author) {
        requests.add(new Request(command, author));
    }

    /** Ends the play before the source does; from any thread. */
    public void stop() {
        stop = true;
    }

    /**
     * Plays the source to its end, then lets open orders run out.
     *
     * @param settleNs event time to go on after the last market event, so that working orders end
     */
    public Result play(EventSource source, long settleNs) {
        long start = clock.nanoTime();
        long events = 0;
        waiting = span.warmsUp();
        boolean alive = !waiting || ingest.command(Command.PAUSE, Span.AUTHOR);
        UpcomingFrames frames = new UpcomingFrames(source, venue);
        while (alive && !stop && frames.next()
                && header.wrap(frames.buffer(), frames.offset()).ingestTimeNs() < span.untilNs()) {
            if (events == warmUpEvents) {
                pipeline.awaitProcessed();
                onWarm.run();
            }
            alive = playEvent(frames.buffer(), frames.offset(), frames.length(), start);
            if (alive && (++events & PROGRESS_MASK) == 0) {
                progress.accept(events);
            }
        }
        long elapsed = clock.nanoTime() - start;
        if (alive) {
            pipeline.awaitProcessed();
            alive = settle(settleNs);
        }
        return new Result(events, elapsed, alive);
    }

    private boolean playEvent(DirectBuffer frame, int offset, int length, long start) {
        long timeNs = header.wrap(frame, offset).ingestTimeNs();
        long arrival = clock.nanoTime();
        long due = pace.unpaced() ? arrival : start + pace.nextDueNs(timeNs);
        if (arrival < due) {
            waitUntil(due);
        }
        if (!commands() || !advanceTo(timeNs) || !begin(timeNs)) {
            return false;
        }
        venue.onMarketEvent(frame, offset, length);
        return ingest.publish(frame, offset, length, due);
    }

    private boolean begin(long timeNs) {
        if (!waiting || timeNs < span.fromNs()) {
            return true;
        }
        waiting = false;
        return ingest.command(Command.RESUME, Span.AUTHOR);
    }

    private boolean commands() {
        Request request = requests.peek() == null ? null : requests.poll();
        return request == null || ingest.command(request.command, request.author);
    }

    /** Publishes what happens before the next market event: timers and the venue's reports, in order of time. */
    private boolean advanceTo(long timeNs) {
        for (long timer = ingest.nextTimerNs(timeNs); timer <= timeNs; timer = ingest.nextTimerNs(timeNs)) {
            if (!reports(timer) || !ingest.timer(timer)) {
                return false;
            }
        }
        return reports(timeNs);
    }

    /**
     * Publishes the reports due. What the engine saw the least order latency ago or earlier may have caused orders that arrive
     * by now, so it must have dealt with it first: the venue's history is the same however slow the engine's threads are.
     */
    private boolean reports(long upToNs) {
        ingest.awaitProcessedUpTo(upToNs - venue.minimumOrderLatencyNs());
        while (venue.nextReport(upToNs)) {
            if (!ingest.publish(venue.buffer(), venue.offset(), venue.length(), clock.nanoTime())) {
                return false;
            }
            ingest.awaitProcessedUpTo(upToNs - venue.minimumOrderLatencyNs());
        }
        return true;
    }

    private boolean settle(long settleNs) {
        return commands() && advanceTo(ingest.lastTimeNs() + settleNs);
    }

    private void waitUntil(long due) {
        long left;
        while ((left = due - clock.nanoTime()) > 0) {
            if (spins) {
                Thread.onSpinWait();
            } else if (left > SPIN_NS) {
                LockSupport.parkNanos(left - SPIN_NS);
            } else {
                Thread.yield();
            }
        }
    }
}
