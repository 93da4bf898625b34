package io.v11.binance.archive;

import java.nio.ByteBuffer;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.binance.EpochTime;
import io.v11.binance.EventSink;
import io.v11.binance.JsonScanner;
import io.v11.config.Limits;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.KlineEncoder;

/**
 * One kline, reused from row to row: money in E8, times in ns. The 12 columns stand in the same order in CSV and REST
 * JSON.
 */
final class KlineRow {
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final KlineEncoder encoder = new KlineEncoder();
    private long openTimeNs;
    private long closeTimeNs;
    private long trades;
    /** Open, high, low, close, volume, quote volume, taker buy volume, taker buy quote volume. */
    private final long[] valuesE8 = new long[8];

    /** Reads the columns from the scanner's cursor on, parted by commas, and leaves the cursor behind the twelfth. */
    void read(JsonScanner scanner) {
        openTimeNs = EpochTime.toNanos(scanner.integer());
        for (int i = 0; i < 5; i++) {
            scanner.expect(',');
            valuesE8[i] = scanner.amountE8();
        }
        scanner.expect(',');
        closeTimeNs = EpochTime.toNanos(scanner.integer());
        scanner.expect(',');
        valuesE8[5] = scanner.amountE8();
        scanner.expect(',');
        trades = scanner.integer();
        for (int i = 6; i < 8; i++) {
            scanner.expect(',');
            valuesE8[i] = scanner.amountE8();
        }
        scanner.expect(',');
        scanner.skipValue();
        check(scanner);
    }

    private void check(JsonScanner scanner) {
        long open = valuesE8[0];
        long high = valuesE8[1];
        long low = valuesE8[2];
        long close = valuesE8[3];
        if (low > Math.min(open, close) || high < Math.max(open, close)) {
            throw scanner.malformed("not a bar: open and close must lie between low and high");
        }
        if (valuesE8[6] > valuesE8[4] || valuesE8[7] > valuesE8[5]) {
            throw scanner.malformed("not a bar: takers bought more than was traded");
        }
        if (closeTimeNs < openTimeNs || trades < 0) {
            throw scanner.malformed("not a bar: it closes before it opens, or has fewer than 0 trades");
        }
    }

    long openTimeNs() {
        return openTimeNs;
    }

    /** Length of the bar by its own two times, of which the second is the last ms (before 2025) or µs inside. */
    long lengthNs() {
        boolean milliseconds = closeTimeNs % 1_000_000L == 0;
        return closeTimeNs - openTimeNs + (milliseconds ? 1_000_000L : 1_000L);
    }

    void copyFrom(KlineRow other) {
        openTimeNs = other.openTimeNs;
        closeTimeNs = other.closeTimeNs;
        trades = other.trades;
        System.arraycopy(other.valuesE8, 0, valuesE8, 0, valuesE8.length);
    }

    boolean same(KlineRow other) {
        return openTimeNs == other.openTimeNs && closeTimeNs == other.closeTimeNs && trades == other.trades
                && java.util.Arrays.equals(valuesE8, other.valuesE8);
    }

    void emit(int instrument, long intervalNs, long ingestTimeNs, EventSink sink) {
        encoder.wrapAndApplyHeader(buffer, 0, header).openTimeNs(openTimeNs).closeTimeNs(closeTimeNs)
                .intervalNs(intervalNs).openE8(valuesE8[0]).highE8(valuesE8[1]).lowE8(valuesE8[2]).closeE8(valuesE8[3])
                .volumeE8(valuesE8[4]).quoteVolumeE8(valuesE8[5]).trades(trades).takerBuyVolumeE8(valuesE8[6])
                .takerBuyQuoteVolumeE8(valuesE8[7]);
        header.sequence(0).ingestTimeNs(ingestTimeNs).venueTimeNs(closeTimeNs).instrument(instrument).frameIndex(0)
                .lastFrame(1);
        sink.onEvent(buffer, 0, encoder.limit());
    }
}
