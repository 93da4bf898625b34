package io.v11.binance.archive;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

import io.v11.binance.EventSink;
import io.v11.config.FixedPoint;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.EventHeaderDecoder;

/**
 * The order book at a cut, kept by Binance's rules ("How to manage a local order book correctly", spot and USD-M):
 * updates that arrive before the snapshot wait, older ones are dropped, the first one must straddle the snapshot,
 * each next one must continue the one before. A break is an error: a cut must not invent a book. Plain maps: it runs
 * once per cut.
 */
final class SliceBook implements EventSink {
    private static final int LEVELS = 1000;

    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final BookDeltaDecoder delta = new BookDeltaDecoder();
    private final BookSnapshotDecoder snapshot = new BookSnapshotDecoder();
    private final TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private final Queue<DirectBuffer> waiting = new ArrayDeque<>();
    private boolean synced;
    private boolean straddled;
    private boolean dropping;
    private long updateId;

    boolean synced() {
        return synced;
    }

    long updateId() {
        return updateId;
    }

    long bestBidE8() {
        return bids.firstKey();
    }

    long bestAskE8() {
        return asks.firstKey();
    }

    @Override
    public void onEvent(DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        if (header.templateId() == BookSnapshotDecoder.TEMPLATE_ID) {
            onSnapshot(buffer, offset);
        } else if (header.templateId() == BookDeltaDecoder.TEMPLATE_ID) {
            if (synced) {
                onDelta(buffer, offset);
            } else {
                ExpandableArrayBuffer copy = new ExpandableArrayBuffer(length);
                copy.putBytes(0, buffer, offset, length);
                waiting.add(copy);
            }
        }
    }

    private void onSnapshot(DirectBuffer buffer, int offset) {
        snapshot.wrapAndApplyHeader(buffer, offset, header);
        if (header.frameIndex() == 0) {
            bids.clear();
            asks.clear();
            synced = false;
            straddled = false;
        }
        updateId = snapshot.lastUpdateId();
        for (BookSnapshotDecoder.BidsDecoder bid : snapshot.bids()) {
            bids.put(bid.priceE8(), bid.quantityE8());
        }
        for (BookSnapshotDecoder.AsksDecoder ask : snapshot.asks()) {
            asks.put(ask.priceE8(), ask.quantityE8());
        }
        if (header.lastFrame() == 1) {
            synced = true;
            while (!waiting.isEmpty()) {
                onDelta(waiting.remove(), 0);
            }
        }
    }

    private void onDelta(DirectBuffer buffer, int offset) {
        delta.wrapAndApplyHeader(buffer, offset, header);
        if (header.frameIndex() == 0) {
            dropping = !continues();
        }
        if (dropping) {
            return;
        }
        for (BookDeltaDecoder.BidsDecoder bid : delta.bids()) {
            set(bids, bid.priceE8(), bid.quantityE8());
        }
        for (BookDeltaDecoder.AsksDecoder ask : delta.asks()) {
            set(asks, ask.priceE8(), ask.quantityE8());
        }
        if (header.lastFrame() == 1) {
            straddled = true;
            updateId = delta.finalUpdateId();
        }
    }

    /** False when the update is older than the book; fails on a gap. */
    private boolean continues() {
        boolean futures = delta.previousUpdateId() >= 0;
        if (!straddled && (futures ? delta.finalUpdateId() < updateId : delta.finalUpdateId() <= updateId)) {
            return false;
        }
        boolean fits;
        if (!futures) {
            fits = delta.firstUpdateId() <= updateId + 1;
        } else if (straddled) {
            fits = delta.previousUpdateId() == updateId;
        } else {
            fits = delta.firstUpdateId() <= updateId;
        }
        if (!fits) {
            throw new ImportException(
                    "the depth updates have a gap: the book ends with update " + updateId
                            + ", the next update is " + delta.firstUpdateId() + ".." + delta.finalUpdateId()
                            + "; choose a cut that ends before the gap, or give the capture that is missing");
        }
        return true;
    }

    private static void set(TreeMap<Long, Long> side, long priceE8, long quantityE8) {
        if (quantityE8 == 0) {
            side.remove(priceE8);
        } else {
            side.put(priceE8, quantityE8);
        }
    }

    /** The book as the REST interface would answer it, at most {@value #LEVELS} levels a side. */
    String snapshotJson() {
        StringBuilder json = new StringBuilder("{\"lastUpdateId\":").append(updateId);
        append(json.append(",\"bids\":["), bids);
        append(json.append("],\"asks\":["), asks);
        return json.append("]}").toString();
    }

    private static void append(StringBuilder json, TreeMap<Long, Long> side) {
        Iterator<Map.Entry<Long, Long>> levels = side.entrySet().iterator();
        for (int i = 0; i < LEVELS && levels.hasNext(); i++) {
            Map.Entry<Long, Long> level = levels.next();
            json.append(i == 0 ? "[\"" : ",[\"").append(FixedPoint.format(level.getKey())).append("\",\"")
                    .append(FixedPoint.format(level.getValue())).append("\"]");
        }
    }
}
