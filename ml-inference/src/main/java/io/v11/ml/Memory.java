package io.v11.ml;

/**
 * What a model carries from one decision of an instrument to the next; all 0 for one that carries nothing.
 *
 * @param warmUp       decisions after a fresh start before it gives its first score
 * @param window       decisions that it looks back at; 0 when its memory fades without end
 * @param maximumGapMs it starts afresh after a longer pause between two decisions, and when the book was lost
 */
public record Memory(int warmUp, int window, long maximumGapMs) {
    /** Of a model without memory. */
    public static final Memory NONE = new Memory(0, 0, 0L);

    public Memory {
        if (warmUp < 0 || window < 0 || maximumGapMs < 0) {
            throw new ModelException("memory must not have negative figures, has warmUp=" + warmUp + " window="
                    + window + " maximumGapMs=" + maximumGapMs);
        }
    }
}
