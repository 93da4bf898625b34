package io.v11.ml;

import java.util.BitSet;
import java.util.List;

import io.v11.config.Limits;

/**
 * The mean of what its models say. Models that abstain are left out; when all do, the ensemble has no value. Summed in
 * the order of the list, so that the result is the same everywhere. Confined to the inference thread; allocates
 * nothing per call.
 */
public final class Ensemble implements AutoCloseable {
    private final Model[] models;
    private final List<String> names;
    private final double meanMoveBps;
    /** Bit per feature that some model reads. */
    private final long[] reads;
    private final int readCount;

    /**
     * @param models      in the order of {@link ModelScores}; closed by {@link #close()}
     * @param meanMoveBps mean absolute labelled move, basis points: what a sure prediction is worth
     */
    public Ensemble(List<? extends Model> models, double meanMoveBps) {
        if (models.isEmpty() || models.size() > Limits.MODELS) {
            throw new ModelException("an ensemble has 1 to " + Limits.MODELS + " models, not " + models.size());
        }
        if (!(meanMoveBps > 0.0 && meanMoveBps <= Double.MAX_VALUE)) {
            throw new ModelException("meanMoveBps of an ensemble must be above 0 and finite, is " + meanMoveBps);
        }
        this.models = models.toArray(new Model[0]);
        this.names = models.stream().map(Model::name).toList();
        this.meanMoveBps = meanMoveBps;
        BitSet read = new BitSet();
        for (Model model : models) {
            ModelInputs inputs = model.inputs();
            for (int i = 0; i < inputs.size(); i++) {
                read.set(inputs.position(i));
            }
        }
        this.reads = read.toLongArray();
        this.readCount = read.cardinality();
    }

    public int size() {
        return models.length;
    }

    /** Names of the models, in the order of their scores. */
    public List<String> names() {
        return names;
    }

    /** Mean absolute move over the labelled horizon, basis points. */
    public double meanMoveBps() {
        return meanMoveBps;
    }

    /** Asks every model and stores each answer and their mean. */
    public void score(FeatureVector features, ModelScores scores) {
        scores.invalidInputs(invalidInputs(features));
        double sum = 0.0;
        int valid = 0;
        for (int i = 0; i < models.length; i++) {
            scores.set(i, models[i].score(features));
            if (scores.isValid(i)) {
                sum += scores.score(i);
                valid++;
            }
        }
        if (valid > 0) {
            scores.ensemble(sum / valid);
        }
    }

    private double invalidInputs(FeatureVector features) {
        int invalid = 0;
        for (int word = 0; word < reads.length; word++) {
            invalid += Long.bitCount(reads[word] & ~features.validityWord(word));
        }
        return readCount == 0 ? 0.0 : invalid / (double) readCount;
    }

    @Override
    public void close() {
        for (Model model : models) {
            model.close();
        }
    }
}
