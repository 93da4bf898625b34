package io.v11.training.trainer.net;

import java.util.List;
import java.util.Optional;

import org.agrona.concurrent.NanoClock;

import io.v11.ml.Family;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;
import io.v11.ml.net.DenseLayer;
import io.v11.ml.net.PerceptronWeights;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.onnx.OnnxWriter;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.BestStep;
import io.v11.training.trainer.FeatureSubset;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.Standardisation;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;

/**
 * Logistic regression on a handful of features, written as a perceptron of one layer: the baseline. What a bigger model
 * adds is its lead over this one, not over a coin. Pure Java and nothing drawn: the seed does not matter, and the bytes are
 * the same on every machine.
 *
 * @param settings  hyperparameters
 * @param weights   what a row counts
 * @param selection features that may be inputs, all when empty
 * @param clock     for estimates of the remaining time
 */
public record LogisticTrainer(LogisticSettings settings, SampleWeights weights, Optional<FeatureSelection> selection,
        NanoClock clock) implements Trainer {
    @Override
    public Family family() {
        return Family.LOGISTIC;
    }

    @Override
    public TrainedModel train(Dataset data, TimeSplit split, long seed, TrainingListener listener) {
        ModelInputs inputs = FeatureSubset.known(data, split.train(),
                FeatureSubset.inputs(data, settings.features(), selection, settings.inputs()));
        float[] trainWeights = weights.of(data, split.train());
        Standardisation moments = Standardisation.fit(data, inputs, split.train(), trainWeights, settings.clip());
        NetRows train = NetRows.of(family(), data, split.train(), trainWeights, inputs, moments.standardiser());
        NetRows validation = NetRows.of(family(), data, split.validation(), weights.of(data, split.validation()),
                inputs, moments.standardiser());
        BestStep<double[]> best = new BestStep<>(family(), listener);
        Progress progress = new Progress(listener, clock, "logistic: Newton steps", settings.steps());
        LogisticFit fit = new LogisticFit(train, settings.l2());
        boolean gains = true;
        for (int step = 1; step <= settings.steps() && gains; step++) {
            gains = fit.step();
            if (best.after(step, fit.loss(train), fit.loss(validation))) {
                best.keep(fit.weights());
            }
            progress.at(step);
        }
        progress.at(settings.steps());
        return best.trained("model.onnx", OnnxWriter.perceptron(layer(best.model())), inputs, Memory.NONE, moments,
                settings.describe());
    }

    private static PerceptronWeights layer(double[] fitted) {
        float[] weight = new float[fitted.length - 1];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) fitted[i];
        }
        return new PerceptronWeights(List.of(new DenseLayer(weight, new float[]{(float) fitted[weight.length]})));
    }
}
