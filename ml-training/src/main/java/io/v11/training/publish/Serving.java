package io.v11.training.publish;

import java.util.List;

import io.v11.ml.FeatureVector;
import io.v11.ml.Model;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.serving.NetServing;
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

    /** As fitted, not calibrated. The caller closes it. */
    public static Model open(TrainedModel trained) {
        String name = trained.family().text();
        return trained.family().trees()
                ? new XgboostModel(name, XgboostModelReader.read(name + "/" + trained.fileName(), trained.bytes()),
                        trained.inputs())
                : NetServing.open(trained.family(), name, trained.bytes(), trained.inputs(),
                        trained.moments().standardiser(), trained.memory(), ModelRegistry.DEFAULT_BACKEND);
    }

    /**
     * What the model says of the rows, ascending. A model with memory sees every row of the data up to the last one asked
     * for, as an engine would that had run from the beginning; each journal starts afresh.
     *
     * @param remembers the model carries something from one row to the next
     */
    public static Scores score(Model model, boolean remembers, Dataset data, int[] rows) {
        FeatureVector vector = new FeatureVector(data.features());
        model.reset();
        int[] next = {0};
        return Scores.of(data, rows, row -> {
            for (; remembers && next[0] < row; next[0]++) {
                step(model, data, next[0], vector);
            }
            next[0] = row + 1;
            return step(model, data, row, vector);
        });
    }

    /** What a stack says of rows of which its members, in the order of its inputs, said this. */
    public static Scores stack(Model stack, List<Scores> members) {
        FeatureVector said = new FeatureVector(members.size());
        double[] probability = new double[members.getFirst().rows()];
        for (int i = 0; i < probability.length; i++) {
            said.clear();
            said.ready(true);
            for (int member = 0; member < members.size(); member++) {
                said.set(member, members.get(member).probability()[i]);
            }
            probability[i] = stack.score(said);
        }
        return new Scores(probability, members.getFirst().up(), members.getFirst().move());
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
