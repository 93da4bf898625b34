package io.v11.training.publish;

import io.v11.ml.FeatureVector;
import io.v11.ml.Model;
import io.v11.ml.onnx.OnnxModel;
import io.v11.ml.tree.XgboostModel;
import io.v11.ml.tree.XgboostModelReader;
import io.v11.training.data.Dataset;
import io.v11.training.metrics.Scores;
import io.v11.training.trainer.TrainedModel;

/**
 * Opens a fitted model with the very classes that serve it live, so that what is reported and recorded as golden is what
 * the engine will say, and not what the training library said.
 */
public final class Serving {
    private Serving() {
    }

    /** The caller closes it. */
    public static Model open(TrainedModel trained) {
        String name = trained.family().text();
        return switch (trained.family()) {
            case XGBOOST, FOREST -> new XgboostModel(name,
                    XgboostModelReader.read(name + "/" + trained.fileName(), trained.bytes()), trained.inputs());
            case MLP, LOGISTIC -> OnnxModel.open(name, trained.bytes(), trained.inputs(),
                    trained.moments().standardiser(), false);
            case LSTM, TRANSFORMER, STACK -> throw new IllegalArgumentException(
                    "no serving class for family " + trained.family());
        };
    }

    /**
     * What the model says of the rows, ascending. A model with memory sees every row of the data up to the last one asked
     * for, as an engine would that had run from the beginning; each journal starts afresh.
     *
     * @param remembers the model carries something from one row to the next
     */
    public static Scores score(Model model, boolean remembers, Dataset data, int[] rows) {
        FeatureVector vector = new FeatureVector(data.features());
        double[] probability = new double[rows.length];
        boolean[] up = new boolean[rows.length];
        int[] move = new int[rows.length];
        int next = 0;
        model.reset();
        for (int i = 0; i < rows.length; i++) {
            for (; remembers && next < rows[i]; next++) {
                step(model, data, next, vector);
            }
            probability[i] = step(model, data, rows[i], vector);
            next = rows[i] + 1;
            up[i] = data.up(rows[i]);
            move[i] = data.move(rows[i]);
        }
        return new Scores(probability, up, move);
    }

    /** What a model without memory says of the rows, in any order. */
    public static Scores score(Model model, Dataset data, int[] rows) {
        return score(model, false, data, rows);
    }

    private static double step(Model model, Dataset data, int row, FeatureVector vector) {
        if (row > 0 && data.source(row) != data.source(row - 1)) {
            model.reset();
        }
        data.copyTo(row, vector);
        return model.score(vector);
    }
}
