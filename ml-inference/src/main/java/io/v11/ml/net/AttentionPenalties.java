package io.v11.ml.net;

/**
 * What is added to an attention score before the softmax: {@code -slope * distance} for steps that may be seen (Press et
 * al. 2022), and {@link #UNSEEN} for later ones and those behind the window. Stateless; cold path.
 */
public final class AttentionPenalties {
    /**
     * A share of e^-60 = 9e-27 where the products are alike: nothing beside the 6e-8 that a float resolves, unless a product
     * that must not be seen is more than 40 above the highest that may. Not lower, for ONNX Runtime then computes with
     * denormal shares (for -1e30 too), and a run over 63 steps takes 270 us instead of 160 us.
     */
    public static final float UNSEEN = -60f;

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
