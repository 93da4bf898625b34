package io.v11.engine.feature.regime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Batch reference of the regime features: every formula over the whole unbroken series, straight from its definition. */
final class RegimeReference {
    final Map<String, Double> values = new HashMap<>();
    private final List<OhlcBar> bars;
    private final int moves;
    private final int n;
    private final int m;
    private final String prefix;

    /** @param bars without gaps, flat ones written out */
    RegimeReference(List<OhlcBar> bars, Scale scale) {
        this.bars = bars;
        this.moves = bars.size() - 1;
        this.n = scale.window();
        this.m = scale.longWindow();
        this.prefix = scale.length().prefix() + "_";
        realised();
        ranges();
        shape();
        scaling();
        trend();
        rank();
        posterior();
    }

    private void put(String name, int needed, double value) {
        values.put(prefix + name, moves >= needed ? value : Double.NaN);
    }

    /** Price moves are numbered from 1, the oldest, to {@code moves}; those before the first are 0. */
    private double r(int move) {
        return move < 1 ? 0.0 : Math.log(bars.get(move).close() / bars.get(move - 1).close());
    }

    private double mean(int count, IntToDoubleFunction value) {
        double sum = 0;
        for (int move = moves - count + 1; move <= moves; move++) {
            sum += value.applyAsDouble(move);
        }
        return sum / count;
    }

    private double variance(int count, IntToDoubleFunction value) {
        double mean = mean(count, value);
        return mean(count, k -> Math.pow(value.applyAsDouble(k) - mean, 2));
    }

    private double correlation(IntToDoubleFunction left, IntToDoubleFunction right) {
        double meanLeft = mean(n, left);
        double meanRight = mean(n, right);
        double covariance = mean(n, k -> (left.applyAsDouble(k) - meanLeft) * (right.applyAsDouble(k) - meanRight));
        return covariance / Math.sqrt(variance(n, left) * variance(n, right));
    }

    private void realised() {
        if (moves < n) {
            return;
        }
        double variance = mean(n, k -> r(k) * r(k));
        double up = mean(n, k -> r(k) > 0 ? r(k) * r(k) : 0);
        double down = mean(n, k -> r(k) < 0 ? r(k) * r(k) : 0);
        put("rv_" + n + "_bps", n, Math.sqrt(variance) * 1e4);
        put("up_volatility_" + n + "_bps", n, Math.sqrt(up) * 1e4);
        put("down_volatility_" + n + "_bps", n, Math.sqrt(down) * 1e4);
        put("signed_variation_" + n, n, (up - down) / variance);
        double bipower = Math.PI / 2 * mean(n, k -> Math.abs(r(k) * r(k - 1)));
        double quarticity = mean(n, k -> Math.pow(Math.abs(r(k) * r(k - 1) * r(k - 2)), 4.0 / 3.0))
                / Math.pow(0.8308609, 3);
        double z = (1 - bipower / variance) / Math.sqrt((Math.PI * Math.PI / 4 + Math.PI - 5) / n
                * Math.max(1, quarticity / bipower / bipower));
        put("bipower_" + n + "_bps", n + 2, Math.sqrt(bipower) * 1e4);
        put("jump_share_" + n, n + 2, Math.max(0, 1 - bipower / variance));
        put("jump_z_" + n, n + 2, z);
        put("jump_" + n, n + 2, Double.isNaN(z) ? z : z > 3.0902 ? 1 : 0);
    }

    private OhlcBar bar(int move) {
        return bars.get(move);
    }

    private double garmanKlass(int k) {
        return 0.5 * Math.pow(Math.log(bar(k).high() / bar(k).low()), 2)
                - (2 * Math.log(2) - 1) * Math.pow(Math.log(bar(k).close() / bar(k).open()), 2);
    }

    private void ranges() {
        if (moves < n) {
            return;
        }
        put("parkinson_" + n + "_bps", n,
                Math.sqrt(mean(n, k -> Math.pow(Math.log(bar(k).high() / bar(k).low()), 2)) / 4 / Math.log(2)) * 1e4);
        put("garman_klass_" + n + "_bps", n, Math.sqrt(mean(n, this::garmanKlass)) * 1e4);
        double satchell = mean(n,
                k -> Math.log(bar(k).high() / bar(k).open()) * Math.log(bar(k).high() / bar(k).close())
                        + Math.log(bar(k).low() / bar(k).open()) * Math.log(bar(k).low() / bar(k).close()));
        put("rogers_satchell_" + n + "_bps", n, Math.sqrt(satchell) * 1e4);
        double weight = 0.34 / (1.34 + (n + 1.0) / (n - 1.0));
        double gaps = variance(n, k -> Math.log(bar(k).open() / bar(k - 1).close())) * n / (n - 1);
        double bodies = variance(n, k -> Math.log(bar(k).close() / bar(k).open())) * n / (n - 1);
        put("yang_zhang_" + n + "_bps", n, Math.sqrt(gaps + weight * bodies + (1 - weight) * satchell) * 1e4);
        double mean = mean(n, k -> Math.sqrt(garmanKlass(k)));
        put("vol_of_vol_" + n, n, Math.sqrt(variance(n, k -> Math.sqrt(garmanKlass(k)))) / mean);
    }

    private void shape() {
        if (moves < n) {
            return;
        }
        double variance = mean(n, k -> r(k) * r(k));
        put("skewness_" + n, n, mean(n, k -> Math.pow(r(k), 3)) / Math.pow(variance, 1.5));
        put("kurtosis_" + n, n, mean(n, k -> Math.pow(r(k), 4)) / Math.pow(variance, 2));
        put("autocorrelation_" + n, n + 1, correlation(this::r, k -> r(k - 1)));
        put("size_autocorrelation_" + n, n + 1, correlation(k -> Math.abs(r(k)), k -> Math.abs(r(k - 1))));
    }

    private double span(int move, int bars) {
        return move < bars ? Double.NaN : Math.log(bar(move).close() / bar(move - bars).close());
    }

    private void scaling() {
        if (moves < m) {
            return;
        }
        double[] spans = {1, 2, 4, 8, 16};
        double top = 0;
        double bottom = 0;
        double meanX = Math.log(4);
        for (double k : spans) {
            double y = Math.log(mean(m, move -> Math.pow(span(move, (int) k), 2)));
            top += (Math.log(k) - meanX) * y;
            bottom += Math.pow(Math.log(k) - meanX, 2);
        }
        put("hurst_" + m, m + 15, top / bottom / 2);
        for (int q : new int[]{4, 16}) {
            double drift = span(moves, m) / m;
            double one = mean(m, k -> Math.pow(r(k) - drift, 2)) * m / (m - 1);
            int overlapping = m - q + 1;
            double many = mean(overlapping, k -> Math.pow(span(k, q) - q * drift, 2)) * overlapping
                    / (q * overlapping * (1 - q / (double) m));
            put("variance_ratio_" + q + "_" + m, m, many / one);
        }
    }

    private void trend() {
        if (moves < n) {
            return;
        }
        put("efficiency_" + n, n, Math.abs(bar(moves).close() - bar(moves - n).close())
                / (mean(n, k -> Math.abs(bar(k).close() - bar(k - 1).close())) * n));
        double time = mean(n, k -> k);
        double level = mean(n, k -> bar(k).close());
        double both = mean(n, k -> (k - time) * (bar(k).close() - level));
        put("trend_" + n, n, Math.signum(both) * both * both
                / variance(n, k -> k) / mean(n, k -> Math.pow(bar(k).close() - level, 2)));
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (OhlcBar bar : bars.subList(bars.size() - n, bars.size())) {
            highest = Math.max(highest, bar.high());
            lowest = Math.min(lowest, bar.low());
        }
        double path = n * mean(n, k -> Math.max(bar(k).high(), bar(k - 1).close())
                - Math.min(bar(k).low(), bar(k - 1).close()));
        put("choppiness_" + n, n, Math.log(path / (highest - lowest)) / Math.log(n));
    }

    private double meanSquare(int last, int count) {
        double sum = 0;
        for (int k = last - count + 1; k <= last; k++) {
            sum += r(k) * r(k);
        }
        return sum / count;
    }

    private void rank() {
        if (moves >= m) {
            double fast = Math.sqrt(meanSquare(moves, n));
            double slow = Math.sqrt(meanSquare(moves, m));
            put("rv_" + n + "_vs_" + m, m, (fast - slow) / (fast + slow));
        }
        if (moves < n + m) {
            return;
        }
        double now = meanSquare(moves, n);
        double below = 0;
        for (int age = 1; age <= m; age++) {
            double then = meanSquare(moves - age, n);
            // Sums in another order differ in the last bits: what is that close is equal.
            below += Math.abs(then - now) <= 1e-13 * now ? 0.5 : then < now ? 1 : 0;
        }
        put("volatility_rank_" + m, n + m, below / m);
    }

    private void posterior() {
        double[] deviations = {0.5, 1, 2};
        double[][] stay = {{0.96, 0.04, 0}, {0.02, 0.96, 0.02}, {0, 0.04, 0.96}};
        double[] states = {0.25, 0.5, 0.25};
        double[] directions = {0.5, 0.5};
        for (int k = m + 1; k <= moves; k++) {
            double z = r(k) / Math.sqrt(meanSquare(k - 1, m));
            boolean seen = !Double.isNaN(z);
            double[] next = new double[3];
            double all = 0;
            for (int to = 0; to < 3; to++) {
                for (int from = 0; from < 3; from++) {
                    next[to] += states[from] * stay[from][to];
                }
                next[to] *= seen ? normal(Math.clamp(z, -6, 6), 0, deviations[to]) : 1;
                all += next[to];
            }
            states = new double[]{next[0] / all, next[1] / all, next[2] / all};
            double up = (directions[0] * 0.98 + directions[1] * 0.02)
                    * (seen ? normal(Math.clamp(z, -3, 3), 0.15, 1) : 1);
            double down = (directions[1] * 0.98 + directions[0] * 0.02)
                    * (seen ? normal(Math.clamp(z, -3, 3), -0.15, 1) : 1);
            directions = new double[]{up / (up + down), down / (up + down)};
        }
        put("p_calm", n + m, states[0]);
        put("p_turbulent", n + m, states[2]);
        put("p_up", n + m, directions[0]);
    }

    private static double normal(double x, double mean, double deviation) {
        return Math.exp(-Math.pow((x - mean) / deviation, 2) / 2) / deviation;
    }
}
