package io.v11.engine.feature.bar.trend;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.SeededAverage;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;

/**
 * EMA, DEMA or TEMA: the one, two or three exponential averages in a row that take out each other's lag (Mulloy 1994).
 * Each is seeded with the plain mean of its first values. Confined to the feature thread; allocates nothing after
 * construction.
 */
final class ExponentialAverage implements Average {
    private static final String[] PREFIXES = {"", "ema", "dema", "tema"};
    private static final String[] FORMULAS = {"", "e1", "2 e1 - e2", "3 e1 - 3 e2 + e3"};
    private static final String[] SOURCES = {"", "Roberts 1959", "Mulloy 1994", "Mulloy 1994"};

    private final int length;
    private final SeededAverage[] chain;

    /** @param order 1 EMA, 2 DEMA, 3 TEMA */
    ExponentialAverage(int order, int length) {
        this.length = length;
        chain = new SeededAverage[order];
        for (int i = 0; i < order; i++) {
            chain[i] = SeededAverage.exponential(length);
        }
    }

    @Override
    public String name() {
        return PREFIXES[chain.length] + "_" + length;
    }

    @Override
    public String formula() {
        return FORMULAS[chain.length] + ", e1 = EMA" + length + "(c)" + (chain.length > 1 ? ", e2 = EMA(e1)" : "")
                + (chain.length > 2 ? ", e3 = EMA(e2)" : "");
    }

    @Override
    public String source() {
        return SOURCES[chain.length];
    }

    @Override
    public int warmUp() {
        return chain.length * (length - 1) + 1;
    }

    @Override
    public Settling settling(BarLength bar) {
        return Memory.ofAverage(bar, warmUp(), chain[0].weight(), chain.length);
    }

    @Override
    public void onBar(BarHistory bars) {
        double x = bars.close(0);
        for (int i = 0; i < chain.length; i++) {
            chain[i].add(x);
            if (!chain[i].ready()) {
                return;
            }
            x = chain[i].value();
        }
    }

    @Override
    public boolean ready() {
        return chain[chain.length - 1].ready();
    }

    @Override
    public double value() {
        double first = chain[0].value();
        return switch (chain.length) {
            case 1 -> first;
            case 2 -> 2.0 * first - chain[1].value();
            default -> 3.0 * first - 3.0 * chain[1].value() + chain[2].value();
        };
    }

    @Override
    public void reset() {
        for (int i = 0; i < chain.length; i++) {
            chain[i].reset();
        }
    }

    @Override
    public long stateHash(long start) {
        long hash = start;
        for (int i = 0; i < chain.length; i++) {
            hash = chain[i].stateHash(hash);
        }
        return hash;
    }
}
