package io.v11.config;

import java.util.List;

/**
 * How the engine runs: one YAML file in {@code config/profiles}. Every key is required, unknown keys are refused, and the
 * relations between them are checked as a whole by {@link #conclude()}.
 */
public record Profile(String name, Threading threading, JournalSettings journal, Playback playback,
        DecisionSettings decision,
        ModelSettings models, SignalSettings signal, RiskLimits risk, ExecutionSettings execution, VenueSettings venue,
        Budget budget) {

    /**
     * Which thread runs which stage.
     *
     * @param mode     AUTO plans by the cores there are; a named mode is taken or refused
     * @param waitStrategy how a thread waits for work
     * @param ringSize slots, a power of two
     * @param pin      give each spinning thread a core of its own
     * @param groups   DEDICATED only: stage names by thread, in the order of the pipeline; empty: a thread per stage
     */
    public record Threading(Mode mode, Wait waitStrategy, int ringSize, boolean pin, List<List<String>> groups) {
        /** Who runs the stages. */
        public enum Mode {
            AUTO, INVOKER, SHARED, DEDICATED
        }

        /** How a thread waits for work, from lowest latency to least processor time. */
        public enum Wait {
            BUSY_SPIN, YIELDING, SLEEPING, BLOCKING;

            /** Only a busy-spinning thread keeps its core to itself; a yielding one hands it over when asked. */
            public boolean needsOwnCore() {
                return this == BUSY_SPIN;
            }
        }
    }

    /** @param durability when an append is safe, see {@link Durability}
     *  @param derived    keep the derived log (features, scores, signals, verdicts, intents) */
    public record JournalSettings(Durability durability, boolean derived) {
        /** What an acknowledged append survives. */
        public enum Durability {
            /** Death of the process. */
            OS,
            /** Death of the machine, less the last 64 events or 5 ms. */
            BATCH,
            /** Death of the machine. */
            EVENT
        }
    }

    /** @param pace {@code max}, {@code recorded}, a factor such as {@code 20x}, or a fixed rate such as {@code 5000/s} */
    public record Playback(String pace) {
    }

    /** @param cadence which events are decisions: TOP_CHANGE, TRADE, BOOK_UPDATE or EVERY_EVENT */
    public record DecisionSettings(String cadence) {
    }

    /** @param live model folders under {@code config/models} that are averaged, {@code name/version} each */
    public record ModelSettings(List<String> live) {
    }

    /**
     * @param minimumEdgeBps   a proposal needs at least this expected edge after half spread and fees, basis points
     * @param orderNotional    size of an order, quote units
     * @param timeInForce      IOC takes, POST_ONLY makes
     * @param maximumInvalidFraction a vector with a larger part of the models' inputs invalid is not traded on
     * @param coolDownMs       no second proposal on an instrument within this time, event time
     */
    public record SignalSettings(double minimumEdgeBps, Decimal orderNotional, String timeInForce,
            double maximumInvalidFraction, long coolDownMs) {
    }

    /**
     * @param collarBps              farthest a limit price may lie on the aggressive side of the mid, basis points
     * @param maximumOrderNotional   one order, quote units
     * @param maximumGrossNotional   all positions and working orders together, quote units
     * @param ordersPerSecond        new orders in any one second of event time, all instruments
     * @param maximumOpenOrders      working at one time
     * @param staleReferenceMs       oldest best bid/ask an order may be priced on
     * @param maximumDrawdownFraction from the peak of equity; beyond it: HALTED until a person resumes
     * @param startingCapital        quote units
     */
    public record RiskLimits(double collarBps, Decimal maximumOrderNotional, Decimal maximumGrossNotional,
            int ordersPerSecond, int maximumOpenOrders, long staleReferenceMs, double maximumDrawdownFraction,
            Decimal startingCapital) {
    }

    /** @param orderLifeMs a working order is cancelled after this time, event time */
    public record ExecutionSettings(long orderLifeMs) {
    }

    /** The simulated venue. @param orderLatencyUs engine to venue  @param reportLatencyUs venue to engine */
    public record VenueSettings(long orderLatencyUs, long reportLatencyUs) {
    }

    /** What the report judges by. @param responseMs hard bound on tick-to-order p99.9  @param tickToOrderP50Us the profile's own goal */
    public record Budget(double responseMs, double tickToOrderP50Us) {
    }

    /** Checks every relation and range; returns itself so that loading reads as a sentence. */
    public Profile conclude() {
        Limits.check();
        check(Integer.bitCount(threading.ringSize) == 1 && threading.ringSize >= Limits.RING_MINIMUM
                && threading.ringSize <= Limits.RING_MAXIMUM, "threading.ringSize",
                "a power of two from " + Limits.RING_MINIMUM + " to " + Limits.RING_MAXIMUM, threading.ringSize);
        check(threading.groups.isEmpty() || threading.mode == Threading.Mode.DEDICATED, "threading.groups",
                "only with mode: DEDICATED", threading.mode);
        check(List.of("TOP_CHANGE", "TRADE", "BOOK_UPDATE", "EVERY_EVENT").contains(decision.cadence),
                "decision.cadence", "TOP_CHANGE, TRADE, BOOK_UPDATE or EVERY_EVENT", decision.cadence);
        check(!models.live.isEmpty() && models.live.size() <= Limits.MODELS, "models.live",
                "1 to " + Limits.MODELS + " models", models.live.size());
        check(signal.orderNotional.e8() > 0, "signal.orderNotional", "above 0", signal.orderNotional);
        check(signal.orderNotional.e8() <= risk.maximumOrderNotional.e8(), "signal.orderNotional",
                "at most risk.maximumOrderNotional=" + risk.maximumOrderNotional, signal.orderNotional);
        check(List.of("IOC", "GTC", "POST_ONLY").contains(signal.timeInForce), "signal.timeInForce",
                "IOC, GTC or POST_ONLY", signal.timeInForce);
        check(signal.maximumInvalidFraction >= 0 && signal.maximumInvalidFraction < 1, "signal.maximumInvalidFraction",
                "0 or more and below 1", signal.maximumInvalidFraction);
        check(signal.coolDownMs >= 0, "signal.coolDownMs", "0 or more", signal.coolDownMs);
        check(risk.collarBps > 0, "risk.collarBps", "above 0", risk.collarBps);
        check(risk.maximumOrderNotional.e8() <= risk.maximumGrossNotional.e8(), "risk.maximumOrderNotional",
                "at most risk.maximumGrossNotional=" + risk.maximumGrossNotional, risk.maximumOrderNotional);
        check(risk.ordersPerSecond > 0, "risk.ordersPerSecond", "above 0", risk.ordersPerSecond);
        check(risk.maximumOpenOrders > 0 && risk.maximumOpenOrders <= Limits.OPEN_ORDERS, "risk.maximumOpenOrders",
                "1 to " + Limits.OPEN_ORDERS, risk.maximumOpenOrders);
        check(risk.staleReferenceMs > 0, "risk.staleReferenceMs", "above 0", risk.staleReferenceMs);
        check(risk.maximumDrawdownFraction > 0 && risk.maximumDrawdownFraction <= 0.08, "risk.maximumDrawdownFraction",
                "above 0 and at most 0.08", risk.maximumDrawdownFraction);
        check(risk.startingCapital.e8() > 0, "risk.startingCapital", "above 0", risk.startingCapital);
        check(execution.orderLifeMs > 0, "execution.orderLifeMs", "above 0", execution.orderLifeMs);
        check(venue.orderLatencyUs >= 0 && venue.reportLatencyUs >= 0, "venue.orderLatencyUs, venue.reportLatencyUs",
                "0 or more", venue.orderLatencyUs + ", " + venue.reportLatencyUs);
        check(budget.responseMs > 0 && budget.responseMs <= 100, "budget.responseMs", "above 0 and at most 100",
                budget.responseMs);
        check(budget.tickToOrderP50Us > 0, "budget.tickToOrderP50Us", "above 0", budget.tickToOrderP50Us);
        return this;
    }

    private void check(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("profile " + name + ": " + key + " must be " + needed + ", is " + found);
        }
    }
}
