package io.v11.training.trainer.sequence;

import java.util.List;
import java.util.Random;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import io.v11.training.progress.Progress;
import io.v11.training.trainer.BestStep;
import io.v11.training.trainer.LogLoss;
import io.v11.training.trainer.sequence.SequenceRows.Batch;
import io.v11.training.trainer.torch.Descent;
import io.v11.training.trainer.torch.PyTorch;

/** Epochs of gradient steps over shuffled chunks, until the validation loss has not fallen for a while. */
final class SequenceFit<W> {
    /** Chunks scored at one go. */
    private static final int SCORED = 64;

    private final DescentSettings settings;
    private final NDManager parent;
    private final SequenceNet<W> net;
    private final Descent descent;
    private final Random random;

    SequenceFit(DescentSettings settings, Engine engine, NDManager parent, SequenceNet<W> net, Random random) {
        this.settings = settings;
        this.parent = parent;
        this.net = net;
        this.random = random;
        descent = new Descent(engine, net.parameters(), settings.learningRate(), settings.weightDecay(),
                settings.gradientNorm());
    }

    /** Fills {@code best} with the curve and the weights of the best epoch; progress is counted in chunks. */
    void run(SequenceRows train, SequenceRows validation, BestStep<W> best, Progress progress) {
        for (int epoch = 1; epoch <= settings.epochs() && best.hopes(epoch, settings.patience()); epoch++) {
            double trainLoss = epoch(train, progress, (epoch - 1L) * train.chunks().size());
            if (best.after(epoch, trainLoss, loss(validation))) {
                best.keep(net.weights());
            }
        }
    }

    /** One pass; returns the mean of the batches' losses, taken while the weights move. */
    private double epoch(SequenceRows rows, Progress progress, long done) {
        List<Chunk> order = rows.shuffled(random);
        int steps = longest(order);
        double sum = 0.0;
        long total = 0;
        for (int from = 0; from < order.size(); from += settings.batch()) {
            Batch batch = rows.gather(order.subList(from, Math.min(order.size(), from + settings.batch())), steps);
            int counted = batch.counted();
            try (NDManager manager = parent.newSubManager()) {
                NDArray inputs = inputs(manager, batch);
                NDArray labels = column(manager, batch, batch.labels());
                NDArray weights = column(manager, batch, batch.weights());
                sum += counted * descent.step(manager, () -> loss(net, inputs, labels, weights, counted));
            }
            total += counted;
            progress.at(done + from + batch.chunks());
        }
        return sum / total;
    }

    /** Weighted cross entropy for each step that counts. */
    static NDArray loss(SequenceNet<?> net, NDArray inputs, NDArray labels, NDArray weights, int counted) {
        return Descent.entropy(net.logits(inputs, true), labels).mul(weights).sum().div(counted);
    }

    private double loss(SequenceRows rows) {
        LogLoss loss = new LogLoss();
        int steps = longest(rows.chunks());
        for (int from = 0; from < rows.chunks().size(); from += SCORED) {
            Batch batch = rows.gather(rows.chunks().subList(from, Math.min(rows.chunks().size(), from + SCORED)),
                    steps);
            try (NDManager manager = parent.newSubManager()) {
                float[] logits = net.logits(inputs(manager, batch), false).toFloatArray();
                for (int i = 0; i < logits.length; i++) {
                    if (batch.weights()[i] > 0.0f) {
                        loss.add(1.0 / (1.0 + StrictMath.exp(-logits[i])), batch.labels()[i] > 0.5f,
                                batch.weights()[i]);
                    }
                }
            }
        }
        return loss.mean();
    }

    private int longest(List<Chunk> chunks) {
        return net.steps(chunks.stream().mapToInt(Chunk::length).max().orElseThrow());
    }

    private static NDArray inputs(NDManager manager, Batch batch) {
        return PyTorch.tensor(manager, batch.inputs(), new Shape(batch.chunks(), batch.steps(), batch.features()));
    }

    private static NDArray column(NDManager manager, Batch batch, float[] values) {
        return PyTorch.tensor(manager, values, new Shape(batch.chunks(), batch.steps()));
    }
}
