package io.v11.app;

import java.nio.file.Path;
import java.util.Random;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.engine.slot.BarLength;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.KlineEncoder;

/**
 * A journal of hourly bars of BTC, ETH and SOL from a fixed seed: trends of some days up and down with noise about them, the
 * three together and apart. An hour can be left out, or pass without a trade.
 */
final class HourlyJournal {
    /** 2019-01-01 00:00 UTC, before anything that a shipped model or ledger has seen. */
    static final long START_NS = 1_546_300_800_000_000_000L;
    private static final long SEED = 5L;
    private static final int[] INSTRUMENTS = {0, 1, 4};
    private static final double[] PRICES = {40_000.0, 3_000.0, 150.0};
    private static final int TREND_HOURS = 120;
    private static final double DRIFT = 0.0012;
    private static final double NOISE = 0.004;
    private static final double WICK = 0.002;

    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[512]);
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final KlineEncoder kline = new KlineEncoder();
    private final int hours;
    private final long startNs;
    private int missingFrom = -1;
    private int missingUntil = -1;
    private int quietFrom = -1;
    private int quietUntil = -1;
    private int shortened = Integer.MAX_VALUE;

    HourlyJournal(int hours) {
        this(hours, START_NS);
    }

    /** @param startNs open of the first bar */
    HourlyJournal(int hours, long startNs) {
        this.hours = hours;
        this.startNs = startNs;
    }

    HourlyJournal missing(int from, int until) {
        missingFrom = from;
        missingUntil = until;
        return this;
    }

    /** Hours in which nothing traded. */
    HourlyJournal quiet(int from, int until) {
        quietFrom = from;
        quietUntil = until;
        return this;
    }

    /** The last instrument ends there. */
    HourlyJournal lastInstrumentUntil(int hour) {
        shortened = hour;
        return this;
    }

    static long hourNs(int hour) {
        return START_NS + hour * BarLength.HOUR.timeNs();
    }

    /** @return the folder, as the commands take it */
    Path write(Path folder) {
        Random random = new Random(SEED);
        double[] closes = PRICES.clone();
        double[] drifts = new double[closes.length];
        try (JournalWriter writer = JournalWriter.open(folder.resolve("input"), Durability.OS)) {
            for (int hour = 0; hour < hours; hour++) {
                double shared = NOISE * random.nextGaussian();
                for (int i = 0; i < closes.length; i++) {
                    drifts[i] = hour % TREND_HOURS == 0 ? DRIFT * random.nextGaussian() : drifts[i];
                    double open = closes[i];
                    double move = drifts[i] + 0.7 * shared + 0.5 * NOISE * random.nextGaussian();
                    double above = WICK * random.nextDouble();
                    double below = WICK * random.nextDouble();
                    boolean quiet = hour >= quietFrom && hour < quietUntil;
                    closes[i] = quiet ? open : open * (1.0 + move);
                    if ((hour < missingFrom || hour >= missingUntil) && !(i == closes.length - 1
                            && hour >= shortened)) {
                        write(writer, INSTRUMENTS[i], hour, open, closes[i], quiet ? 0.0 : above, quiet ? 0.0 : below);
                    }
                }
            }
        }
        return folder;
    }

    private void write(JournalWriter writer, int instrument, int hour, double open, double close, double above,
            double below) {
        long openNs = startNs + hour * BarLength.HOUR.timeNs();
        long endNs = openNs + BarLength.HOUR.timeNs();
        boolean traded = above > 0.0;
        double quote = traded ? 5e7 : 0.0;
        kline.wrapAndApplyHeader(frame, 0, header).openTimeNs(openNs).closeTimeNs(endNs - 1)
                .intervalNs(BarLength.HOUR.timeNs()).openE8(cents(open))
                .highE8(cents(Math.max(open, close) * (1 + above)))
                .lowE8(cents(Math.min(open, close) * (1 - below))).closeE8(cents(close))
                .volumeE8(Math.round(quote / open) * 100_000_000L).quoteVolumeE8(Math.round(quote) * 100_000_000L)
                .trades(traded ? 1_000 : 0).takerBuyVolumeE8(Math.round(quote / open / 2) * 100_000_000L)
                .takerBuyQuoteVolumeE8(Math.round(quote / 2) * 100_000_000L);
        header.sequence(writer.lastSequence() + 1).ingestTimeNs(endNs).venueTimeNs(endNs).instrument(instrument)
                .frameIndex(0).lastFrame((short) 1);
        writer.append(frame, 0, EventHeaderEncoder.ENCODED_LENGTH + KlineEncoder.BLOCK_LENGTH);
    }

    private static long cents(double price) {
        return Math.round(price * 100.0) * 1_000_000L;
    }
}
