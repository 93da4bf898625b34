package io.v11.training.stack;

import java.util.Arrays;
import java.util.List;

import io.v11.ml.Model;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.Serving;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;

/**
 * Forecasts of train rows by models that have not seen them: walking forward, each fold fits on what came before its piece, stops
 * by the end of that, and forecasts the piece. Calibrations and stacks are fitted on these and on nothing else, for what a
 * model says of its own train rows is too good to learn from.
 */
public final class OutOfFold {
    private final Dataset data;
    private final Dataset learnt;
    private final List<TimeSplit> folds;
    private final int[] rows;

    /**
     * @param data  rows as they are
     * @param learnt what trainers see: the same, or both ways ({@link Dataset#mirrored})
     * @param folds of the rows as they are; test rows of a fold are its piece
     */
    public OutOfFold(Dataset data, Dataset learnt, List<TimeSplit> folds) {
        this.data = data;
        this.learnt = learnt;
        this.folds = List.copyOf(folds);
        rows = folds.stream().flatMapToInt(fold -> Arrays.stream(fold.test())).sorted().toArray();
    }

    /** The rows that are forecast, ascending. */
    public int[] rows() {
        return rows;
    }

    /** One forecast for each of {@link #rows}; none where the model abstains. Not calibrated. */
    public Scores forecast(Trainer trainer, long seed, TrainingListener listener) {
        double[] probability = new double[data.rows()];
        Arrays.fill(probability, Double.NaN);
        for (int fold = 0; fold < folds.size(); fold++) {
            TimeSplit piece = folds.get(fold);
            TimeSplit fitted = learnt == data ? piece : piece.mirrored(data);
            TrainedModel trained = trainer.train(learnt, fitted, seed, listener);
            try (Model served = Serving.open(trained)) {
                Scores scores = Serving.score(served, trained.family().remembers(), data, piece.test());
                for (int i = 0; i < piece.test().length; i++) {
                    probability[piece.test()[i]] = scores.probability()[i];
                }
            }
            listener.onText(trainer.family().text() + " fold " + (fold + 1) + " of " + folds.size() + ": "
                    + piece.train().length + " rows fitted, " + piece.test().length + " forecast");
        }
        return Scores.of(data, rows, row -> probability[row]);
    }
}
