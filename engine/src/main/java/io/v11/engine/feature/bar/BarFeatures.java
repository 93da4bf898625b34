package io.v11.engine.feature.bar;

import java.util.Arrays;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/**
 * The classic indicators on bars of one length, updated when a bar closes and held until the next.
 * Bars without a trade count as flat ones; of a longer pause at most {@link #EMPTY_BARS} are counted, after which every
 * average has settled. Computed once per closed bar; confined to the feature thread; allocates nothing after
 * construction.
 */
public final class BarFeatures implements FeatureGroup {
    /** Flat bars fed for one pause. */
    static final int EMPTY_BARS = 300;
    private static final int SHORT = 14;
    private static final int LONG = 20;

    private final String name;
    private final List<Feature> features;
    private final BarLength length;
    private final BarHistory bars = new BarHistory();
    private final SeededAverage ema12 = SeededAverage.exponential(12);
    private final SeededAverage ema20 = SeededAverage.exponential(LONG);
    private final SeededAverage ema26 = SeededAverage.exponential(26);
    private final SeededAverage macdSignal = SeededAverage.exponential(9);
    private final SeededAverage gains = SeededAverage.wilder(SHORT);
    private final SeededAverage losses = SeededAverage.wilder(SHORT);
    private final SeededAverage trueRange = SeededAverage.wilder(SHORT);
    private final double[] values;

    private BarFeatures(String name, BarLength length) {
        this.name = name;
        this.length = length;
        this.features = describe(length.prefix() + "_");
        this.values = new double[features.size()];
        reset();
    }

    public static BarFeatures seconds() {
        return new BarFeatures("bars of 1 s", BarLength.SECOND);
    }

    public static BarFeatures minutes() {
        return new BarFeatures("bars of 1 min", BarLength.MINUTE);
    }

    private static List<Feature> describe(String prefix) {
        return List.of(new Feature(prefix + "ret_1_bps", "bps", "c / c[1] - 1", "2 bars"),
                new Feature(prefix + "ret_5_bps", "bps", "c / c[5] - 1", "6 bars"),
                new Feature(prefix + "ret_20_bps", "bps", "c / c[20] - 1", "21 bars"),
                new Feature(prefix + "rsi_14", "0..100", "RSI of 14 bars, Wilder's smoothing (1978)",
                        "15 bars, a move"),
                new Feature(prefix + "close_ema_20_bps", "bps", "(c - EMA20) / c", "20 bars"),
                new Feature(prefix + "ema_12_26_bps", "bps", "(EMA12 - EMA26) / c", "26 bars"),
                new Feature(prefix + "macd_bps", "bps", "(d - EMA9(d)) / c, d = EMA12 - EMA26 (Appel 1979)",
                        "34 bars"),
                new Feature(prefix + "bollinger_b", "ratio",
                        "%b = (c - m + 2 s) / (4 s), m and s mean and deviation of 20 closes (Bollinger 1983)",
                        "20 bars, not flat"),
                new Feature(prefix + "natr_14_bps", "bps", "ATR14 / c, Wilder's smoothing (1978)", "15 bars"),
                new Feature(prefix + "stochastic_14", "ratio", "%K = (c - L14) / (H14 - L14) (Lane 1957)",
                        "14 bars, not flat"),
                new Feature(prefix + "buy_share", "ratio", "taker-bought part of the bar's volume",
                        "a bar with volume"),
                new Feature(prefix + "buy_share_20", "ratio", "taker-bought part of the volume of 20 bars",
                        "20 bars, volume"),
                new Feature(prefix + "vwap_20_bps", "bps", "(c - VWAP) / c, VWAP of 20 bars", "20 bars, volume"),
                new Feature(prefix + "volume_vs_avg_20", "ratio", "(v - a) / (v + a), a the mean volume of 20 bars",
                        "20 bars, volume"),
                new Feature(prefix + "volatility_20_bps", "bps", "deviation of 20 closes / c", "20 bars"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Category category() {
        return Category.TECHNICAL;
    }

    @Override
    public String inputs() {
        return name();
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        if (!market.closed(length)) {
            return;
        }
        MarketView.Bar bar = market.bar(length);
        bars.add(bar);
        update();
        long empty = Math.min(bar.emptyAfter, EMPTY_BARS);
        for (long i = 0; i < empty; i++) {
            bars.addEmpty();
            update();
        }
        compute();
    }

    private void update() {
        double close = bars.close(0);
        ema12.add(close);
        ema20.add(close);
        ema26.add(close);
        if (ema26.ready()) {
            macdSignal.add(ema12.value() - ema26.value());
        }
        if (bars.count() > 1) {
            double before = bars.close(1);
            double move = close - before;
            gains.add(Math.max(move, 0.0));
            losses.add(Math.max(-move, 0.0));
            trueRange.add(Math.max(bars.high(0), before) - Math.min(bars.low(0), before));
        }
    }

    /** NaN stands for "not yet" and for "not defined"; neither gets into a vector. */
    private void compute() {
        double close = bars.close(0);
        boolean full = bars.count() >= LONG;
        double mean = bars.meanClose(LONG);
        double deviation = bars.deviation(LONG, mean);
        int at = 0;
        values[at++] = returnOver(1);
        values[at++] = returnOver(5);
        values[at++] = returnOver(LONG);
        values[at++] = gains.ready() ? 100.0 * gains.value() / (gains.value() + losses.value()) : Double.NaN;
        values[at++] = ema20.ready() ? (close - ema20.value()) / close * Output.BPS : Double.NaN;
        double gap = ema12.value() - ema26.value();
        values[at++] = ema26.ready() ? gap / close * Output.BPS : Double.NaN;
        values[at++] = macdSignal.ready() ? (gap - macdSignal.value()) / close * Output.BPS : Double.NaN;
        values[at++] = full ? (close - mean + 2.0 * deviation) / (4.0 * deviation) : Double.NaN;
        values[at++] = trueRange.ready() ? trueRange.value() / close * Output.BPS : Double.NaN;
        values[at++] = bars.count() >= SHORT ? bars.stochastic(SHORT) : Double.NaN;
        values[at++] = bars.buyShare(1);
        values[at++] = full ? bars.buyShare(LONG) : Double.NaN;
        values[at++] = full ? (close - bars.vwap(LONG)) / close * Output.BPS : Double.NaN;
        values[at++] = full ? Output.contrast(bars.volume(0), bars.meanVolume(LONG)) : Double.NaN;
        values[at] = full ? deviation / close * Output.BPS : Double.NaN;
    }

    private double returnOver(int count) {
        return bars.count() > count ? (bars.close(0) / bars.close(count) - 1.0) * Output.BPS : Double.NaN;
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        for (int i = 0; i < values.length; i++) {
            vector.set(first + i, values[i]);
        }
    }

    @Override
    public void reset() {
        bars.reset();
        ema12.reset();
        ema20.reset();
        ema26.reset();
        macdSignal.reset();
        gains.reset();
        losses.reset();
        trueRange.reset();
        Arrays.fill(values, Double.NaN);
    }

    @Override
    public long stateHash(long start) {
        long hash = bars.stateHash(start);
        hash = ema12.stateHash(hash);
        hash = ema20.stateHash(hash);
        hash = ema26.stateHash(hash);
        hash = macdSignal.stateHash(hash);
        hash = gains.stateHash(hash);
        hash = losses.stateHash(hash);
        // The values follow from the rest, and the bits of a NaN are nobody's promise.
        return trueRange.stateHash(hash);
    }
}
