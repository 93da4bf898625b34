package io.v11.training.report;

import java.util.Arrays;

import io.v11.config.Instruments;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;

/**
 * The rows that are judged, and what is known of each: half the spread, the fee, and in which third of volatility and spread it lies.
 * Thirds are cut by instrument on train rows; without train rows there are none. Read only after construction.
 */
final class TestRows {
    static final String SPREAD = "spread_bps";
    /** Thirds of it do not drift with the price, as basis points of a spread of one tick do. */
    static final String SPREAD_TICKS = "spread_ticks";
    static final String VOLATILITY = "rv_60s";
    static final String[] THIRDS = {"low", "middle", "high"};
    /** In no third: the feature was not valid, or nothing was cut. */
    static final int NONE = -1;

    private final Dataset data;
    private final int[] rows;
    private final Instruments instruments;
    private final int[] volatility;
    private final int[] spread;

    TestRows(Dataset data, TimeSplit split, Instruments instruments) {
        this.data = data;
        this.rows = split.test();
        this.instruments = instruments;
        volatility = thirds(VOLATILITY, split.train());
        spread = thirds(SPREAD_TICKS, split.train());
    }

    Dataset data() {
        return data;
    }

    /** Row numbers of the data, ascending. */
    int[] rows() {
        return rows;
    }

    int thirdOfVolatility(int position) {
        return volatility[position];
    }

    int thirdOfSpread(int position) {
        return spread[position];
    }

    /** Half the spread and the taker fee, basis points; NaN when the spread is not known. */
    double costBps(int position) {
        int column = data.schema().indexOf(SPREAD);
        double spreadBps = column < 0 ? Double.NaN : data.value(rows[position], column);
        return spreadBps / 2.0 + instruments.get(data.instrument(rows[position])).takerFeeBps();
    }

    double moveBps(int position) {
        return data.moveBps(rows[position]);
    }

    private int[] thirds(String feature, int[] trainRows) {
        int[] thirds = new int[rows.length];
        Arrays.fill(thirds, NONE);
        int column = data.schema().indexOf(feature);
        for (int instrument = 0; column >= 0 && instrument < instruments.count(); instrument++) {
            int id = instrument;
            double[] train = Arrays.stream(trainRows).filter(row -> data.instrument(row) == id)
                    .mapToDouble(row -> data.value(row, column)).filter(value -> !Double.isNaN(value)).sorted()
                    .toArray();
            if (train.length >= THIRDS.length) {
                assign(thirds, id, column, train[train.length / 3], train[2 * train.length / 3]);
            }
        }
        return thirds;
    }

    private void assign(int[] thirds, int instrument, int column, double low, double high) {
        for (int i = 0; i < rows.length; i++) {
            double value = data.value(rows[i], column);
            if (data.instrument(rows[i]) == instrument && !Double.isNaN(value)) {
                thirds[i] = value <= low ? 0 : value <= high ? 1 : 2;
            }
        }
    }
}
