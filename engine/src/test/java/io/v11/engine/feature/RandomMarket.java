package io.v11.engine.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.engine.book.BookSide;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.book.OrderBook;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.journal.event.Side;

/**
 * A seeded market of one instrument: a book that is added to and eaten up, trades, tickers, pauses from nothing to half
 * a minute. Its frames obey the venue's update-id rules, so the market stage takes them as it takes the venue's.
 */
final class RandomMarket {
    static final long TICK = 10_000L;
    static final long START_NS = 1_700_000_000_000_000_000L;
    private static final long[] PAUSES_NS = {0, 0, 1_000, 300_000, 4_000_000, 30_000_000, 90_000_000, 700_000_000};

    private final Random random;
    private final int losses;
    private final MarketFrames frames = new MarketFrames();
    private final OrderBook book = new OrderBook();
    private long timeNs = START_NS;
    private long updateId = 100;
    private long publishedId = 100;
    private long tradeId;
    private long centre = 20_000;
    private long[] bidChanges = MarketFrames.NONE;
    private long[] askChanges = MarketFrames.NONE;
    private boolean begun;
    private boolean lost;

    RandomMarket(long seed) {
        this(seed, 0);
    }

    /** @param losses one event in so many is the loss of the feed, after which all begins with a snapshot; 0: none */
    RandomMarket(long seed, int losses) {
        this.losses = losses;
        random = new Random(seed);
    }

    static Instruments instruments() {
        return new Instruments(List.of(new Instrument(0, "RNDUSDT", Instrument.Market.SPOT, new Decimal(TICK),
                new Decimal(1), new Decimal(1), 0, 0, new Decimal(1), new Decimal(1))));
    }

    static FeatureContext context() {
        return new FeatureContext(instruments().get(0));
    }

    /** The next event's frame; overwritten by the one after it. */
    MarketFrames next() {
        if (!begun) {
            begun = true;
            fill();
            return snapshot();
        }
        timeNs += PAUSES_NS[random.nextInt(PAUSES_NS.length)];
        if (random.nextInt(400) == 0) {
            timeNs += random.nextInt(30) * 1_000_000_000L;
        }
        frames.at(timeNs);
        if (lost) {
            return afterLoss();
        }
        if (losses > 0 && random.nextInt(losses) == 0) {
            lost = true;
            return frames.feedStatus(false);
        }
        int kind = random.nextInt(10);
        if (kind < 3) {
            return trade();
        }
        if (kind < 6) {
            change();
            return ticker();
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            change();
        }
        return delta();
    }

    /** Trades go on without a feed of quotes, until a snapshot comes. */
    private MarketFrames afterLoss() {
        if (random.nextInt(4) > 0) {
            return trade();
        }
        lost = false;
        change();
        publishedId = updateId;
        bidChanges = MarketFrames.NONE;
        askChanges = MarketFrames.NONE;
        return snapshot();
    }

    private void fill() {
        for (int i = 1; i <= 30; i++) {
            book.set(Side.BUY, (centre - i) * TICK, quantity());
            book.set(Side.SELL, (centre + i) * TICK, quantity());
        }
    }

    private MarketFrames snapshot() {
        frames.at(timeNs);
        return frames.snapshot(updateId, levels(true), levels(false));
    }

    private long[] levels(boolean buy) {
        BookSide side = buy ? book.bids() : book.asks();
        long[] levels = new long[2 * side.size()];
        for (int i = 0; i < side.size(); i++) {
            levels[2 * i] = side.priceE8(i);
            levels[2 * i + 1] = side.quantityE8(i);
        }
        return levels;
    }

    private long quantity() {
        return (1 + random.nextInt(900)) * 1_000_000L;
    }

    /** One level near the top gets another quantity; now and then the whole price walks. */
    private void change() {
        centre += random.nextInt(5) == 0 ? random.nextInt(3) - 1 : 0;
        boolean buy = random.nextBoolean();
        long distance = 1 + Math.abs((long) (random.nextGaussian() * 8));
        long price = (buy ? centre - distance : centre + distance) * TICK;
        set(buy, price, random.nextInt(3) == 0 ? 0L : quantity());
        while (book.crossed()) {
            set(!buy, (buy ? book.asks() : book.bids()).bestPriceE8(), 0L);
        }
        refill(true);
        refill(false);
        updateId++;
    }

    private void refill(boolean buy) {
        while ((buy ? book.bids() : book.asks()).size() < 8) {
            long from = centre * TICK;
            if (!(buy ? book.asks() : book.bids()).isEmpty()) {
                from = buy ? Math.min(from, book.asks().bestPriceE8()) : Math.max(from, book.bids().bestPriceE8());
            }
            set(buy, from + (buy ? -1 : 1) * (1 + random.nextInt(30)) * TICK, quantity());
        }
    }

    private void set(boolean buy, long price, long quantity) {
        book.set(buy ? Side.BUY : Side.SELL, price, quantity);
        long[] before = buy ? bidChanges : askChanges;
        long[] after = Arrays.copyOf(before, before.length + 2);
        after[before.length] = price;
        after[before.length + 1] = quantity;
        if (buy) {
            bidChanges = after;
        } else {
            askChanges = after;
        }
    }

    private MarketFrames delta() {
        frames.delta(publishedId + 1, updateId, bidChanges, askChanges);
        publishedId = updateId;
        bidChanges = MarketFrames.NONE;
        askChanges = MarketFrames.NONE;
        return frames;
    }

    private MarketFrames ticker() {
        return frames.top(updateId, book.bids().bestPriceE8(), book.bids().bestQuantityE8(),
                book.asks().bestPriceE8(), book.asks().bestQuantityE8());
    }

    private MarketFrames trade() {
        boolean buy = random.nextBoolean();
        long price = buy ? book.asks().bestPriceE8() : book.bids().bestPriceE8();
        return frames.trade(++tradeId, price + random.nextInt(2) * (buy ? TICK : -TICK), quantity(), buy);
    }
}
