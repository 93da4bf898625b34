package io.v11.training.generation;

import java.util.List;

import io.v11.config.ConfigurationException;

/**
 * How features are generated.
 *
 * @param budgetNs       all chosen together may cost on one event
 * @param count          most to choose
 * @param inputs         base features that candidates are made of
 * @param windowsS       of windowed operators
 * @param mostCandidates more are refused: each takes a byte a row
 * @param bins           quantiles of a feature
 * @param rotations      of the labels, for the band of chance
 * @param redundancy     largest |Spearman| of a chosen one with any base feature and any other chosen one
 * @param leastValid     share of the rows on which inputs and candidates must be valid
 * @param mostRows       rows beyond these are thinned: every k-th is taken, with the smallest k that does
 * @param seed           of the rotations
 */
public record GenerationSettings(double budgetNs, int count, int inputs, List<Integer> windowsS, int mostCandidates,
        int bins, int rotations, double redundancy, double leastValid, int mostRows, long seed) {

    public GenerationSettings {
        windowsS = List.copyOf(windowsS);
        require(budgetNs > 0.0 && budgetNs <= 1e6, "budget", "above 0 and at most 1000 us", budgetNs / 1e3 + " us");
        require(count >= 1 && count <= 64, "count", "1 to 64", count);
        require(inputs >= 2 && inputs <= 64, "inputs", "2 to 64", inputs);
        require(!windowsS.isEmpty(), "windows", "one at least", windowsS);
        require(mostCandidates >= 1, "mostCandidates", "1 or more", mostCandidates);
        // With fewer, deviations that were estimated from the very draws they judge make the band too narrow.
        require(rotations >= 100, "rotations", "100 or more", rotations);
        require(redundancy > 0.0 && redundancy <= 1.0, "redundancy", "above 0 and at most 1", redundancy);
        require(leastValid >= 0.0 && leastValid <= 1.0, "leastValid", "0 to 1", leastValid);
        require(mostRows >= 1000, "mostRows", "1000 or more", mostRows);
    }

    /** What the command uses unless it is told otherwise. */
    public static GenerationSettings standard(double budgetUs, int count, long seed) {
        return new GenerationSettings(budgetUs * 1e3, count, 24, List.of(10, 60, 300), 5000, 8, 200, 0.9, 0.95, 50_000,
                seed);
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("generation: " + key + " must be " + needed + ", is " + found);
        }
    }
}
