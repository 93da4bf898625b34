package io.v11.ml.net;

/**
 * What is added to an attention score before the softmax: {@code -slope * distance} for steps that may be seen (Press et
 * al. 2022), and {@link #UNSEEN} for later ones and those behind the window. Stateless; cold path.
 */
public final class AttentionPenalties {
    /** So low that its share in the softmax is exactly 0 in float, yet finite, so that no difference is NaN. */
    public static final float UNSEEN = -1e30f;

    private AttentionPenalties() {
    }

    /** A matrix for each head: a row for each step that looks, a column for each that is looked at. */
    public static float[] of(int heads, int window, int steps) {
        float[] penalties = new float[heads * steps * steps];
        int at = 0;
        for (int head = 0; head < heads; head++) {
            float slope = TransformerWeights.slope(head, heads);
            for (int step = 0; step < steps; step++) {
                for (int seen = 0; seen < steps; seen++) {
                    int distance = step - seen;
                    penalties[at++] = distance < 0 || distance >= window ? UNSEEN : -slope * distance;
                }
            }
        }
        return penalties;
    }
}
