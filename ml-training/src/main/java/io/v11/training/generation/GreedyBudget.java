package io.v11.training.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.v11.training.selection.cluster.RankCorrelation;

/**
 * Takes candidates by information gained for each nanosecond, the best first. One that says almost the same as a base feature
 * or as one taken before is passed over, and so is one that no longer fits into the budget: a cheaper one behind it may.
 * Confined to one thread.
 */
final class GreedyBudget {
    private final GenerationSettings settings;
    private final List<double[]> taken = new ArrayList<>();
    private final List<Chosen> chosen = new ArrayList<>();
    private double totalNs;
    private int redundant;
    private int unaffordable;

    /** @param base ranks of the features that need not be made again */
    GreedyBudget(GenerationSettings settings, List<double[]> base) {
        this.settings = settings;
        taken.addAll(base);
    }

    /** @param ranks of a candidate over the rows of the base */
    List<Chosen> choose(List<Screened> candidates, Function<Screened, double[]> ranks) {
        List<Screened> ordered = candidates.stream().filter(Screened::tells)
                .sorted(Comparator.comparingDouble(Screened::worth).reversed()
                        .thenComparing(candidate -> candidate.expression().name()))
                .toList();
        for (Screened candidate : ordered) {
            if (chosen.size() == settings.count()) {
                break;
            }
            if (totalNs + candidate.costNs() > settings.budgetNs()) {
                unaffordable++;
                continue;
            }
            double[] own = ranks.apply(candidate);
            double closest = closest(own);
            if (closest > settings.redundancy()) {
                redundant++;
                continue;
            }
            totalNs += candidate.costNs();
            taken.add(own);
            chosen.add(new Chosen(candidate, totalNs, closest, Double.NaN, Double.NaN));
        }
        return List.copyOf(chosen);
    }

    /** Passed over because another feature says almost the same. */
    int redundant() {
        return redundant;
    }

    /** Passed over because the budget was spent. */
    int unaffordable() {
        return unaffordable;
    }

    private double closest(double[] ranks) {
        return taken.parallelStream().mapToDouble(other -> Math.abs(RankCorrelation.between(ranks, other))).max()
                .orElse(0.0);
    }
}
