package io.v11.training.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.agrona.concurrent.NanoClock;

import io.v11.config.Instruments;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.journal.JournalReader;
import io.v11.ml.FeatureVector;
import io.v11.training.data.Labels;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;

/**
 * Replays a journal that ends at random events and compares every vector, and all state, with the replay of the whole:
 * what a feature says must not change when what comes later is cut off. Each cut is a replay of its own from the first
 * event, on as many threads as are given; the cost is points x half a replay.
 */
public class LookAheadAudit {
    private final Path log;
    private final Instruments instruments;
    private final DecisionCadence cadence;
    private final Supplier<List<Labels>> labels;

    /**
     * @param log    folder of the input log
     * @param labels new ones for each replay; theirs are compared too
     */
    public LookAheadAudit(Path log, Instruments instruments, DecisionCadence cadence, Supplier<List<Labels>> labels) {
        this.labels = labels;
        this.log = log;
        this.instruments = instruments;
        this.cadence = cadence;
    }

    /**
     * @param events    events of the whole journal
     * @param decisions vectors of the whole journal
     * @param points    cuts that were made
     * @param compared  vectors of all cut replays together
     * @param found     differences, empty when nothing looks ahead
     */
    public record Result(long events, int decisions, int points, long compared, List<Difference> found) {
    }

    /** @param cut events of the cut replay @param sequence first decision that differs @param features which of them */
    public record Difference(long cut, long sequence, List<String> features) {
    }

    /**
     * @param points number of random cuts
     * @param seed   of the cuts
     */
    public Result run(int points, long seed, int threads, TrainingListener listener, NanoClock clock) {
        long events = count();
        long[] cuts = new SplittableRandom(seed).longs(points, 1, events + 1).sorted().toArray();
        long[] digests = new long[points];
        AuditPass whole = whole(cuts, digests);
        Progress progress = new Progress(listener, clock, "replaying cut journals", Arrays.stream(cuts).sum());
        AtomicInteger next = new AtomicInteger();
        List<Difference> found = new ArrayList<>();
        long[] totals = new long[2];
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(workers.submit(() -> {
                    for (int i = next.getAndIncrement(); i < points; i = next.getAndIncrement()) {
                        AuditPass cut = replay(cuts[i]);
                        Difference difference = cut.digest() == digests[i]
                                ? labelDifference(whole, cut, cuts[i])
                                : difference(whole, cut, cuts[i]);
                        synchronized (found) {
                            totals[0] += cut.decisions();
                            totals[1] += cuts[i];
                            progress.at(totals[1]);
                            if (difference != null) {
                                found.add(difference);
                            }
                        }
                    }
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the audit was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a cut replay failed: " + e.getCause(), e.getCause());
        }
        return new Result(events, whole.decisions(), points, totals[0], List.copyOf(found));
    }

    /** A fresh replay's stages, for {@code events} events; a test puts others in. */
    AuditPass pass(long events) {
        return new AuditPass(instruments, cadence, labels.get());
    }

    private long count() {
        long events = 0;
        try (JournalReader reader = JournalReader.open(log)) {
            while (reader.next()) {
                events++;
            }
        }
        if (events == 0) {
            throw new IllegalArgumentException(log + " holds no event; there is nothing to audit");
        }
        return events;
    }

    private AuditPass whole(long[] cuts, long[] digests) {
        AuditPass pass = pass(Long.MAX_VALUE);
        int at = 0;
        try (JournalReader reader = JournalReader.open(log)) {
            for (long event = 1; reader.next(); event++) {
                pass.onEvent(reader);
                while (at < cuts.length && cuts[at] == event) {
                    digests[at++] = pass.digest();
                }
            }
        }
        pass.labels().forEach(Labels::onEnd);
        if (pass.decisions() == 0) {
            throw new IllegalArgumentException(log + " has no decision at cadence " + cadence
                    + "; for a journal of klines say --cadence BAR_CLOSE");
        }
        return pass;
    }

    private AuditPass replay(long events) {
        AuditPass pass = pass(events);
        try (JournalReader reader = JournalReader.open(log)) {
            for (long event = 0; event < events && reader.next(); event++) {
                pass.onEvent(reader);
            }
        }
        pass.labels().forEach(Labels::onEnd);
        return pass;
    }

    private Difference difference(AuditPass whole, AuditPass cut, long events) {
        for (int i = 0; i < cut.decisions(); i++) {
            if (i >= whole.decisions() || cut.sequence(i) != whole.sequence(i)) {
                return new Difference(events, cut.sequence(i), List.of("which events are decisions"));
            }
            if (cut.hash(i) != whole.hash(i)) {
                return new Difference(events, cut.sequence(i), changed(cut.sequence(i), events));
            }
        }
        return new Difference(events, -1, List.of("state that later vectors depend on"));
    }

    /**
     * A label of the cut journal ends in it and is that of the whole one; what the cut one lacks was decided at its last moment
     * or later.
     */
    private static Difference labelDifference(AuditPass whole, AuditPass cut, long events) {
        for (int l = 0; l < cut.labels().size(); l++) {
            Labels known = cut.labels().get(l);
            Labels all = whole.labels().get(l);
            for (int row = 0; row < cut.decisions(); row++) {
                boolean holds = known.labelled(row)
                        ? known.endNs(row) <= cut.timeNs() && same(known, all, row)
                        : !all.labelled(row) || all.endNs(row) >= cut.timeNs();
                if (!holds) {
                    return new Difference(events, cut.sequence(row),
                            List.of("label " + known.getClass().getSimpleName()));
                }
            }
        }
        return null;
    }

    private static boolean same(Labels known, Labels all, int row) {
        return all.labelled(row) && known.up(row) == all.up(row) && known.endNs(row) == all.endNs(row)
                && known.moveBps(row) == all.moveBps(row) && known.move(row) == all.move(row);
    }

    /** Names of the features that differ at a decision when the journal ends after {@code events}. */
    private List<String> changed(long sequence, long events) {
        FeatureVector cut = vectorAt(sequence, events);
        FeatureVector whole = vectorAt(sequence, Long.MAX_VALUE);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            if (cut.isValid(i) != whole.isValid(i)
                    || Double.doubleToRawLongBits(cut.value(i)) != Double.doubleToRawLongBits(whole.value(i))) {
                names.add(FeatureCatalog.names().get(i));
            }
        }
        return names;
    }

    private FeatureVector vectorAt(long sequence, long events) {
        AuditPass pass = pass(events);
        try (JournalReader reader = JournalReader.open(log)) {
            for (long event = 0; event < events && reader.next(); event++) {
                pass.onEvent(reader);
                if (reader.sequence() == sequence) {
                    break;
                }
            }
        }
        return pass.vector();
    }
}
