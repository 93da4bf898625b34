package io.v11.engine.feature.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;

/** A bar as a test thinks of it: number since the epoch, prices in units, flat bars after it. */
record OhlcBar(long number, double open, double high, double low, double close, long emptyAfter) {
    static final long FIRST = 28_401_120L;

    /** A seeded walk without gaps: quiet and wild stretches, jumps, gaps between close and open, some flat bars. */
    static List<OhlcBar> walk(long seed, int count) {
        Random random = new Random(seed);
        List<OhlcBar> bars = new ArrayList<>();
        double price = 1000.0;
        for (int i = 0; i < count; i++) {
            double size = (i / 150 % 2 == 0 ? 4e-4 : 2e-3) * (random.nextInt(90) == 0 ? 12 : 1);
            double open = round(price * (1 + size * 0.2 * random.nextGaussian()));
            double close = random.nextInt(12) == 0 ? open : round(open * (1 + size * random.nextGaussian()));
            double high = round(Math.max(open, close) * (1 + size * Math.abs(random.nextGaussian()) / 2));
            double low = round(Math.min(open, close) * (1 - size * Math.abs(random.nextGaussian()) / 2));
            bars.add(new OhlcBar(FIRST + i, open, high, low, close, 0));
            price = close;
        }
        return bars;
    }

    OhlcBar at(long newNumber) {
        return new OhlcBar(newNumber, open, high, low, close, emptyAfter);
    }

    OhlcBar followedBy(long empty) {
        return new OhlcBar(number, open, high, low, close, empty);
    }

    /** Puts the bar into the view as the only one that closed. */
    MarketView in(MarketView view, BarLength length) {
        view.closedBars = length.bit();
        MarketView.Bar bar = view.bar(length);
        bar.openTimeNs = number * length.timeNs();
        bar.openE8 = Math.round(open * 1e8);
        bar.highE8 = Math.round(high * 1e8);
        bar.lowE8 = Math.round(low * 1e8);
        bar.closeE8 = Math.round(close * 1e8);
        bar.emptyAfter = emptyAfter;
        return view;
    }

    private static double round(double price) {
        return Math.round(price * 100) / 100.0;
    }
}
