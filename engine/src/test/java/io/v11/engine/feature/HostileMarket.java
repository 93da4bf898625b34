package io.v11.engine.feature;

import java.util.Arrays;
import java.util.Random;

import io.v11.engine.book.MarketFrames;

/**
 * A seeded feed that keeps no promise: tops that cross or lack a side, books that are empty, one-sided or crossed, gaps
 * and duplicates, trades of no quantity or far from the market, bars of nothing, losses, and pauses of up to a week. Only
 * prices and quantities are never negative.
 */
final class HostileMarket {
    private static final long TICK = RandomMarket.TICK;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long[] PAUSES_NS = {0, 0, 0, 1_000, 999_999, 30_000_000, SECOND_NS, 5 * SECOND_NS};
    private static final long[] BREAKS_NS = {90 * SECOND_NS, 3_600 * SECOND_NS, 7 * 86_400 * SECOND_NS};

    private final Random random;
    private final MarketFrames frames = new MarketFrames();
    private long timeNs = 1_699_000_000_000_000_000L;
    private long updateId = 100;
    private long tradeId;

    HostileMarket(long seed) {
        random = new Random(seed);
    }

    long timeNs() {
        return timeNs;
    }

    MarketFrames next() {
        timeNs += random.nextInt(300) == 0
                ? BREAKS_NS[random.nextInt(BREAKS_NS.length)]
                : PAUSES_NS[random.nextInt(PAUSES_NS.length)];
        frames.at(timeNs);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> top();
            case 3 -> snapshot();
            case 4, 5, 6 -> delta();
            case 7, 8, 9 -> trade();
            case 10 -> random.nextInt(10) == 0 ? frames.feedStatus(random.nextBoolean()) : trade();
            default -> random.nextInt(20) == 0 ? kline() : delta();
        };
    }

    private long price() {
        return (random.nextInt(40) == 0 ? 0 : 20_000 + random.nextInt(21) - 10) * TICK;
    }

    private long quantity() {
        return random.nextInt(6) == 0 ? 0 : 1 + (long) (random.nextDouble() * random.nextDouble() * 1e12);
    }

    private MarketFrames top() {
        long bid = price();
        long ask = random.nextInt(4) == 0 ? price() : bid + random.nextInt(5) * TICK;
        return frames.top(updateId += random.nextInt(3), bid, quantity(), ask, quantity());
    }

    /** Prices on one side of a centre, or on both; some twice, some of no quantity. */
    private long[] levels(int direction, int most) {
        long[] levels = new long[2 * random.nextInt(most + 1)];
        boolean mayCross = random.nextInt(10) == 0;
        for (int i = 0; i < levels.length; i += 2) {
            long distance = random.nextInt(30) - (mayCross ? 5 : -1);
            levels[i] = (20_000 + direction * distance) * TICK;
            levels[i + 1] = quantity();
        }
        return levels;
    }

    private MarketFrames snapshot() {
        long[] bids = levels(-1, 25);
        long[] asks = random.nextInt(8) == 0 ? MarketFrames.NONE : levels(1, 25);
        return frames.snapshot(updateId, bids, asks);
    }

    private MarketFrames delta() {
        long first = updateId + 1 + (random.nextInt(25) == 0 ? 2 : 0);
        updateId = first + random.nextInt(2);
        return frames.delta(first, updateId, levels(-1, 4), levels(1, 4));
    }

    private MarketFrames trade() {
        long price = random.nextInt(30) == 0 ? price() * (1 + random.nextInt(3)) : price();
        return frames.trade(++tradeId, price, quantity(), random.nextBoolean());
    }

    private MarketFrames kline() {
        long[] prices = {price(), price(), price(), price()};
        Arrays.sort(prices);
        long minuteNs = 60 * SECOND_NS;
        long openNs = Math.floorDiv(timeNs, minuteNs) * minuteNs - minuteNs * (1 + random.nextInt(3));
        long volume = quantity();
        return frames.kline(openNs, minuteNs, prices[1], prices[3], prices[0], prices[2], volume,
                (long) (volume * random.nextDouble()));
    }
}
