package io.v11.config;

import java.util.List;

/**
 * How the engine runs: one YAML file in {@code config/profiles}. Every key is required, unknown keys are refused, and the
 * relations between them are checked as a whole by {@link #conclude()}.
 */
public record Profile(String name, String instruments, Threading threading, JournalSettings journal, Playback playback,
        DecisionSettings decision,
        ModelSettings models, RegimeSettings regime, SignalSettings signal, RiskLimits risk,
        ExecutionSettings execution, VenueSettings venue,
        Budget budget) {
    /** Which events may be decisions; see DecisionCadence of the engine. */
    public static final List<String> CADENCES = List.of("TOP_CHANGE", "TRADE", "BOOK_UPDATE", "EVERY_EVENT",
            "BAR_CLOSE",
            "HOUR_CLOSE");
    private static final String MODEL_ID = "[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*";

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
     *  @param derived    keep the derived log (features, scores, signals, verdicts, intents)
     *  @param vectors    with the feature vectors in it: 4 kB a decision, the most of the log */
    public record JournalSettings(Durability durability, boolean derived, boolean vectors) {
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

    /** @param cadence which events are decisions: one of {@link #CADENCES} */
    public record DecisionSettings(String cadence) {
    }

    /**
     * Who is asked, and for how long.
     *
     * @param stack        what makes one answer of the members': {@code live}, the stack that the registry's pointer names;
     *                     a stack, {@code name/version}; or {@code none}, the members' mean
     * @param members      models under {@code config/models}, {@code name/version} each, in the order of their scores. A stack
     *                     brings its own: with one, give none. They are filled in before the configuration is journaled
     * @param backend      KERNEL serves nets with kernels of our own where there is one, ONNX with ONNX Runtime
     * @param budgetUs     longest time from an event to its scores, kept in event time by the stated costs, microseconds
     * @param degradation  families in the order in which they are left out when time is short, the first first, with what
     *                     each is reckoned to cost
     * @param coverage     share of the scored decisions to act upon, those of the surest scores; 1 for all of them
     * @param coverageStep how fast the gate follows the market, see CoverageGate
     */
    public record ModelSettings(String stack, List<String> members, String backend, double budgetUs,
            List<FamilyCost> degradation, double coverage, double coverageStep) {
        /** Stands for the stack that the registry's pointer names. */
        public static final String LIVE = "live";
        /** Stands for the mean of the members. */
        public static final String NONE = "none";

        /** Whether an answer is made by a stack, named or not. */
        public boolean stacked() {
            return !stack.equals(NONE);
        }

        /** The same with these models. */
        public ModelSettings with(String newStack, List<String> newMembers) {
            return new ModelSettings(newStack, newMembers, backend, budgetUs, degradation, coverage, coverageStep);
        }
    }

    /** @param family of models, as their manifests say  @param costUs of one score of one such model, microseconds */
    public record FamilyCost(String family, double costUs) {
    }

    /** What the report judges by. @param responseMs hard bound on tick-to-order p99.9  @param tickToOrderP50Us the profile's own goal */
    public record Budget(double responseMs, double tickToOrderP50Us) {
    }

    /** The same with other models, checked. */
    public Profile with(ModelSettings newModels) {
        return new Profile(name, instruments, threading, journal, playback, decision, newModels, regime, signal, risk,
                execution,
                venue,
                budget)
                .conclude();
    }

    /** Checks every relation and range; returns itself so that loading reads as a sentence. */
    public Profile conclude() {
        Limits.check();
        check(instruments.matches("[a-z][a-z0-9-]*\\.yaml"), "instruments", "a file beside instruments.yaml",
                instruments);
        check(Integer.bitCount(threading.ringSize) == 1 && threading.ringSize >= Limits.RING_MINIMUM
                && threading.ringSize <= Limits.RING_MAXIMUM, "threading.ringSize",
                "a power of two from " + Limits.RING_MINIMUM + " to " + Limits.RING_MAXIMUM, threading.ringSize);
        check(threading.groups.isEmpty() || threading.mode == Threading.Mode.DEDICATED, "threading.groups",
                "only with mode: DEDICATED", threading.mode);
        check(CADENCES.contains(decision.cadence),
                "decision.cadence", "one of " + CADENCES, decision.cadence);
        concludeModels();
        SettingsCheck check = this::check;
        signal.conclude(check);
        regime.conclude(check);
        risk.conclude(check);
        check(!risk.breakers().comparison() || threading.mode == Threading.Mode.INVOKER, "risk.breakers.comparison",
                "false unless threading.mode is INVOKER", risk.breakers().comparison());
        check(!signal.size().mode().equals("FIXED")
                || signal.size().notional().e8() <= risk.order().maximumNotional().e8(), "signal.size.notional",
                "at most risk.order.maximumNotional=" + risk.order().maximumNotional(), signal.size().notional());
        check(!models.members.isEmpty() || models.stacked() || !signal.follows("EDGE"), "models.stack",
                "live or a stack, or models.members 1 to " + Limits.MODELS + " models, for the strategy EDGE",
                models.stack + " with members []");
        execution.conclude(check);
        venue.conclude(check);
        check(budget.responseMs > 0 && budget.responseMs <= 100, "budget.responseMs", "above 0 and at most 100",
                budget.responseMs);
        check(budget.tickToOrderP50Us > 0, "budget.tickToOrderP50Us", "above 0", budget.tickToOrderP50Us);
        return this;
    }

    private void concludeModels() {
        boolean isStack = models.stack.matches(MODEL_ID);
        check(isStack || models.stack.equals(ModelSettings.LIVE) || models.stack.equals(ModelSettings.NONE),
                "models.stack", "live, none or a stack's name/version", models.stack);
        int least = 0;
        int most = models.stack.equals(ModelSettings.LIVE) ? 0 : Limits.MODELS;
        check(models.members.size() >= least && models.members.size() <= most, "models.members", "with stack: "
                + models.stack + " "
                + (most == 0 ? "[], for the stack brings its own" : least + " to " + most + " models"),
                models.members);
        for (String member : models.members) {
            check(member.matches(MODEL_ID), "models.members", "name/version each", member);
        }
        check(models.members.stream().distinct().count() == models.members.size(), "models.members",
                "without a model that stands twice", models.members);
        check(List.of("KERNEL", "ONNX").contains(models.backend), "models.backend", "KERNEL or ONNX", models.backend);
        check(models.budgetUs > 0 && models.budgetUs <= budget.responseMs * 1_000.0, "models.budgetUs",
                "above 0 and at most budget.responseMs=" + budget.responseMs + " ms", models.budgetUs);
        for (FamilyCost cost : models.degradation) {
            check(cost.costUs > 0, "models.degradation", "above 0 us for " + cost.family, cost.costUs);
        }
        check(models.degradation.stream().map(FamilyCost::family).distinct().count() == models.degradation.size(),
                "models.degradation", "without a family that stands twice", models.degradation);
        check(models.coverage > 0 && models.coverage <= 1, "models.coverage", "above 0 and at most 1", models.coverage);
        check(models.coverageStep > 0 && models.coverageStep <= 1, "models.coverageStep", "above 0 and at most 1",
                models.coverageStep);
    }

    private void check(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("profile " + name + ": " + key + " must be " + needed + ", is " + found);
        }
    }
}
