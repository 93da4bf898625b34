package io.v11.ml.tree;

/**
 * A row as integers that compare as XGBoost compares floats, missing values included, so that a kernel needs neither
 * float compare nor a test for NaN.
 *
 * <p>The sign-magnitude bits of a float become an int of the same order by {@code b ^ ((b >> 31) >>> 1)}. NaNs then lie
 * beyond the infinities, the {@value #NANS} positive ones on top and as many negative ones at the bottom. Adding
 * {@value #NANS} with wrap-around moves all of them below minus infinity; subtracting it moves all of them above plus
 * infinity. Each row is therefore kept in two images: nodes whose default is left read the first kind, nodes whose
 * default is right the second, and {@code key < threshold key} is exact for every bit pattern. A threshold of either
 * zero takes the key of -0, so that -0 and +0 both fail {@code x < 0}.
 */
final class RowKeys {
    /** Number of NaN bit patterns of one sign. */
    static final int NANS = 0x7fffff;

    private RowKeys() {
    }

    /** Fills {@code keys}: image for default right at 0, image for default left at {@code row.length}. */
    static void fill(float[] row, int features, int[] keys) {
        for (int f = 0; f < features; f++) {
            int bits = Float.floatToRawIntBits(row[f]);
            int key = bits ^ ((bits >> 31) >>> 1);
            keys[f] = key - NANS;
            keys[features + f] = key + NANS;
        }
    }

    /** A comparison as one long: threshold key above, place in the keys below. */
    static long node(float threshold, int feature, boolean defaultLeft, int features) {
        int bits = Float.floatToRawIntBits(threshold == 0.0f ? -0.0f : threshold);
        int key = bits ^ ((bits >> 31) >>> 1);
        long image = defaultLeft ? key + NANS : key - NANS;
        return image << 32 | (defaultLeft ? features + feature : feature);
    }

    /** -1 when the row goes left at the node, 0 when it goes right: the sign of a difference that cannot overflow. */
    static int below(long node, int[] keys) {
        return (int) ((keys[(int) node] - (node >> 32)) >> 63);
    }
}
