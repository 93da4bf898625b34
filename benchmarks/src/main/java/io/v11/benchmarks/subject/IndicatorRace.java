package io.v11.benchmarks.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

import io.v11.config.FixedPoint;
import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.channel.AverageTrueRange;
import io.v11.engine.feature.bar.channel.BollingerBands;
import io.v11.engine.feature.bar.oscillator.CommodityChannel;
import io.v11.engine.feature.bar.oscillator.Momentum;
import io.v11.engine.feature.bar.oscillator.RelativeStrength;
import io.v11.engine.feature.bar.oscillator.Stochastic;
import io.v11.engine.feature.bar.oscillator.WilliamsRange;
import io.v11.engine.feature.bar.trend.Aroon;
import io.v11.engine.feature.bar.trend.AverageTrend;
import io.v11.engine.feature.bar.trend.Convergence;
import io.v11.engine.feature.bar.trend.DirectionalMovement;
import io.v11.engine.feature.bar.trend.Ichimoku;
import io.v11.engine.feature.bar.volume.AccumulationDistribution;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/**
 * The same indicators over the same bars: the engine's, which also compute what else their classes give, and ta4j's, on a
 * series of doubles that is whole before it is asked, as its backtests do: asked after each bar it would compute the
 * newest value twice. Each pass begins with fresh indicators; its digest is the sum of all values. Used by one thread.
 */
public final class IndicatorRace {
    private static final List<IndicatorPair> PAIRS = IndicatorPair.all();
    /** Indicators that both have. */
    public static final int COUNT = PAIRS.size();
    private static final int BARS = 5_000;
    /** ta4j begins its averages with the first value instead of a mean: after so many bars it does not matter. */
    private static final int FADED = 800;
    private static final double TOLERANCE = 1e-9;

    private static final List<List<Feature>> OUTPUTS = Arrays.stream(ours())
            .map(indicator -> indicator.outputs(BarLength.MINUTE)).toList();
    private static final int[] SIZES = OUTPUTS.stream().mapToInt(List::size).toArray();
    private static final List<String> NAMES = OUTPUTS.stream().flatMap(List::stream).map(Feature::name).toList();

    private final List<MarketView.Bar> bars = WalkedBars.make(BARS);
    private final List<Bar> peers = bars.stream().map(WalkedBars::asTa4j).toList();

    /** Bars that a pass goes through. */
    public int bars() {
        return BARS;
    }

    /** Both say the same, or neither is worth measuring. */
    public void requireEqualValues() {
        FeatureVector held = new FeatureVector(NAMES.size());
        List<org.ta4j.core.Indicator<Num>> theirs = peers(series());
        BarHistory history = new BarHistory(BarLength.MINUTE.timeNs());
        Indicator[] ours = ours();
        for (int i = 0; i < BARS; i++) {
            feed(ours, history, bars.get(i), held);
            double close = FixedPoint.toDouble(bars.get(i).closeE8);
            for (int p = 0; p < COUNT && i >= FADED; p++) {
                IndicatorPair pair = PAIRS.get(p);
                int index = NAMES.indexOf(pair.output());
                double peer = pair.unit().of(theirs.get(p).getValue(i).doubleValue(), close);
                double off = Math.abs(peer - held.value(index)) / Math.max(1.0, Math.abs(peer));
                if (!held.isValid(index) || !(off <= TOLERANCE)) {
                    throw new IllegalStateException(
                            pair.output() + " at bar " + i + ": " + held.value(index) + " valid="
                                    + held.isValid(index) + ", ta4j has " + peer);
                }
            }
        }
    }

    /** The engine's indicators over all bars. */
    public long passStreaming() {
        Indicator[] ours = ours();
        BarHistory history = new BarHistory(BarLength.MINUTE.timeNs());
        FeatureVector held = new FeatureVector(NAMES.size());
        double sum = 0.0;
        for (int i = 0; i < BARS; i++) {
            feed(ours, history, bars.get(i), held);
            for (int f = 0; f < held.size(); f++) {
                sum += held.value(f);
            }
        }
        return Double.doubleToLongBits(sum);
    }

    /** ta4j's indicators over all bars. */
    public long passTa4j() {
        List<org.ta4j.core.Indicator<Num>> theirs = peers(series());
        double sum = 0.0;
        for (int i = 0; i < BARS; i++) {
            for (int p = 0; p < COUNT; p++) {
                double value = theirs.get(p).getValue(i).doubleValue();
                sum += value == value ? value : 0.0;
            }
        }
        return Double.doubleToLongBits(sum);
    }

    private static void feed(Indicator[] indicators, BarHistory history, MarketView.Bar bar, FeatureVector held) {
        history.add(bar);
        int first = 0;
        for (int i = 0; i < indicators.length; i++) {
            indicators[i].onBar(history);
            indicators[i].write(held, first, history);
            first += SIZES[i];
        }
    }

    private static Indicator[] ours() {
        return new Indicator[]{AverageTrend.simple(20), AverageTrend.exponential(20),
            AverageTrend.doubleExponential(20), AverageTrend.tripleExponential(20), AverageTrend.adaptive(10),
            AverageTrend.hull(16), new Convergence(), new DirectionalMovement(), new Aroon(), new Ichimoku(),
            new RelativeStrength(), new Stochastic(), new WilliamsRange(), new CommodityChannel(), new Momentum(),
            new AverageTrueRange(), new BollingerBands(), new AccumulationDistribution()};
    }

    private BarSeries series() {
        BarSeries series = new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        for (Bar bar : peers) {
            series.addBar(bar);
        }
        return series;
    }

    private static List<org.ta4j.core.Indicator<Num>> peers(BarSeries series) {
        List<org.ta4j.core.Indicator<Num>> indicators = new ArrayList<>();
        for (IndicatorPair pair : PAIRS) {
            indicators.add(pair.ta4j().apply(series));
        }
        return indicators;
    }
}
