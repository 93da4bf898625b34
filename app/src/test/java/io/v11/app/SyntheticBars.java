package io.v11.app;

import java.util.Random;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.engine.slot.BarLength;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.KlineEncoder;
import io.v11.journal.event.MarkPriceEncoder;

/**
 * Bars that move a few ticks each way, together and apart, with equal highs and lows, closes that stay and bars without
 * a trade in between: whatever treats a tie one way upwards and another way downwards is to show it. Frames go straight
 * into a replay.
 */
final class SyntheticBars {
    private static final long TICK_E8 = 1_000_000L;
    private static final long PRICE_E8 = 3_000_00000000L;
    /** In ticks from the first price: further out, steps lead back. */
    private static final long FAR = 200L;
    /** One bar in so many jumps, by so many ticks at most. */
    private static final int JUMPS = 100;
    private static final int JUMP = 40;
    /** Monday 2024-07-01 00:00 UTC. */
    private static final long START_NS = 1_719_792_000_000_000_000L;

    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[512]);
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final KlineEncoder kline = new KlineEncoder();
    private final MarkPriceEncoder mark = new MarkPriceEncoder();
    private final Random random;
    private final MirroredReplay replay;
    private long sequence;

    SyntheticBars(long seed, MirroredReplay replay) {
        random = new Random(seed);
        this.replay = replay;
    }

    /** Bars of some spot instruments, each a walk of its own on top of one they share. */
    void spot(BarLength length, int count, int... instruments) {
        long[] closes = new long[instruments.length];
        for (int bar = 0; bar < count; bar++) {
            long shared = step(2);
            for (int i = 0; i < closes.length; i++) {
                closes[i] = bar(instruments[i], length, bar, closes[i], shared + step(2));
            }
        }
    }

    /** Minutes of some spot instruments, of a perpetual of the first of them, and its mark prices. */
    void spotAndPerpetual(int minutes, int perpetual, int... instruments) {
        long[] closes = new long[instruments.length];
        long future = 0L;
        for (int bar = 0; bar < minutes; bar++) {
            long shared = step(2);
            for (int i = 0; i < closes.length; i++) {
                closes[i] = bar(instruments[i], BarLength.MINUTE, bar, closes[i], shared + step(2));
            }
            future = bar(perpetual, BarLength.MINUTE, bar, future, closes[0] + step(4) - future);
            markPrice(perpetual, bar, future + step(3), closes[0]);
        }
    }

    private long bar(int instrument, BarLength length, int bar, long before, long step) {
        boolean traded = random.nextInt(20) > 0;
        long open = before + (traded ? step(1) : 0L);
        long jump = random.nextInt(JUMPS) == 0 ? step(JUMP) : 0L;
        long close = traded ? before + step + jump - (Math.abs(before) > FAR ? Long.signum(before) : 0L) : open;
        long high = Math.max(open, close) + (traded ? random.nextInt(3) : 0);
        long low = Math.min(open, close) - (traded ? random.nextInt(3) : 0);
        long volume = traded ? (1 + random.nextInt(1000)) * 1_000_000L : 0L;
        long openNs = START_NS + bar * length.timeNs();
        kline.wrapAndApplyHeader(frame, 0, header).openTimeNs(openNs).closeTimeNs(openNs + length.timeNs() - 1)
                .intervalNs(length.timeNs()).openE8(priceE8(open)).highE8(priceE8(high)).lowE8(priceE8(low))
                .closeE8(priceE8(close)).volumeE8(volume)
                .quoteVolumeE8(Math.round((priceE8(low) + priceE8(high)) / 2e8 * volume)).trades(volume / 3_000_000L)
                .takerBuyVolumeE8(volume / 100 * random.nextInt(101)).takerBuyQuoteVolumeE8(0L);
        emit(instrument, openNs + length.timeNs(), KlineEncoder.BLOCK_LENGTH);
        return close;
    }

    private void markPrice(int instrument, int minute, long price, long index) {
        long endNs = START_NS + (minute + 1) * BarLength.MINUTE.timeNs();
        mark.wrapAndApplyHeader(frame, 0, header).markPriceE8(priceE8(price)).indexPriceE8(priceE8(index))
                .fundingRateE8(10_000L).nextFundingTimeNs(endNs - Math.floorMod(endNs, 8 * BarLength.HOUR.timeNs())
                        + 8 * BarLength.HOUR.timeNs());
        emit(instrument, endNs, MarkPriceEncoder.BLOCK_LENGTH);
    }

    private void emit(int instrument, long timeNs, int block) {
        header.sequence(++sequence).ingestTimeNs(timeNs).venueTimeNs(timeNs).instrument(instrument).frameIndex(0)
                .lastFrame((short) 1);
        replay.onEvent(frame, 0, EventHeaderEncoder.ENCODED_LENGTH + block, sequence);
    }

    private static long priceE8(long ticks) {
        return PRICE_E8 + ticks * TICK_E8;
    }

    private long step(int largest) {
        return random.nextInt(2 * largest + 1) - largest;
    }
}
