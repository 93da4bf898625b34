package io.v11.training.data.label;

import io.v11.config.ConfigurationException;
import io.v11.config.Limits;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.training.data.HorizonLabels.Price;
import io.v11.training.data.LabelColumns;
import io.v11.training.data.Labels;

/**
 * Labels that follow the price from the decision for a span of time at most. Prices are read as in
 * {@link io.v11.training.data.HorizonLabels}: a mid stands until it changes, a close is known at the end of its bar only. Where
 * the book is lost or bars are missing the path is not known, and the rows that wait get no label.
 *
 * <p>Rows bear the number of the first of them while that one is undecided: they share part of its future.
 */
abstract class PathLabels implements Labels {
    private static final BarLength[] BARS = {BarLength.MINUTE, BarLength.QUARTER_HOUR, BarLength.HOUR};

    private final Price price;
    private final long spanNs;
    private final Path[] paths = new Path[Limits.INSTRUMENTS];
    private final LabelColumns columns = new LabelColumns();
    private int moveCount;
    private int priceUnknown;

    PathLabels(Price price, long spanNs) {
        if (spanNs <= 0) {
            throw new ConfigurationException("the span of a label must be positive, is " + spanNs + " ns");
        }
        this.price = price;
        this.spanNs = spanNs;
    }

    /** Throws unless the time is positive, and whole minutes over minute bars. */
    static long checkTime(String what, Price price, long timeNs) {
        if (timeNs <= 0 || price == Price.CLOSE && timeNs % BarLength.MINUTE.timeNs() != 0) {
            throw new ConfigurationException(what + " must be positive, and whole minutes over minute bars, is "
                    + timeNs + " ns");
        }
        return timeNs;
    }

    /** A price of the instrument, not older than those before. Rows whose span ended before it are already decided. */
    abstract void follow(int instrument, OpenRows open, long value, long timeNs, long eventNs);

    /** The row begins at this price; false when it can have no label. */
    abstract boolean opens(int row, int instrument, long value, long timeNs);

    /** The span of the first open row is over at this price: it is decided here or has no label. */
    abstract void onSpanEnd(int instrument, OpenRows open, long value, long eventNs);

    /** What happens to the price of the instrument from here on has no connection with what was before. */
    abstract void forget(int instrument);

    /** A journal begins: what was learnt of the instruments is gone, as in an engine that starts. */
    abstract void begin();

    /** Rows for which the path of the price was not known to its end. */
    public final int priceUnknown() {
        return priceUnknown;
    }

    @Override
    public final void onSource() {
        onEnd();
        begin();
    }

    @Override
    public final void onEvent(EngineEvent event) {
        MarketView market = event.market();
        if (!market.present) {
            return;
        }
        switch (price) {
            case MID -> {
                if (!market.synced) {
                    lose(event.instrument());
                } else if (market.topValid) {
                    onPrice(event.instrument(), market.midTwiceE8(), event.timeNs(), event.timeNs());
                }
            }
            case CLOSE -> onBars(event.instrument(), market, event.timeNs());
        }
    }

    @Override
    public final void onDecision(int row, EngineEvent event) {
        columns.open(row);
        Path path = of(event.instrument());
        if (path.timeNs == Path.NEVER || path.seenNs != event.timeNs()) {
            priceUnknown++;
        } else if (opens(row, event.instrument(), path.price, path.timeNs)) {
            if (path.open.leaderless()) {
                path.open.lead(row, moveCount++);
            }
            path.open.add(row, path.price, path.timeNs);
        }
    }

    @Override
    public final void onEnd() {
        for (int instrument = 0; instrument < paths.length; instrument++) {
            if (paths[instrument] != null) {
                lose(instrument);
            }
        }
    }

    @Override
    public boolean labelled(int row) {
        return columns.label(row) != LabelColumns.NONE;
    }

    @Override
    public boolean up(int row) {
        return columns.label(row) == LabelColumns.UP;
    }

    @Override
    public long endNs(int row) {
        return columns.endNs(row);
    }

    @Override
    public double moveBps(int row) {
        return columns.moveBps(row);
    }

    @Override
    public int move(int row) {
        return columns.move(row);
    }

    /** The open row's label is known; the caller takes the row away. */
    final void decide(OpenRows open, int index, boolean up, double bps, long eventNs) {
        columns.decide(open.row(index), up, eventNs, bps, open.move(index));
    }

    private void onBars(int instrument, MarketView market, long eventNs) {
        for (BarLength length : BARS) {
            if (market.closed(length)) {
                MarketView.Bar bar = market.bar(length);
                if (bar.missingBefore > 0) {
                    lose(instrument);
                }
                onPrice(instrument, bar.closeE8, bar.openTimeNs + length.timeNs(), eventNs);
                return;
            }
        }
    }

    private void onPrice(int instrument, long value, long timeNs, long eventNs) {
        Path path = of(instrument);
        OpenRows open = path.open;
        while (open.count() > 0 && open.timeNs(0) + spanNs < timeNs) {
            // The bar that would have ended with the span never came; a mid stands until it changes.
            if (price == Price.MID) {
                onSpanEnd(instrument, open, path.price, eventNs);
            } else {
                priceUnknown++;
            }
            open.removeFirst();
        }
        path.price = value;
        path.timeNs = timeNs;
        path.seenNs = eventNs;
        follow(instrument, open, value, timeNs, eventNs);
        while (open.count() > 0 && open.timeNs(0) + spanNs == timeNs) {
            onSpanEnd(instrument, open, value, eventNs);
            open.removeFirst();
        }
    }

    private void lose(int instrument) {
        Path path = of(instrument);
        priceUnknown += path.open.drop();
        path.timeNs = Path.NEVER;
        path.seenNs = Path.NEVER;
        forget(instrument);
    }

    private Path of(int instrument) {
        if (paths[instrument] == null) {
            paths[instrument] = new Path();
        }
        return paths[instrument];
    }

    /** Latest price of an instrument and the rows that wait for later ones. */
    private static final class Path {
        private static final long NEVER = Long.MIN_VALUE;

        private final OpenRows open = new OpenRows();
        private long price;
        private long timeNs = NEVER;
        private long seenNs = NEVER;
    }
}
