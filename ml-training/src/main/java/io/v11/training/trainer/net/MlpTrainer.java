package io.v11.training.trainer.net;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
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
import io.v11.training.trainer.LogLoss;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.Standardisation;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;
import io.v11.training.trainer.torch.Descent;
import io.v11.training.trainer.torch.PyTorch;

/**
 * A ReLU perceptron by PyTorch: weighted binary cross entropy, AdamW, gradient length bounded, stopped where the loss on
 * the validation rows was lowest, written as ONNX.
 *
 * <p>Reproducible on one machine: one thread, our own seeded order of rows and initial weights, the library's generator
 * seeded for dropout. On a machine with other vector instructions the library may add in another order, and then the last
 * bits of the weights differ: compare metrics there, not bytes.
 *
 * @param settings  hyperparameters
 * @param weights   what a row counts
 * @param selection features that may be inputs, all when empty
 * @param clock     for estimates of the remaining time
 */
public record MlpTrainer(MlpSettings settings, SampleWeights weights, Optional<FeatureSelection> selection,
        NanoClock clock) implements Trainer {
    @Override
    public Family family() {
        return Family.MLP;
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
        Engine engine = PyTorch.engine();
        engine.setRandomSeed((int) seed);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), engine.getEngineName())) {
            Random random = new Random(seed);
            Perceptron net = new Perceptron(manager, settings.layerSizes(), settings.dropout(), inputs.size(), random);
            Descent descent = new Descent(engine, net.parameters().stream().map(Parameter::getArray).toList(),
                    settings.learningRate(), settings.weightDecay(), settings.gradientNorm());
            BestStep<List<DenseLayer>> best = new BestStep<>(family(), listener);
            Progress progress = new Progress(listener, clock, "mlp: epochs", settings.epochs());
            for (int epoch = 1; epoch <= settings.epochs() && best.hopes(epoch, settings.patience()); epoch++) {
                double trainLoss = epoch(manager, net, descent, train, random);
                if (best.after(epoch, trainLoss, loss(manager, net, validation))) {
                    best.keep(net.layers());
                }
                progress.at(epoch);
            }
            return best.trained("model.onnx", OnnxWriter.perceptron(new PerceptronWeights(best.model())), inputs,
                    Memory.NONE, moments, settings.describe());
        }
    }

    private double loss(NDManager parent, Perceptron net, NetRows rows) {
        LogLoss loss = new LogLoss();
        for (int from = 0; from < rows.count(); from += NetRows.CHUNK) {
            int count = Math.min(NetRows.CHUNK, rows.count() - from);
            try (NDManager manager = parent.newSubManager()) {
                NDArray batch = PyTorch.tensor(manager, rows.inputs(from, count), new Shape(count, rows.features()));
                float[] logits = net.forward(batch, false).toFloatArray();
                for (int i = 0; i < count; i++) {
                    loss.add(1.0 / (1.0 + StrictMath.exp(-logits[i])), rows.labels()[from + i] > 0.5f,
                            rows.weights()[from + i]);
                }
            }
        }
        return loss.mean();
    }

    /** One pass; returns the mean of the batches' losses, taken while the weights move. */
    private double epoch(NDManager parent, Perceptron net, Descent descent, NetRows rows, Random random) {
        int[] order = rows.shuffled(random);
        double sum = 0.0;
        for (int from = 0; from < order.length; from += settings.batch()) {
            int count = Math.min(settings.batch(), order.length - from);
            Shape column = new Shape(count, 1);
            try (NDManager manager = parent.newSubManager()) {
                NDArray inputs = PyTorch.tensor(manager, rows.inputs(order, from, count),
                        new Shape(count, rows.features()));
                NDArray labels = PyTorch.tensor(manager, rows.pick(rows.labels(), order, from, count), column);
                NDArray counts = PyTorch.tensor(manager, rows.pick(rows.weights(), order, from, count), column);
                sum += count * descent.step(manager,
                        () -> Descent.entropy(net.forward(inputs, true), labels).mul(counts).mean());
            }
        }
        return sum / order.length;
    }
}
