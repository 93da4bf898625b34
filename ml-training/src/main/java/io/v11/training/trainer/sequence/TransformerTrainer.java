package io.v11.training.trainer.sequence;

import java.util.Optional;
import java.util.Random;

import ai.djl.ndarray.types.DataType;
import org.agrona.concurrent.NanoClock;

import io.v11.ml.Family;
import io.v11.ml.Memory;
import io.v11.ml.net.TransformerWeights;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.onnx.OnnxWriter;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;

/**
 * A causal Transformer encoder by PyTorch, written as ONNX. A chunk begins {@code reach - 1} steps before the first that
 * counts, so every step that counts sees exactly what it sees when it is served.
 *
 * <p>Reproducible on one machine, as {@link io.v11.training.trainer.net.MlpTrainer}.
 *
 * @param settings  hyperparameters
 * @param weights   what a row counts
 * @param selection features that may be inputs, all when empty
 * @param clock     for estimates of the remaining time
 */
public record TransformerTrainer(TransformerSettings settings, SampleWeights weights,
        Optional<FeatureSelection> selection,
        NanoClock clock) implements Trainer {
    @Override
    public Family family() {
        return Family.TRANSFORMER;
    }

    @Override
    public TrainedModel train(Dataset data, TimeSplit split, long seed, TrainingListener listener) {
        SequenceSettings sequence = settings.sequence();
        Memory memory = new Memory(sequence.warmUp(), settings.window(), sequence.maximumGapMs());
        int context = settings.reach() - 1;
        Random random = new Random(seed);
        return new SequenceTraining(family(), sequence, settings.descent(), memory, context, context,
                settings.describe(), weights, selection, clock).<TransformerWeights>train(data, split, seed, listener,
                        (manager, features) -> new TransformerNet(manager, DataType.FLOAT32, features, settings,
                                random),
                        best -> OnnxWriter.transformer(best, best.reach()));
    }
}
