package io.v11.engine;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.config.Profile.Threading;
import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;

/**
 * Turns a profile's wish into a plan that the machine can keep. Two threads that spin on one core cost four orders of
 * magnitude in latency, so a plan never has more spinning threads than cores: AUTO stays below, a named mode that does
 * not fit is refused with the numbers. What AUTO chooses and why was measured: docs/decisions/0003-thread-plan.md.
 */
public final class ThreadPlanner {
    private final List<String> stages;
    private final int cores;

    /** @param stages role names in the order of the pipeline, the journal first */
    public ThreadPlanner(List<String> stages, int cores) {
        this.stages = List.copyOf(stages);
        this.cores = cores;
    }

    public ThreadPlan plan(Threading wish) {
        return switch (wish.mode()) {
            case AUTO -> auto(wish);
            case INVOKER -> ThreadPlan.inline("asked for by the profile");
            case SHARED ->
                fits(wish, List.of(stages.subList(0, 1), stages.subList(1, stages.size())), "journal and engine");
            case DEDICATED ->
                fits(wish, dedicated(wish), wish.groups().isEmpty() ? "a thread per stage" : "groups as named");
        };
    }

    private ThreadPlan auto(Threading wish) {
        if (cores == 1) {
            return ThreadPlan.inline("1 core: a second thread would only take turns with the first");
        }
        if (cores < 4) {
            return plan(wish, Mode.SHARED, List.of(stages),
                    cores + " cores: journal and engine fused on one thread, the other core for ingest");
        }
        return plan(wish, Mode.SHARED, List.of(stages.subList(0, 1), stages.subList(1, stages.size())),
                cores + " cores: the journal beside the engine, a core each, one left for the rest of the machine");
    }

    private ThreadPlan fits(Threading wish, List<List<String>> groups, String reason) {
        ThreadPlan plan = plan(wish, wish.mode(), groups, reason + ", asked for by the profile");
        if (plan.spinningThreads() > cores) {
            throw new ConfigurationException(
                    "threading.mode " + wish.mode() + " with " + wish.waitStrategy() + " needs "
                            + plan.spinningThreads() + " cores (" + groups.size()
                            + " stage threads and ingest), the machine has "
                            + cores + "; use mode: AUTO, fewer groups, or waitStrategy: " + Wait.YIELDING);
        }
        return plan;
    }

    private ThreadPlan plan(Threading wish, Mode mode, List<List<String>> groups, String reason) {
        boolean pin = wish.pin() && groups.size() + 1 <= cores;
        List<ThreadPlan.Group> planned = new ArrayList<>();
        for (List<String> group : groups) {
            planned.add(new ThreadPlan.Group(name(group), group, pin ? planned.size() + 1 : -1));
        }
        return new ThreadPlan(mode, wish.waitStrategy(), wish.ringSize(), planned, pin ? 0 : -1, reason);
    }

    private String name(List<String> group) {
        if (group.size() == 1) {
            return group.getFirst();
        }
        return group.containsAll(stages.subList(1, stages.size()))
                ? "engine"
                : group.getFirst() + "-" + group.getLast();
    }

    private List<List<String>> dedicated(Threading wish) {
        if (wish.groups().isEmpty()) {
            return stages.stream().map(List::of).toList();
        }
        List<String> named = wish.groups().stream().flatMap(List::stream).toList();
        if (!named.equals(stages)) {
            throw new ConfigurationException(
                    "threading.groups must name every stage once, in the order of the pipeline: "
                            + stages + "; they name " + named);
        }
        return wish.groups();
    }
}
