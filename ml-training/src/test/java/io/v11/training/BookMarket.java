package io.v11.training;

import java.nio.file.Path;
import java.util.Random;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.BestBidAskEncoder;
import io.v11.journal.event.BookSnapshotEncoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradeEncoder;
import io.v11.training.data.Dataset;
import io.v11.training.metrics.Scores;

/**
 * The journal of an order book that moves one tick every second, up with the probability
 *
 * <pre>
 *   1 / (1 + e^-(2 I + 3 F)),   I = (qb - qa) / (qb + qa) of the queues,   F = S(s) / S(1), sums over trades decayed by e in 10 s
 * </pre>
 *
 * both at the top change before the move. The queues lean as an Ornstein-Uhlenbeck process does that forgets in 5 seconds; three trades
 * a second buy or sell as another leans that forgets in 20 (Uhlenbeck, Ornstein 1930, in its exact discrete form). So what
 * was seen before and what comes are alike, and nothing but I and F bears on the move.
 */
final class BookMarket {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long TICK_E8 = 1_000_000L;
    private static final int TRADES_A_SECOND = 3;
    private static final double FLOW_SECONDS = 10.0;

    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[1024]);
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final Random random;
    private final double[] upProbability;
    private long sequence;
    private long bidE8 = 30_000_00000000L;
    private double lean;
    private double flow;
    private double net;
    private double trades;
    private double settledSeconds;

    private BookMarket(long seed, int seconds) {
        random = new Random(seed);
        upProbability = new double[seconds];
    }

    /** Writes the journal. */
    static BookMarket write(Path log, long seed, int seconds) {
        BookMarket market = new BookMarket(seed, seconds);
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            market.write(writer);
        }
        return market;
    }

    /** The best forecast there is; rows are told by their second. */
    Scores law(Dataset data, int[] rows) {
        return Scores.of(data, rows, row -> upProbability[(int) (data.eventTimeNs(row) / SECOND_NS)]);
    }

    private void write(JournalWriter writer) {
        for (int second = 0; second < upProbability.length; second++) {
            lean = next(lean, 5.0);
            flow = next(flow, 20.0);
            long bidQuantity = Math.round(1000.0 * StrictMath.exp(0.7 * lean));
            long askQuantity = Math.round(1000.0 * StrictMath.exp(-0.7 * lean));
            if (second == 0) {
                snapshot(writer, bidQuantity, askQuantity);
            } else {
                top(writer, second, bidQuantity, askQuantity);
            }
            settle(second);
            double imbalance = (bidQuantity - askQuantity) / (double) (bidQuantity + askQuantity);
            double balance = trades > 0.0 ? net / trades : 0.0;
            upProbability[second] = 1.0 / (1.0 + StrictMath.exp(-(2.0 * imbalance + 3.0 * balance)));
            for (int trade = 1; trade <= TRADES_A_SECOND; trade++) {
                trade(writer, second * SECOND_NS + trade * SECOND_NS / (TRADES_A_SECOND + 1));
            }
            bidE8 += random.nextDouble() < upProbability[second] ? TICK_E8 : -TICK_E8;
        }
    }

    /** A second of a process with deviation 1 that forgets by e in so many seconds. */
    private double next(double value, double seconds) {
        double kept = StrictMath.exp(-1.0 / seconds);
        return kept * value + Math.sqrt(1.0 - kept * kept) * random.nextGaussian();
    }

    private void settle(double nowSeconds) {
        double kept = StrictMath.exp((settledSeconds - nowSeconds) / FLOW_SECONDS);
        net *= kept;
        trades *= kept;
        settledSeconds = nowSeconds;
    }

    private void snapshot(JournalWriter writer, long bidQuantity, long askQuantity) {
        int offset = begin(0, BookSnapshotEncoder.TEMPLATE_ID, BookSnapshotEncoder.BLOCK_LENGTH);
        BookSnapshotEncoder snapshot = new BookSnapshotEncoder().wrap(frame, offset).lastUpdateId(1);
        snapshot.bidsCount(1).next().priceE8(bidE8).quantityE8(bidQuantity);
        snapshot.asksCount(1).next().priceE8(bidE8 + TICK_E8).quantityE8(askQuantity);
        writer.append(frame, 0, offset + snapshot.encodedLength());
    }

    private void top(JournalWriter writer, int second, long bidQuantity, long askQuantity) {
        int offset = begin(second * SECOND_NS, BestBidAskEncoder.TEMPLATE_ID, BestBidAskEncoder.BLOCK_LENGTH);
        BestBidAskEncoder best = new BestBidAskEncoder().wrap(frame, offset).updateId(1 + second).bidPriceE8(bidE8)
                .bidQuantityE8(bidQuantity).askPriceE8(bidE8 + TICK_E8).askQuantityE8(askQuantity);
        writer.append(frame, 0, offset + best.encodedLength());
    }

    private void trade(JournalWriter writer, long timeNs) {
        boolean buy = random.nextDouble() < 1.0 / (1.0 + StrictMath.exp(-2.0 * flow));
        settle(timeNs / (double) SECOND_NS);
        net += buy ? 1.0 : -1.0;
        trades += 1.0;
        int offset = begin(timeNs, TradeEncoder.TEMPLATE_ID, TradeEncoder.BLOCK_LENGTH);
        TradeEncoder trade = new TradeEncoder().wrap(frame, offset).tradeId(sequence)
                .priceE8(buy ? bidE8 + TICK_E8 : bidE8).quantityE8(1 + random.nextInt(100))
                .aggressor(buy ? Side.BUY : Side.SELL);
        writer.append(frame, 0, offset + trade.encodedLength());
    }

    private int begin(long timeNs, int template, int blockLength) {
        header.wrap(frame, 0).blockLength(blockLength).templateId(template).schemaId(11).version(1)
                .sequence(++sequence).ingestTimeNs(timeNs).venueTimeNs(timeNs).instrument(0).frameIndex(0).lastFrame(1);
        return EventHeaderEncoder.ENCODED_LENGTH;
    }
}
