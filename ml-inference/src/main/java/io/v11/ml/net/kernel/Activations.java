package io.v11.ml.net.kernel;

/**
 * The functions between the layers, made of + - * / and comparisons only: every machine gives the same bits, interpreted
 * or compiled, and loops over them become vector code. Computed in double and right to about 1e-7 relative once they are
 * float. NaN stays NaN. Stateless; allocates nothing.
 *
 * <p>Range reduction is division by 1,024; a Taylor polynomial of degree 6 gives the value there, whose error is below
 * {@code (104 / 1024)^7 / 7!} = 2e-11, and ten doublings, {@code e^2r = (e^r)^2}, lead back. The doublings multiply the
 * relative error by 1,024.
 */
public final class Activations {
    /** Beyond it e^x and e^-x are 0 or infinite in float. */
    private static final double EXP_BOUND = 104.0;
    /** The hyperbolic tangent of half of it is 1 in float. */
    private static final double TANH_BOUND = 40.0;
    private static final double REDUCTION = 1.0 / 1024.0;

    private Activations() {
    }

    /** e^x, as if x lay between -104 and 104. */
    public static double exp(double x) {
        double r = Math.max(-EXP_BOUND, Math.min(EXP_BOUND, x)) * REDUCTION;
        double e = 1.0 + expMinusOne(r);
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        e *= e;
        return e * e;
    }

    /** 1 / (1 + e^-x). */
    public static double sigmoid(double x) {
        return 1.0 / (1.0 + exp(-x));
    }

    /**
     * The hyperbolic tangent {@code m / (m + 2)} with {@code m = e^2x - 1}; {@code m} and not {@code e^2x} is doubled,
     * {@code m <- m (m + 2)}, so that small results keep their digits.
     */
    public static double tanh(double x) {
        double r = Math.max(-TANH_BOUND, Math.min(TANH_BOUND, x + x)) * REDUCTION;
        double m = expMinusOne(r);
        m *= m + 2.0;
        m *= m + 2.0;
        m *= m + 2.0;
        m *= m + 2.0;
        m *= m + 2.0;
        m *= m + 2.0;
        m *= m + 2.0;
        m *= m + 2.0;
        m *= m + 2.0;
        m *= m + 2.0;
        return m / (m + 2.0);
    }

    /** e^r - 1 for a small r. */
    private static double expMinusOne(double r) {
        return r * (1.0 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720))))));
    }

    /** Takes e^x of so many numbers from the first on. */
    static void exp(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (float) exp(values[i]);
        }
    }

    /** Takes the sigmoid of so many numbers from the first on. */
    static void sigmoid(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (float) sigmoid(values[i]);
        }
    }

    /** Takes the hyperbolic tangent of so many numbers from the first on. */
    static void tanh(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = (float) tanh(values[i]);
        }
    }

    /** Takes 0 for each negative one of so many numbers from the first on. */
    static void relu(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(0.0f, values[i]);
        }
    }
}
