package io.v11.benchmarks.ratio;

/**
 * How carefully a question is asked.
 *
 * @param pairs        blocks of each contender
 * @param blockMillis  length of a block
 * @param warmUpMillis each contender runs at least so long before its first block
 */
record Protocol(int pairs, int blockMillis, int warmUpMillis) {
    /** A pair is dropped when a canary beside it is farther than this from their median. */
    static final double CANARY_TOLERANCE = 0.20;
    /** With fewer than this part of the pairs left there is no answer. */
    static final double FEWEST_KEPT = 0.30;

    /** Right answers only: the figures are worthless. */
    static Protocol smoke() {
        return new Protocol(2, 1, 1);
    }
}
