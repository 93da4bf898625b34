package io.v11.engine.risk.tail;

import java.util.Arrays;

/**
 * The loss of the portfolio in every scenario, kept in a tree of sums:
 *
 * <pre>
 *                    sum of all
 *              ┌─────────┴─────────┐
 *          a + b                 c + d        each node a vector over the scenarios
 *        ┌───┴───┐             ┌───┴───┐
 *        a       b             c       d      exposure x scale x past returns of one instrument
 * </pre>
 *
 * A change of one instrument is written into its leaf and the nodes above it, O(scenarios x log instruments), and gives the same bits as a
 * computation of everything anew: a running total would gather rounding errors. Changes are noted at once and summed when someone asks, so
 * many moves between two orders cost as much as one. Confined to one thread; allocates nothing after construction.
 */
final class ScenarioLosses {
    private final ScenarioMatrix matrix;
    private final int instruments;
    private final double[] exposures;
    private final double[] scales;
    private final double[][] nodes;
    private final boolean[] stale;
    private final double[] candidate;

    ScenarioLosses(ScenarioMatrix matrix) {
        this.matrix = matrix;
        instruments = matrix.instruments();
        exposures = new double[instruments];
        scales = new double[instruments];
        Arrays.fill(scales, 1.0);
        // Node n is the sum of 2n and 2n + 1; the leaves lie from the number of instruments on. It need not be a power of two.
        nodes = new double[2 * instruments][matrix.capacity()];
        stale = new boolean[2 * instruments];
        candidate = new double[matrix.capacity()];
    }

    /** Signed notional of one instrument; true when it differs from before. */
    boolean exposure(int instrument, double notional) {
        if (exposures[instrument] == notional) {
            return false;
        }
        exposures[instrument] = notional;
        markStale(instrument);
        return true;
    }

    /** What the past returns of one instrument are multiplied by; used after a bar, so everything is summed anew. */
    void scale(int instrument, double factor) {
        scales[instrument] = factor;
        markStale(instrument);
    }

    /** The rows changed. */
    void onAppended() {
        for (int i = 0; i < instruments; i++) {
            markStale(i);
        }
    }

    private void markStale(int instrument) {
        for (int node = instruments + instrument; node >= 1 && !stale[node]; node >>= 1) {
            stale[node] = true;
        }
    }

    /** Losses in the order of the ring's slots, valid below the size of the matrix. */
    double[] settled() {
        if (stale[1]) {
            for (int node = 2 * instruments - 1; node >= 1; node--) {
                if (stale[node]) {
                    settle(node);
                    stale[node] = false;
                }
            }
        }
        return nodes[1];
    }

    private void settle(int node) {
        if (node >= instruments) {
            int instrument = node - instruments;
            leaf(instrument, exposures[instrument], nodes[node]);
        } else {
            sum(nodes[2 * node], nodes[2 * node + 1], nodes[node], matrix.size());
        }
    }

    /** Losses with an order filled: the same bits as {@link #settled()} would give after the fill. */
    double[] with(int instrument, double orderNotional) {
        settled();
        leaf(instrument, exposures[instrument] + orderNotional, candidate);
        for (int node = instruments + instrument; node > 1; node >>= 1) {
            sum(candidate, nodes[node ^ 1], candidate, matrix.size());
        }
        return candidate;
    }

    private void leaf(int instrument, double notional, double[] into) {
        double weight = -(notional * scales[instrument]);
        double[] column = matrix.column(instrument);
        for (int k = 0, size = matrix.size(); k < size; k++) {
            into[k] = weight * column[k];
        }
    }

    private static void sum(double[] a, double[] b, double[] into, int size) {
        for (int k = 0; k < size; k++) {
            into[k] = a[k] + b[k];
        }
    }
}
