package io.v11.engine.risk.tail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A book with a past of fat-tailed, correlated returns, and everything that was told to it. */
final class TailFixture {
    static final double CONFIDENCE = 0.975;

    final int instruments;
    final double[] exposures;
    final List<double[]> rows = new ArrayList<>();
    final LiveTailRisk risk;

    private TailFixture(int instruments) {
        this.instruments = instruments;
        exposures = new double[instruments];
        risk = new LiveTailRisk(new TailSettings(instruments, 500, 10, CONFIDENCE, 0.97, 1));
    }

    static TailFixture random(Random random, int instruments, int bars) {
        TailFixture fixture = new TailFixture(instruments);
        for (int k = 0; k < bars; k++) {
            fixture.append(row(random, instruments));
        }
        for (int i = 0; i < instruments; i++) {
            fixture.expose(i, 1e5 * random.nextGaussian());
        }
        return fixture;
    }

    static double[] row(Random random, int instruments) {
        double scale = 0.001 * Math.exp(0.5 * random.nextGaussian());
        double common = random.nextGaussian();
        double[] row = new double[instruments];
        Arrays.setAll(row, i -> scale * (common + random.nextGaussian()));
        return row;
    }

    void append(double[] row) {
        rows.add(row);
        risk.onBarClose(row);
    }

    void expose(int instrument, double notional) {
        exposures[instrument] = notional;
        risk.exposure(instrument, notional);
    }

    /** Fills, moves of prices, bars and questions in any order: what a day does to it. */
    void wander(Random random, int steps) {
        for (int k = 0; k < steps; k++) {
            int instrument = random.nextInt(instruments);
            switch (random.nextInt(4)) {
                case 0 -> append(row(random, instruments));
                case 1 -> risk.worstShortfallWith(instrument, 1e4 * random.nextGaussian());
                default -> expose(instrument, exposures[instrument] * 1.001 + 1e3 * random.nextGaussian());
            }
        }
    }

    /** The same past and the same exposures told to a fresh one. */
    TailFixture again() {
        TailFixture fresh = new TailFixture(instruments);
        rows.forEach(fresh::append);
        for (int i = 0; i < instruments; i++) {
            fresh.expose(i, exposures[i]);
        }
        return fresh;
    }

    double gross() {
        return Arrays.stream(exposures).map(Math::abs).sum();
    }

    double[][] lastRows(int count) {
        return rows.subList(Math.max(0, rows.size() - count), rows.size()).toArray(double[][]::new);
    }

    /** Each return over its volatility before the bar, times that after the last: weights written out as a sum over the past. */
    double[][] filteredRows(int count, double decay) {
        List<double[]> filtered = new ArrayList<>();
        for (int k = Math.max(LiveTailRisk.SETTLING_BARS, rows.size() - count); k < rows.size(); k++) {
            double[] row = new double[instruments];
            for (int i = 0; i < instruments; i++) {
                double residual = rows.get(k)[i] / volatility(i, k, decay);
                row[i] = Math.clamp(residual, -LiveTailRisk.RESIDUAL_MAX, LiveTailRisk.RESIDUAL_MAX)
                        * volatility(i, rows.size(), decay);
            }
            filtered.add(row);
        }
        return filtered.toArray(double[][]::new);
    }

    private double volatility(int instrument, int bars, double decay) {
        double sum = 0.0;
        double weights = 0.0;
        double weight = 1.0;
        for (int k = bars - 1; k >= 0; k--, weight *= decay) {
            sum += weight * rows.get(k)[instrument] * rows.get(k)[instrument];
            weights += weight;
        }
        return Math.sqrt(sum / weights);
    }
}
