package io.v11.engine.feature.bar;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

import io.v11.engine.slot.MarketView;

/** ta4j in doubles, asked bar by bar. */
public final class Ta4j {
    private Ta4j() {
    }

    /** A bar ends a nanosecond early, as the venue's do by a millisecond: its end lies on its own day. */
    public static BarSeries series(BarTape tape) {
        NumFactory numbers = DoubleNumFactory.getInstance();
        BarSeries series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
        for (int i = 0; i < tape.size(); i++) {
            MarketView.Bar bar = tape.bars.get(i);
            Instant begin = Instant.ofEpochSecond(0, bar.openTimeNs);
            Duration length = Duration.ofNanos(tape.length.timeNs() - 1);
            series.addBar(new BaseBar(length, begin, begin.plus(length), numbers.numOf(tape.open[i]),
                    numbers.numOf(tape.high[i]), numbers.numOf(tape.low[i]), numbers.numOf(tape.close[i]),
                    numbers.numOf(tape.volume[i]), numbers.numOf(tape.quoteVolume[i]), bar.trades));
        }
        return series;
    }

    public static double[] values(BarTape tape, Function<BarSeries, Indicator<Num>> of) {
        Indicator<Num> indicator = of.apply(series(tape));
        double[] values = new double[tape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = indicator.getValue(i).doubleValue();
        }
        return values;
    }
}
