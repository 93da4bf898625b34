package io.v11.training.progress;

/**
 * What training tells whoever waits for it. Called on the training thread; training neither prints nor logs.
 */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener SILENT = new TrainingListener() {
    };

    /**
     * A step of the work went on.
     *
     * @param step        what is being done
     * @param done        of {@code total}; when {@code total} is 0 the end is not known
     * @param remainingNs estimate from the pace so far; -1 when there is none yet
     */
    default void onProgress(String step, long done, long total, long remainingNs) {
    }

    /** Loss after a tree or an epoch. */
    default void onLoss(String family, int step, double trainLoss, double validationLoss) {
    }

    /** A line for the reader: a finding, a choice, a row of the closing table. */
    default void onText(String line) {
    }
}
