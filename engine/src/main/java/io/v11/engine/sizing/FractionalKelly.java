package io.v11.engine.sizing;

/**
 * Size by the growth rate: a fraction of what Kelly's criterion asks for, capped.
 *
 * <pre>
 *   of a return with mean m and variance v      f* = m / v                                 (Merton 1969; Thorp 2006, 7.1)
 *   of a move that is +up with probability p
 *   and -down otherwise                         f* = (p x up - (1 - p) x down) / (up x down)   (Kelly 1956, general odds)
 *   size                                        min(fraction x max(f*, 0), cap)
 * </pre>
 *
 * Full Kelly is right only when mean and variance are known; estimates are not, and half of it keeps three quarters of the growth
 * at half of the volatility (Thorp 2006). A size is a fraction of the equity, never negative: the direction is the caller's.
 */
public final class FractionalKelly {
    private FractionalKelly() {
    }

    /**
     * @param edge     expected return net of all costs, of the bet in its direction, over the holding time
     * @param variance of the return over the same time
     * @param fraction of full Kelly, 0 to 1
     * @param cap      largest size, 0 or more
     */
    public static double ofEdge(double edge, double variance, double fraction, double cap) {
        boolean usable = edge > 0.0 && edge <= Double.MAX_VALUE && variance >= 0.0 && variance <= Double.MAX_VALUE;
        return usable ? capped(edge, variance, fraction, cap) : 0.0;
    }

    /**
     * @param probability of the move in the bet's direction, calibrated
     * @param up          return of the bet when right, net of costs, above 0
     * @param down        loss of the bet when wrong, costs in, above 0
     */
    public static double ofMove(double probability, double up, double down, double fraction, double cap) {
        if (!(probability >= 0.0 && probability <= 1.0 && up > 0.0 && up <= Double.MAX_VALUE && down > 0.0
                && down <= Double.MAX_VALUE)) {
            return 0.0;
        }
        double edge = probability * up - (1.0 - probability) * down;
        return edge > 0.0 ? capped(edge, up * down, fraction, cap) : 0.0;
    }

    private static double capped(double edge, double variance, double fraction, double cap) {
        if (!(fraction >= 0.0 && fraction <= 1.0 && cap >= 0.0)) {
            return 0.0;
        }
        // Compared before it is divided: a variance of 0 asks for the cap, not for infinity.
        return fraction * edge >= cap * variance ? cap * Math.signum(fraction) : fraction * edge / variance;
    }
}
