package io.v11.training.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.v11.ml.FeatureVector;
import io.v11.ml.Model;
import io.v11.ml.ModelInputs;
import io.v11.ml.registry.GoldenRow;
import io.v11.ml.registry.ModelManifest;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Scores;
import io.v11.training.trainer.TrainedModel;

/** Picks the rows by which a model is known again, and writes down what it says of them. Test rows stay out of the files. */
final class GoldenRows {
    private final Dataset data;
    private final TimeSplit split;

    GoldenRows(Dataset data, TimeSplit split) {
        this.data = data;
        this.split = split;
    }

    /** @param served as it will be served; reset before and after */
    List<GoldenRow> of(TrainedModel trained, Model served) {
        served.reset();
        List<GoldenRow> golden = trained.family().remembers()
                ? stretch(trained.inputs(), served, ModelManifest.GOLDEN_ROWS + trained.memory().warmUp())
                : spread(trained.inputs(), served);
        served.reset();
        return golden;
    }

    /** Rows spread evenly over train and validation. */
    private List<GoldenRow> spread(ModelInputs inputs, Model served) {
        FeatureVector vector = new FeatureVector(data.features());
        List<GoldenRow> golden = new ArrayList<>();
        int seen = split.train().length + split.validation().length;
        for (int i = 0; i < ModelManifest.GOLDEN_ROWS; i++) {
            int position = (int) ((long) i * seen / ModelManifest.GOLDEN_ROWS);
            int row = position < split.train().length
                    ? split.train()[position]
                    : split.validation()[position - split.train().length];
            data.copyTo(row, vector);
            golden.add(GoldenRow.of(inputs, vector, served.score(vector)));
        }
        return golden;
    }

    /**
     * Decisions of the first train row's instrument from that row on, as if they followed one another without a pause: a golden row
     * has no time.
     */
    private List<GoldenRow> stretch(ModelInputs inputs, Model served, int count) {
        FeatureVector vector = new FeatureVector(data.features());
        List<GoldenRow> golden = new ArrayList<>();
        int first = split.train()[0];
        for (int row = first; golden.size() < count; row++) {
            if (row == data.rows()) {
                throw new IllegalStateException("no " + count + " decisions follow row " + first
                        + " for golden rows; train on a longer range");
            }
            if (data.instrument(row) == data.instrument(first)) {
                data.copyTo(row, vector);
                vector.origin(0, 0L, 0);
                golden.add(GoldenRow.of(inputs, vector, served.score(vector)));
            }
        }
        return golden;
    }

    /** Rows spread evenly over those that the stack answers: where too many members warm up, it abstains. */
    static List<GoldenRow> ofStack(ModelInputs inputs, Model served, List<Scores> said) {
        int[] answered = IntStream.range(0, said.getFirst().rows())
                .filter(row -> !Double.isNaN(served.score(vector(inputs, said, row)))).toArray();
        List<GoldenRow> golden = new ArrayList<>();
        for (int i = 0; i < ModelManifest.GOLDEN_ROWS; i++) {
            int row = answered[(int) ((long) i * answered.length / ModelManifest.GOLDEN_ROWS)];
            FeatureVector vector = vector(inputs, said, row);
            golden.add(GoldenRow.of(inputs, vector, served.score(vector)));
        }
        return golden;
    }

    private static FeatureVector vector(ModelInputs inputs, List<Scores> said, int row) {
        return inputs.vector(said.stream().mapToDouble(member -> member.probability()[row]).toArray());
    }
}
