package io.v11.training.optimisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.ledger.Ledger;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.trial.Objective;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Segment;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.optimisation.trial.Trial.Phase;

/**
 * Runs batches of trials on several threads and writes them in the order of their numbers, whatever order they end
 * in. What the ledger holds already is not run again, and neither is a point that was tried on the same segment in an
 * earlier batch. Confined to one thread, apart from the objective's.
 */
final class TrialRunner implements AutoCloseable {
    private final Ledger ledger;
    private final List<Trial> resumed;
    private final Objective objective;
    private final ExecutorService workers;
    private final OptimisationListener listener;
    private final int total;
    private final Map<Tried, Integer> known = new HashMap<>();
    private int next;

    private record Tried(Segment segment, Point point) {
    }

    TrialRunner(Ledger ledger, Objective objective, int workers, OptimisationListener listener, int total) {
        this.ledger = ledger;
        this.objective = objective;
        this.listener = listener;
        this.total = total;
        resumed = List.copyOf(ledger.trials());
        this.workers = Executors.newFixedThreadPool(workers,
                Thread.ofPlatform().name("trial-", 0).daemon(true).factory());
    }

    /** Number of the next trial. */
    int next() {
        return next;
    }

    /** All of the batch, when it is in the ledger. */
    List<Trial> run(List<Point> points, Phase phase, int step, Segment segment) {
        List<Future<Outcome>> pending = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            Outcome outcome = known(next + i, new Tried(segment, point));
            pending.add(outcome != null
                    ? CompletableFuture.completedFuture(outcome)
                    : workers.submit(() -> objective.evaluate(point, segment)));
        }
        List<Trial> batch = new ArrayList<>();
        try {
            for (int i = 0; i < points.size(); i++) {
                int number = next + i;
                Trial trial = new Trial(number, phase, step, segment, points.get(i),
                        outcome(pending.get(i), number, points.get(i), segment));
                batch.add(keep(trial));
            }
        } finally {
            pending.forEach(outcome -> outcome.cancel(true));
        }
        ledger.force();
        next += batch.size();
        batch.forEach(trial -> known.putIfAbsent(new Tried(segment, trial.point()), trial.number()));
        return batch;
    }

    /** Null when it has to be run. */
    private Outcome known(int number, Tried tried) {
        if (number < resumed.size()) {
            return resumed.get(number).outcome();
        }
        Integer same = known.get(tried);
        return same == null
                ? null
                : new Outcome(ledger.trials().get(same).outcome().measures(), ledger.returns(same));
    }

    private Trial keep(Trial trial) {
        boolean there = trial.number() < resumed.size();
        if (there) {
            Trial before = resumed.get(trial.number());
            if (!before.point().equals(trial.point()) || before.phase() != trial.phase()
                    || !before.segment().equals(trial.segment())) {
                throw new ConfigurationException("trial " + trial.number() + " of the ledger is " + before.phase()
                        + " on " + before.segment().name() + " at " + before.point() + ", this program proposes "
                        + trial.phase() + " on " + trial.segment().name() + " at " + trial.point()
                        + ": it was written by another version; give the search another name");
            }
        } else {
            ledger.append(trial);
        }
        listener.onTrial(trial, total, there);
        return trial.withoutReturns();
    }

    private static Outcome outcome(Future<Outcome> pending, int number, Point point, Segment segment) {
        try {
            return pending.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConfigurationException wrong) {
                throw new ConfigurationException(
                        "trial " + number + " on " + segment.name() + ": " + wrong.getMessage(),
                        wrong);
            }
            throw new IllegalStateException("trial " + number + " on " + segment.name() + " at " + point + ": "
                    + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at trial " + number + "; run again to go on from there", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
