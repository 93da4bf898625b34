package io.v11.engine.feature.group;

/**
 * The digest of a state that seldom changes, made anew only after it did. What is kept for hours of bars is a thousand times
 * more than what changes between two state hashes. Confined to one thread; allocates nothing.
 */
public final class Digest {
    private boolean known;
    private long value;

    /** The state changed: the digest has to be made anew. */
    public void forget() {
        known = false;
    }

    /** Made since the last change. */
    public boolean known() {
        return known;
    }

    public long value() {
        return value;
    }

    /** Keeps the digest of the present state and gives it back. */
    public long keep(long digest) {
        value = digest;
        known = true;
        return digest;
    }
}
