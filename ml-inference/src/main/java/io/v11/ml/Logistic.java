package io.v11.ml;

/**
 * Log-odds to probability. {@link StrictMath} and not {@link Math}: scores are part of hashed state, and the intrinsic
 * exponential may differ in the last bit between machines. Stateless; allocates nothing.
 */
public final class Logistic {
    private Logistic() {
    }

    /** 1 / (1 + e^-x); NaN stays NaN. */
    public static double probability(double logOdds) {
        return 1.0 / (1.0 + StrictMath.exp(-logOdds));
    }
}
