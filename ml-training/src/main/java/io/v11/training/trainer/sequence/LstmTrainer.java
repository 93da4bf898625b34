package io.v11.training.trainer.sequence;

import java.util.Optional;
import java.util.Random;

import ai.djl.ndarray.types.DataType;
import org.agrona.concurrent.NanoClock;

import io.v11.ml.Family;
import io.v11.ml.Memory;
import io.v11.ml.net.LstmWeights;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.onnx.OnnxWriter;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;

/**
 * An LSTM by PyTorch, written as ONNX.
 *
 * <p>Served, it carries its state from decision to decision without end; trained, a chunk begins with an empty state and
 * {@code warmUp} steps that do not count. So what happened longer ago than a chunk's beginning is not learnt from, and
 * state that a net builds up over longer times is seen live only. The validation loss is taken with a context longer by
 * {@code steps}, closer to what is served; only scoring by the served model itself is the truth.
 *
 * <p>Reproducible on one machine, as {@link io.v11.training.trainer.net.MlpTrainer}.
 *
 * @param settings  hyperparameters
 * @param weights   what a row counts
 * @param selection features that may be inputs, all when empty
 * @param clock     for estimates of the remaining time
 */
public record LstmTrainer(LstmSettings settings, SampleWeights weights, Optional<FeatureSelection> selection,
        NanoClock clock) implements Trainer {
    @Override
    public Family family() {
        return Family.LSTM;
    }

    @Override
    public TrainedModel train(Dataset data, TimeSplit split, long seed, TrainingListener listener) {
        SequenceSettings sequence = settings.sequence();
        Memory memory = new Memory(sequence.warmUp(), 0, sequence.maximumGapMs());
        Random random = new Random(seed);
        return new SequenceTraining(family(), sequence, settings.descent(), memory, sequence.warmUp(),
                sequence.warmUp() + sequence.steps(), settings.describe(), weights, selection, clock)
                .<LstmWeights>train(data, split, seed, listener, (manager, features) -> new LstmNet(manager,
                        DataType.FLOAT32, features, settings.hidden(), settings.descent().dropout(), random),
                        OnnxWriter::lstm);
    }
}
