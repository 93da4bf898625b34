package io.v11.benchmarks.subject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.ta4j.core.Bar;
import org.ta4j.core.BaseBar;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;

/**
 * A seeded walk of a price in ticks as bars of a minute, the same for the engine and for ta4j. What an indicator costs
 * does not hang on whose prices they are, so no recording is needed. Made once; read only.
 */
final class WalkedBars {
    private static final long SEED = 20240131L;
    private static final long START_NS = 1_704_067_200_000_000_000L;
    private static final long TICK_E8 = 1_000_000L;
    private static final long FIRST_TICKS = 4_300_000L;

    private WalkedBars() {
    }

    static List<MarketView.Bar> make(int count) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<MarketView.Bar> bars = new ArrayList<>(count);
        long ticks = FIRST_TICKS;
        for (int i = 0; i < count; i++) {
            long close = ticks + Math.round(random.nextGaussian() * 2_000);
            MarketView.Bar bar = new MarketView.Bar();
            bar.openTimeNs = START_NS + i * BarLength.MINUTE.timeNs();
            bar.openE8 = ticks * TICK_E8;
            bar.closeE8 = close * TICK_E8;
            bar.highE8 = (Math.max(ticks, close) + 1 + random.nextInt(1_000)) * TICK_E8;
            bar.lowE8 = (Math.min(ticks, close) - 1 - random.nextInt(1_000)) * TICK_E8;
            bar.trades = 1 + random.nextInt(2_000);
            bar.volumeE8 = bar.trades * (1 + random.nextInt(3_000_000));
            bar.buyVolumeE8 = (long) (bar.volumeE8 * random.nextDouble());
            bar.quoteVolume = FixedPoint.toDouble(bar.volumeE8) * FixedPoint.toDouble(bar.closeE8);
            bars.add(bar);
            ticks = close;
        }
        return bars;
    }

    static Bar asTa4j(MarketView.Bar bar) {
        Duration length = Duration.ofNanos(BarLength.MINUTE.timeNs());
        Instant begin = Instant.ofEpochSecond(0, bar.openTimeNs);
        return new BaseBar(length, begin, begin.plus(length), number(bar.openE8), number(bar.highE8),
                number(bar.lowE8), number(bar.closeE8), number(bar.volumeE8),
                DoubleNumFactory.getInstance().numOf(bar.quoteVolume), bar.trades);
    }

    private static Num number(long valueE8) {
        return DoubleNumFactory.getInstance().numOf(FixedPoint.toDouble(valueE8));
    }
}
