package io.v11.ml.tree;

import io.v11.ml.FeatureVector;
import io.v11.ml.Logistic;
import io.v11.ml.Model;
import io.v11.ml.ModelException;

/**
 * Boosted trees served by a pure-Java kernel: about a hundred times faster than one call of the library for one row.
 * A feature that is not valid is missing, which XGBoost learnt to handle; so is one beyond the range of a float, as the
 * library refuses infinities. Confined to the inference thread; allocates nothing per call.
 */
public final class XgboostModel implements Model {
    private final String name;
    private final TreeKernel kernel;
    private final float[] row;

    public XgboostModel(String name, TreeEnsemble ensemble) {
        this.name = name;
        kernel = TreeKernel.of(ensemble);
        row = new float[ensemble.features()];
    }

    @Override
    public String name() {
        return name;
    }

    /** Width of the vectors it takes. */
    public int features() {
        return row.length;
    }

    public int trees() {
        return kernel.trees();
    }

    @Override
    public double score(FeatureVector features) {
        return Logistic.probability(margin(features));
    }

    /** Log-odds, with the bits of XGBoost's {@code output_margin}. */
    public float margin(FeatureVector features) {
        if (features.size() != row.length) {
            throw new ModelException("model " + name + ": vector has " + features.size() + " features, model takes "
                    + row.length + "; load it with the schema it was trained on");
        }
        fillRow(features, row);
        return kernel.margin(row);
    }

    /** The one rule by which a vector becomes a row of a tree model; training must use it too. */
    public static void fillRow(FeatureVector features, float[] row) {
        for (int word = 0, base = 0; base < row.length; word++, base += Long.SIZE) {
            long valid = features.validityWord(word);
            int end = Math.min(row.length, base + Long.SIZE);
            for (int i = base; i < end; i++) {
                float value = (float) features.value(i);
                boolean usable = (valid & (1L << i)) != 0 && Math.abs(value) <= Float.MAX_VALUE;
                row[i] = usable ? value : Float.NaN;
            }
        }
    }
}
