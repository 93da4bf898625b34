package io.v11.training.trainer.sequence;

/**
 * A piece of a stream that goes through the net at one go, from a fresh start.
 *
 * @param first   position of its first step
 * @param context steps that are only there for those after them
 * @param counted steps after the context, whose losses count where they have a weight
 */
record Chunk(int first, int context, int counted) {
    int length() {
        return context + counted;
    }
}
