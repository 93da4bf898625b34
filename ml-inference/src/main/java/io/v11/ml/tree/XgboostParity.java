package io.v11.ml.tree;

import java.util.List;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;

/**
 * Compares the serving model, gathering of inputs included, with XGBoost's own library on given rows, bit for bit. Cold path; needs the
 * library, and does without when there is none.
 *
 * @param rows   rows compared, 0 when the library could not be loaded
 * @param result in words, for a report
 */
public record XgboostParity(int rows, String result) {

    /** Throws when a margin differs; a library that cannot be loaded is only reported. */
    public static XgboostParity check(String name, byte[] content, TreeEnsemble ensemble, ModelInputs inputs,
            List<FeatureVector> vectors) {
        try (XgboostLibrary library = XgboostLibrary.open(name, content, ensemble, inputs)) {
            return compare(name, library, new XgboostModel(name, ensemble, inputs), vectors);
        } catch (LinkageError e) {
            return new XgboostParity(0, "not compared with XGBoost: its library cannot be loaded here (" + e + ")");
        }
    }

    private static XgboostParity compare(String name, XgboostLibrary library, XgboostModel model,
            List<FeatureVector> vectors) {
        for (int i = 0; i < vectors.size(); i++) {
            float ours = model.margin(vectors.get(i));
            float theirs = library.margin(vectors.get(i));
            if (Float.floatToRawIntBits(ours) != Float.floatToRawIntBits(theirs)) {
                throw new ModelException("model " + name + ": row " + i + " has margin " + ours + ", XGBoost gives "
                        + theirs + "; the kernel does not serve this model faithfully, do not trade with it");
            }
        }
        return new XgboostParity(vectors.size(), vectors.size() + " margins equal to XGBoost's to the bit");
    }

    @Override
    public String toString() {
        return result;
    }
}
