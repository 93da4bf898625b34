package io.v11.training.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
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
import io.v11.training.trainer.TrainedModel.CurvePoint;

/**
 * A ReLU perceptron by PyTorch: weighted binary cross entropy, AdamW, gradient length bounded, stopped where the loss on
 * the validation rows was lowest, written as ONNX.
 *
 * <p>Reproducible on one machine: one thread, our own seeded order of rows and initial weights, the library's generator
 * seeded for dropout. On a machine with other vector instructions the library may add in another order, and then the last
 * bits of the weights differ: compare metrics there, not bytes.
 */
public final class MlpTrainer implements Trainer {
    private final MlpSettings settings;
    private final SampleWeights weights;
    private final Optional<FeatureSelection> selection;
    private final NanoClock clock;

    /** All features may be inputs. */
    public MlpTrainer(MlpSettings settings, SampleWeights weights, NanoClock clock) {
        this(settings, weights, Optional.empty(), clock);
    }

    /** @param selection features that may be inputs, all when empty */
    public MlpTrainer(MlpSettings settings, SampleWeights weights, Optional<FeatureSelection> selection,
            NanoClock clock) {
        this.settings = settings;
        this.weights = weights;
        this.selection = selection;
        this.clock = clock;
    }

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
        NetRows train = NetRows.of(data, split.train(), trainWeights, inputs, moments.standardiser());
        NetRows validation = NetRows.of(data, split.validation(), weights.of(data, split.validation()), inputs,
                moments.standardiser());
        Engine engine = PyTorch.engine();
        engine.setRandomSeed((int) seed);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), engine.getEngineName())) {
            Random random = new Random(seed);
            Perceptron net = new Perceptron(manager, settings.layerSizes(), settings.dropout(), inputs.size(), random);
            Descent descent = new Descent(engine, manager, net, train);
            Search search = new Search();
            Progress progress = new Progress(listener, clock, "mlp: epochs", settings.epochs());
            for (int epoch = 1; epoch <= settings.epochs() && epoch - search.bestStep <= settings.patience(); epoch++) {
                double trainLoss = descent.epoch(random);
                double validationLoss = loss(manager, net, validation);
                search.after(epoch, trainLoss, validationLoss, net);
                listener.onLoss(family().text(), epoch, trainLoss, validationLoss);
                progress.at(epoch);
            }
            return new TrainedModel(family(), "model.onnx", OnnxWriter.perceptron(new PerceptronWeights(search.best)),
                    inputs,
                    Memory.NONE, moments, settings.describe(), search.curve, search.bestStep, search.bestLoss);
        }
    }

    private double loss(NDManager parent, Perceptron net, NetRows rows) {
        LogLoss loss = new LogLoss();
        for (int from = 0; from < rows.count(); from += NetRows.CHUNK) {
            int count = Math.min(NetRows.CHUNK, rows.count() - from);
            try (NDManager manager = parent.newSubManager()) {
                NDArray batch = manager.create(rows.inputs(from, count), new Shape(count, rows.features()));
                float[] logits = net.forward(batch, false).toFloatArray();
                for (int i = 0; i < count; i++) {
                    loss.add(1.0 / (1.0 + StrictMath.exp(-logits[i])), rows.labels()[from + i] > 0.5f,
                            rows.weights()[from + i]);
                }
            }
        }
        return loss.mean();
    }

    /** Remembers the weights of the best epoch. */
    private static final class Search {
        private final List<CurvePoint> curve = new ArrayList<>();
        private List<DenseLayer> best;
        private double bestLoss = Double.POSITIVE_INFINITY;
        private int bestStep;

        private void after(int epoch, double trainLoss, double validationLoss, Perceptron net) {
            if (!Double.isFinite(trainLoss) || !Double.isFinite(validationLoss)) {
                throw new IllegalStateException("mlp: the loss is not finite in epoch " + epoch
                        + "; lower learningRate or gradientNorm");
            }
            curve.add(new CurvePoint(epoch, trainLoss, validationLoss));
            if (validationLoss < bestLoss) {
                bestLoss = validationLoss;
                bestStep = epoch;
                best = net.layers();
            }
        }
    }

    /** Gradient steps over shuffled rows. */
    private final class Descent {
        private final Engine engine;
        private final NDManager parent;
        private final Perceptron net;
        private final NetRows rows;
        private final Optimizer optimizer = Optimizer.adamW()
                .optLearningRateTracker(Tracker.fixed((float) settings.learningRate()))
                .optWeightDecays((float) settings.weightDecay()).build();

        private Descent(Engine engine, NDManager parent, Perceptron net, NetRows rows) {
            this.engine = engine;
            this.parent = parent;
            this.net = net;
            this.rows = rows;
        }

        /** One pass; returns the mean of the batches' losses, taken while the weights move. */
        private double epoch(Random random) {
            int[] order = rows.shuffled(random);
            double sum = 0.0;
            for (int from = 0; from < order.length; from += settings.batch()) {
                int count = Math.min(settings.batch(), order.length - from);
                sum += step(order, from, count) * count;
            }
            return sum / order.length;
        }

        private double step(int[] order, int from, int count) {
            try (NDManager manager = parent.newSubManager()) {
                Shape column = new Shape(count, 1);
                NDArray inputs = manager.create(rows.inputs(order, from, count), new Shape(count, rows.features()));
                NDArray labels = manager.create(rows.pick(rows.labels(), order, from, count), column);
                NDArray weights = manager.create(rows.pick(rows.weights(), order, from, count), column);
                double loss;
                try (GradientCollector collector = engine.newGradientCollector()) {
                    NDArray logits = net.forward(inputs, true);
                    // max(z,0) - z*y + ln(1 + e^-|z|): cross entropy of a logit without overflow.
                    NDArray entropy = logits.maximum(0.0f).sub(logits.mul(labels))
                            .add(logits.abs().neg().exp().add(1.0f).log());
                    NDArray mean = entropy.mul(weights).mean();
                    collector.backward(mean);
                    loss = mean.getFloat();
                }
                update(manager);
                return loss;
            }
        }

        private void update(NDManager manager) {
            List<Parameter> parameters = net.parameters();
            NDArray[] gradients = new NDArray[parameters.size()];
            double squares = 0.0;
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] = parameters.get(i).getArray().getGradient();
                gradients[i].attach(manager);
                squares += gradients[i].square().sum().getFloat();
            }
            double length = Math.sqrt(squares);
            float scale = length > settings.gradientNorm() ? (float) (settings.gradientNorm() / length) : 1.0f;
            for (int i = 0; i < gradients.length; i++) {
                NDArray gradient = scale < 1.0f ? gradients[i].mul(scale) : gradients[i];
                optimizer.update(parameters.get(i).getId(), parameters.get(i).getArray(), gradient);
            }
        }
    }
}
