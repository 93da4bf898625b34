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
        return switch (trained.family()) {
            case "xgboost" -> new XgboostModel(trained.family(),
                    XgboostModelReader.read(trained.family() + "/" + trained.fileName(), trained.bytes()),
                    trained.inputs());
            case "mlp" -> OnnxModel.open(trained.family(), trained.bytes(), trained.inputs(),
                    trained.moments().standardiser(), false);
            default -> throw new IllegalArgumentException("no serving class for family " + trained.family());
        };
    }

    /** What the model says of the rows. */
    public static Scores score(Model model, Dataset data, int[] rows) {
        FeatureVector vector = new FeatureVector(data.features());
        double[] probability = new double[rows.length];
        boolean[] up = new boolean[rows.length];
        int[] move = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            data.copyTo(rows[i], vector);
            probability[i] = model.score(vector);
            up[i] = data.up(rows[i]);
            move[i] = data.move(rows[i]);
        }
        return new Scores(probability, up, move);
    }
}
