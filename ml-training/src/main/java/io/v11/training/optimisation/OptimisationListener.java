package io.v11.training.optimisation;

import io.v11.training.optimisation.trial.Trial;

/** What a search tells whoever waits for it. Called on the thread that runs it, in the order of the trials. */
public interface OptimisationListener {
    /** Hears nothing. */
    OptimisationListener SILENT = new OptimisationListener() {
    };

    /**
     * A trial is in the ledger.
     *
     * @param total   at most so many will be
     * @param resumed it was there before this run
     */
    default void onTrial(Trial trial, int total, boolean resumed) {
    }

    /** A line for the reader. */
    default void onText(String line) {
    }
}
