package io.v11.engine;

import java.util.function.IntConsumer;

import io.v11.config.Configuration;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.record.EventLog;
import io.v11.engine.venue.Venue;

/**
 * What an engine is built from. Everything it does follows from this and from the events it is given.
 *
 * @param models   whom inference asks; their features and moves
 * @param cadence  which events are decisions
 * @param runId    part of every client order id; from the time of the run's first event
 * @param input    where the input log goes
 * @param derived  where the conclusions go, or what they are compared with
 * @param venue    where orders go
 * @param plan     which thread runs which stage
 * @param probe    looks at the clock for the stages
 * @param pinning  pins the calling thread to a core
 */
public record EngineContext(Configuration configuration, LiveModels models, DecisionCadence cadence, int runId,
        EventLog input, EventLog derived, Venue venue, ThreadPlan plan,
        LatencyProbe probe, IntConsumer pinning) {

    /** A run's id: distinct for runs that begin at different microseconds, the same in every replay of one run. */
    public static int runId(long firstEventTimeNs) {
        long mixed = (firstEventTimeNs / 1_000L) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 41); // 23 bits, see ClientOrderId
    }
}
