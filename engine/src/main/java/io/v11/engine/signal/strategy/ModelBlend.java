package io.v11.engine.signal.strategy;

import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.config.SignalSettings.ModelWeight;
import io.v11.journal.event.Regime;
import io.v11.ml.ModelScores;

/**
 * One probability of the members', weighted by regime: the weighted mean of their log-odds, over those that gave a score.
 *
 * <pre>
 *   p = 1 / (1 + e^-z)     z = sum(w_i ln(p_i / (1 - p_i))) / sum(w_i)
 * </pre>
 *
 * The logarithmic opinion pool (Genest, Zidek 1986). A regime without weights of its own has those of ANY; without any, the
 * ensemble's answer stands as it is. Allocates nothing after construction.
 */
final class ModelBlend {
    private static final double CLIP = 1e-6;

    private final double[][] weights = new double[Regime.values().length][];

    /** @param members names of the models in the order of their scores */
    ModelBlend(List<ModelWeight> settings, List<String> members) {
        for (Regime regime : Regime.values()) {
            boolean own = settings.stream().anyMatch(weight -> weight.regime().equals(regime.name()));
            String wanted = own ? regime.name() : "ANY";
            List<ModelWeight> chosen = settings.stream().filter(weight -> weight.regime().equals(wanted)).toList();
            weights[regime.ordinal()] = chosen.isEmpty() ? null : weights(chosen, members);
        }
    }

    private static double[] weights(List<ModelWeight> chosen, List<String> members) {
        double[] weights = new double[members.size()];
        for (ModelWeight weight : chosen) {
            boolean known = false;
            for (int i = 0; i < weights.length; i++) {
                if (members.get(i).equals(weight.model())) {
                    weights[i] = weight.weight();
                    known = true;
                }
            }
            if (!known) {
                throw new ConfigurationException("signal.edge.weights: no member is a model " + weight.model()
                        + "; members: " + members);
            }
        }
        return weights;
    }

    /** A half, which is no opinion, when no member with a weight gave a score. */
    double probability(ModelScores scores, Regime regime) {
        double[] chosen = weights[regime.ordinal()];
        if (chosen == null) {
            return scores.ensemble();
        }
        double sum = 0.0;
        double total = 0.0;
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] > 0.0 && scores.isValid(i)) {
                double p = Math.clamp(scores.score(i), CLIP, 1.0 - CLIP);
                sum += chosen[i] * StrictMath.log(p / (1.0 - p));
                total += chosen[i];
            }
        }
        return total == 0.0 ? 0.5 : 1.0 / (1.0 + StrictMath.exp(-sum / total));
    }
}
