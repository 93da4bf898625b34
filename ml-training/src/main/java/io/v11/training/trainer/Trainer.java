package io.v11.training.trainer;

import io.v11.ml.Family;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.progress.TrainingListener;

/**
 * Fits one model family. Sees train and validation rows only: it never asks the split for the test rows. Equal data and
 * equal seed give equal bytes on one machine. Not for concurrent use; allocates freely, this is the cold path.
 */
public interface Trainer {
    /** What kind of model it fits. */
    Family family();

    /** Fits on the train rows, and stops where the loss on the validation rows was lowest. */
    TrainedModel train(Dataset data, TimeSplit split, long seed, TrainingListener listener);
}
