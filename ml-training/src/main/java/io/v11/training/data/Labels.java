package io.v11.training.data;

import io.v11.engine.slot.EngineEvent;

/**
 * Where the labels of rows come from. Sees every event, in order, and is told which of them are rows; what it concludes
 * about a row may depend on events up to {@link #endNs} only. Confined to the thread that builds, then only read.
 */
public interface Labels {
    /** A journal begins: no label may reach from the one before into it. */
    void onSource();

    /** Every event, before {@link #onDecision} of the same event. */
    void onEvent(EngineEvent event);

    /** The event is row {@code row}; rows come in order and without gaps. */
    void onDecision(int row, EngineEvent event);

    /** Nothing more will come. */
    void onEnd();

    /** The label is known; the methods below say nothing of rows for which it is not. */
    boolean labelled(int row);

    /** The price rose. */
    boolean up(int row);

    /** Time of the event that decided the label. */
    long endNs(int row);

    /** Size of the move, basis points, never negative. */
    double moveBps(int row);

    /** Rows with equal numbers are not independent samples; numbers rise with time. */
    int move(int row);

    /** What has to be said beside every figure under these labels, such as how many rows have none and why; may be empty. */
    default String remark() {
        return "";
    }
}
