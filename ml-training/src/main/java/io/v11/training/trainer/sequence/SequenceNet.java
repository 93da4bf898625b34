package io.v11.training.trainer.sequence;

import java.util.List;

import ai.djl.ndarray.NDArray;

/**
 * A net while it is trained.
 *
 * @param <W> its weights as serving has them
 */
interface SequenceNet<W> {
    /** What is fitted; each requires a gradient. */
    List<NDArray> parameters();

    /** Steps that a batch must have so that chunks of {@code length} steps fit. */
    int steps(int length);

    /** Logits [chunks][steps] for inputs [chunks][steps][features]; every chunk starts afresh. */
    NDArray logits(NDArray inputs, boolean training);

    /** The present weights, copied out. */
    W weights();
}
