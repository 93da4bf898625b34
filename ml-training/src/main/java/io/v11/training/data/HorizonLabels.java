package io.v11.training.data;

import java.util.Arrays;

import io.v11.config.ConfigurationException;
import io.v11.config.Limits;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;

/**
 * Label "direction over a fixed horizon": the sign of {@code price(t + horizon) / price(t) - 1}, where a price is the last
 * one known at or before its time. No price after the barrier {@code t + horizon} has a say; the label's end is the event
 * that shows that the barrier is reached, which on a grid of bars is the bar that ends there.
 *
 * <p>A return within the dead zone has no direction worth a name and gives no label. That is known afterwards only, so such
 * rows are counted ({@link #withinDeadZone}) and have to be told beside every figure. No label either where the price at the barrier
 * is not known: the book was lost on the way, or the bar that ends there is missing.
 *
 * <p>Overlapping horizons share most of their future: rows within one horizon bear the same {@link #move} number.
 */
public class HorizonLabels implements Labels {
    private static final BarLength[] BARS = {BarLength.MINUTE, BarLength.QUARTER_HOUR, BarLength.HOUR};

    private final Price price;
    private final long horizonNs;
    private final double deadZoneBps;
    private final Waiting[] waiting = new Waiting[Limits.INSTRUMENTS];
    private final LabelColumns columns = new LabelColumns();
    private int moveCount;
    private int withinDeadZone;
    private int priceUnknown;

    /** Which price the return is of. */
    public enum Price {
        /** Mid of a book in sequence, at every event of the instrument. */
        MID,
        /** Close of the shortest bars from a minute on, at the end of each. */
        CLOSE
    }

    /** @param deadZoneBps returns of at most this size have no direction; 0 leaves out only the unchanged price */
    public HorizonLabels(Price price, long horizonNs, double deadZoneBps) {
        if (horizonNs <= 0 || price == Price.CLOSE && horizonNs % BarLength.MINUTE.timeNs() != 0) {
            throw new ConfigurationException("label horizon must be positive, and whole minutes over minute bars, is "
                    + horizonNs + " ns");
        }
        if (!(deadZoneBps >= 0.0 && deadZoneBps < 10_000.0)) {
            throw new ConfigurationException("dead zone must be 0 or more basis points, is " + deadZoneBps);
        }
        this.price = price;
        this.horizonNs = horizonNs;
        this.deadZoneBps = deadZoneBps;
    }

    /** Rows whose return was within the dead zone. */
    public int withinDeadZone() {
        return withinDeadZone;
    }

    /** Rows for which a price, here or at the barrier, was not known. */
    public int priceUnknown() {
        return priceUnknown;
    }

    @Override
    public String remark() {
        return withinDeadZone
                + " rows have a return within the dead zone and no label, which is known afterwards only; "
                + priceUnknown + " have none because a price was missing.";
    }

    @Override
    public void onSource() {
        onEnd();
    }

    @Override
    public void onEvent(EngineEvent event) {
        MarketView market = event.market();
        if (!market.present) {
            return;
        }
        Waiting rows = of(event.instrument());
        switch (price) {
            case MID -> {
                if (!market.synced) {
                    priceUnknown += rows.drop();
                    rows.forget();
                } else if (market.topValid) {
                    onPrice(rows, market.midTwiceE8(), event.timeNs(), event.timeNs());
                }
            }
            case CLOSE -> onBars(rows, market, event.timeNs());
        }
    }

    @Override
    public void onDecision(int row, EngineEvent event) {
        columns.open(row);
        Waiting rows = of(event.instrument());
        if (rows.priceTimeNs == Waiting.NEVER || rows.seenNs != event.timeNs()) {
            priceUnknown++;
            return;
        }
        if (rows.windowEndNs == Waiting.NEVER || rows.priceTimeNs >= rows.windowEndNs) {
            rows.windowEndNs = rows.priceTimeNs + horizonNs;
            rows.move = moveCount++;
        }
        rows.add(row);
    }

    @Override
    public void onEnd() {
        for (Waiting rows : waiting) {
            if (rows != null) {
                priceUnknown += rows.drop();
                rows.forget();
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

    private void onBars(Waiting rows, MarketView market, long eventNs) {
        for (BarLength length : BARS) {
            if (market.closed(length)) {
                MarketView.Bar bar = market.bar(length);
                onPrice(rows, bar.closeE8, bar.openTimeNs + length.timeNs(), eventNs);
                return;
            }
        }
    }

    private void onPrice(Waiting rows, long value, long timeNs, long eventNs) {
        while (rows.count > 0 && rows.firstTimeNs() + horizonNs < timeNs) {
            // The bar that would have ended at the barrier never came; a mid stands until it changes.
            decide(rows, price == Price.MID, rows.price, eventNs);
        }
        rows.price = value;
        rows.priceTimeNs = timeNs;
        rows.seenNs = eventNs;
        while (rows.count > 0 && rows.firstTimeNs() + horizonNs == timeNs) {
            decide(rows, true, value, eventNs);
        }
    }

    private void decide(Waiting rows, boolean known, long value, long eventNs) {
        long from = rows.firstPrice();
        double bps = (value - from) / (double) from * 10_000.0;
        if (!known) {
            priceUnknown++;
        } else if (value == from || Math.abs(bps) <= deadZoneBps) {
            withinDeadZone++;
        } else {
            columns.decide(rows.firstRow(), value > from, eventNs, Math.abs(bps), rows.firstMove());
        }
        rows.removeFirst();
    }

    private Waiting of(int instrument) {
        if (waiting[instrument] == null) {
            waiting[instrument] = new Waiting();
        }
        return waiting[instrument];
    }

    /** Rows of one instrument in the order of their barriers, which is theirs, and its latest price. */
    private static final class Waiting {
        private static final long NEVER = Long.MIN_VALUE;

        private int[] rows = new int[64];
        private int[] moves = new int[64];
        private long[] prices = new long[64];
        private long[] timesNs = new long[64];
        private int first;
        private int count;
        private long price;
        private long priceTimeNs = NEVER;
        private long seenNs = NEVER;
        private long windowEndNs = NEVER;
        private int move;

        private void add(int row) {
            if (first + count == rows.length) {
                makeRoom();
            }
            int end = first + count++;
            rows[end] = row;
            moves[end] = move;
            prices[end] = price;
            timesNs[end] = priceTimeNs;
        }

        private void makeRoom() {
            int capacity = count > rows.length / 2 ? Math.multiplyExact(rows.length, 2) : rows.length;
            rows = Arrays.copyOf(Arrays.copyOfRange(rows, first, first + count), capacity);
            moves = Arrays.copyOf(Arrays.copyOfRange(moves, first, first + count), capacity);
            prices = Arrays.copyOf(Arrays.copyOfRange(prices, first, first + count), capacity);
            timesNs = Arrays.copyOf(Arrays.copyOfRange(timesNs, first, first + count), capacity);
            first = 0;
        }

        private void removeFirst() {
            first++;
            count--;
        }

        private int drop() {
            int dropped = count;
            first = 0;
            count = 0;
            return dropped;
        }

        private void forget() {
            priceTimeNs = NEVER;
            seenNs = NEVER;
            windowEndNs = NEVER;
        }

        private int firstRow() {
            return rows[first];
        }

        private int firstMove() {
            return moves[first];
        }

        private long firstPrice() {
            return prices[first];
        }

        private long firstTimeNs() {
            return timesNs[first];
        }
    }
}
