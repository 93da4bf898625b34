package io.v11.training.trainer.sequence;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import org.agrona.concurrent.NanoClock;

import io.v11.ml.Family;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.BestStep;
import io.v11.training.trainer.FeatureSubset;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.Standardisation;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.torch.PyTorch;

/**
 * What the trainers of all nets with memory do, whatever the net: choose and standardise inputs, cut streams into chunks,
 * fit, write.
 *
 * @param context           steps before the counted ones of a chunk to fit on
 * @param validationContext steps before the counted ones of a chunk to choose by
 */
record SequenceTraining(Family family, SequenceSettings sequence, DescentSettings descent, Memory memory, int context,
        int validationContext, Map<String, String> hyperparameters, SampleWeights weights,
        Optional<FeatureSelection> selection, NanoClock clock) {

    /** @param net  makes the net for so many features  @param file makes the file of the best weights */
    <W> TrainedModel train(Dataset data, TimeSplit split, long seed, TrainingListener listener,
            BiFunction<NDManager, Integer, SequenceNet<W>> net, Function<W, byte[]> file) {
        ModelInputs inputs = FeatureSubset.known(data, split.train(),
                FeatureSubset.inputs(data, sequence.features(), selection, sequence.inputs()));
        float[] trainWeights = weights.of(data, split.train());
        Standardisation moments = Standardisation.fit(data, inputs, split.train(), trainWeights, sequence.clip());
        SequenceRows train = SequenceRows.training(family, data, split.train(), trainWeights, sequence, context, inputs,
                moments.standardiser());
        if (descent.balanceClasses()) {
            train.balanceClasses();
        }
        SequenceRows validation = SequenceRows.validation(family, data, split.validation(),
                weights.of(data, split.validation()), sequence, validationContext, inputs, moments.standardiser());
        BestStep<W> best = new BestStep<>(family, listener);
        Progress progress = new Progress(listener, clock, family.text() + ": chunks",
                (long) descent.epochs() * train.chunks().size());
        Engine engine = PyTorch.engine();
        engine.setRandomSeed((int) seed);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), engine.getEngineName())) {
            new SequenceFit<>(descent, engine, manager, net.apply(manager, inputs.size()), new Random(seed + 1))
                    .run(train, validation, best, progress);
        }
        return best.trained("model.onnx", file.apply(best.model()), inputs, memory, moments, hyperparameters);
    }
}
