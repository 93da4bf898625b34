package io.v11.training.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;
import io.v11.training.selection.cluster.RankCorrelation;
import io.v11.training.selection.information.BinnedRows;
import io.v11.training.selection.information.Relevance;

/**
 * The base features that candidates are made of: those with the most information, each no more like one before it than the
 * settings allow, and valid on enough rows. Stateless.
 */
final class InputChoice {
    private InputChoice() {
    }

    /** Positions, the most informative first. @param ranks of every base feature over the same rows */
    static int[] of(Dataset data, BaseFeatures base, TrainingRows rows, double[][] ranks, GenerationSettings settings) {
        int[] valid = Arrays.stream(base.eligible()).parallel()
                .filter(feature -> TrainingRows.validShare(rows.column(data, feature)) >= settings.leastValid())
                .toArray();
        double[][] columns = new double[valid.length][];
        IntStream.range(0, valid.length).parallel().forEach(i -> columns[i] = rows.column(data, valid[i]));
        double[] information = Relevance
                .of(BinnedRows.of(columns, rows.labels(), rows.instruments(), settings.bins()));
        List<Integer> order = IntStream.range(0, valid.length).boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -information[i]).thenComparingInt(i -> i)).toList();
        List<Integer> taken = new ArrayList<>();
        for (int i : order) {
            boolean like = taken.stream().anyMatch(other -> Math
                    .abs(RankCorrelation.between(ranks[valid[i]], ranks[other])) > settings.redundancy());
            if (taken.size() < settings.inputs() && !like) {
                taken.add(valid[i]);
            }
        }
        if (taken.size() < 2) {
            throw new ConfigurationException("generation: only " + taken.size() + " of " + base.eligible().length
                    + " possible inputs are valid on " + settings.leastValid() * 100
                    + " % of the training rows; give longer journals");
        }
        return taken.stream().mapToInt(Integer::intValue).toArray();
    }
}
