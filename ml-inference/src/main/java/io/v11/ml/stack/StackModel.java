package io.v11.ml.stack;

import java.util.List;

import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.Logistic;
import io.v11.ml.Model;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.calibration.LogOdds;

/**
 * A weighted sum of the log-odds of other models (stacking, Wolpert 1992; weights not negative after Breiman 1996). It reads a
 * vector with one number a member, its probability; one that is not valid, or no probability, abstained:
 *
 * <pre>
 *   log-odds = intercept + (W / W_valid) * sum over valid members of weight * logit(p)
 * </pre>
 *
 * So the weight of those that abstain goes to the others in proportion, and where all answer the factor is exactly 1. When
 * the valid ones hold less than a quarter of the weight the stack abstains. Summed in the order of the file. Confined to the
 * inference thread, without state; allocates nothing per call.
 */
public final class StackModel implements Model {
    /** Part of the weight that members with an answer must hold for the stack to have one. */
    public static final double LEAST_HELD = 0.25;

    private final String name;
    private final ModelInputs inputs;
    private final double intercept;
    private final double[] weights;
    private final double totalWeight;

    /** @param members what the numbers of the vector are: names of the member models, which may be more than the file has */
    public StackModel(String name, StackFile file, FeatureSchema members) {
        for (String member : file.names()) {
            if (members.indexOf(member) < 0) {
                throw new ModelException("stack " + name + ": there is no member '" + member + "' among "
                        + members.names() + "; load that model too, or fit the stack without it");
            }
        }
        this.name = name;
        inputs = ModelInputs.of(members, file.names(), InputPlane.RAW);
        intercept = file.intercept();
        weights = file.members().stream().mapToDouble(StackFile.Member::weight).toArray();
        double total = 0.0;
        for (double weight : weights) {
            total += weight;
        }
        totalWeight = total;
    }

    /** The schema of a vector of member probabilities. */
    public static FeatureSchema schema(List<String> members) {
        return FeatureSchema.of(members, members.stream().map(member -> "probability").toList());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelInputs inputs() {
        return inputs;
    }

    @Override
    public double score(FeatureVector features) {
        inputs.require(name, features);
        double sum = 0.0;
        double held = 0.0;
        int valid = 0;
        for (int i = 0; i < weights.length; i++) {
            double probability = inputs.value(features, i);
            if (LogOdds.isProbability(probability)) {
                sum += weights[i] * LogOdds.of(probability);
                held += weights[i];
                valid++;
            }
        }
        if (valid == 0 || held < LEAST_HELD * totalWeight) {
            return Double.NaN;
        }
        // A stack in which no member counts knows the base rate, and says so.
        return Logistic.probability(held > 0.0 ? intercept + totalWeight / held * sum : intercept);
    }
}
