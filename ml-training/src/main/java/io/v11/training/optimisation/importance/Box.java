package io.v11.training.optimisation.importance;

/**
 * A leaf of a tree: the stretch of [0, 1] that it covers of each parameter, and its value. Immutable.
 *
 * @param low   of each parameter, belongs to it
 * @param high  of each parameter; only 1 belongs to it
 * @param value mean of the losses that fell in
 */
record Box(double[] low, double[] high, double value) {
    /** Of all parameters but the given; -1 for none. */
    double volume(int but, int andBut) {
        double volume = 1.0;
        for (int i = 0; i < low.length; i++) {
            volume *= i == but || i == andBut ? 1.0 : high[i] - low[i];
        }
        return volume;
    }

    boolean holds(int parameter, double unit) {
        return unit >= low[parameter] && (unit < high[parameter] || high[parameter] == 1.0 && unit <= 1.0);
    }

    boolean holds(double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (!holds(i, point[i])) {
                return false;
            }
        }
        return true;
    }
}
