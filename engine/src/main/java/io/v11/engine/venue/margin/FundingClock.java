package io.v11.engine.venue.margin;

import java.util.Arrays;

import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.VenueSettings;

/**
 * When funding of each perpetual falls due and at what rate. Every 8 h from midnight UTC, or as the terms or the journal's
 * mark prices say. A mark price tells the rate of the period that ends at its next funding time; without any, the
 * configured rate holds. Confined to the ingest thread; allocates nothing after construction.
 *
 * <pre>
 *   funding = position x mark price x rate       (Binance, "Introduction to Binance Futures Funding Rates")
 * </pre>
 *
 * Positive: paid. Rounded up at the eighth decimal.
 */
public final class FundingClock {
    private static final long NS_PER_HOUR = 3_600_000_000_000L;
    private static final long E8_PER_BPS = 10_000L;
    private static final long NEVER = Long.MAX_VALUE;
    private static final long ONE = 100_000_000L;

    private final long[] intervalsNs;
    private final long[] duesNs;
    private final long[] ratesE8;
    /** The earliest of the due times. */
    private long nextNs = NEVER;
    private boolean started;

    public FundingClock(Instruments instruments, VenueSettings settings) {
        int count = instruments.count();
        intervalsNs = new long[count];
        duesNs = new long[count];
        ratesE8 = new long[count];
        Arrays.fill(duesNs, NEVER);
        Arrays.fill(ratesE8, Math.round(settings.fundingRateBps() * E8_PER_BPS));
        for (int i = 0; i < count; i++) {
            boolean perpetual = instruments.get(i).market() == Instrument.Market.USDM;
            intervalsNs[i] = perpetual ? settings.perpetual(instruments.get(i)).fundingHours() * NS_PER_HOUR : 0L;
        }
    }

    /** Time has come so far: the first call says when the recording begins. */
    public void start(long timeNs) {
        if (!started) {
            started = true;
            for (int i = 0; i < duesNs.length; i++) {
                duesNs[i] = intervalsNs[i] == 0 ? NEVER : after(i, timeNs);
            }
            refresh();
        }
    }

    /** The journal's own word on rate and time. */
    public void onMarkPrice(int instrument, long rateE8, long nextFundingNs, long nowNs) {
        if (intervalsNs[instrument] == 0) {
            return;
        }
        // While a settlement is due the mark may speak of the next period already: that one keeps the rate it had.
        if (duesNs[instrument] > nowNs || nextFundingNs == duesNs[instrument]) {
            ratesE8[instrument] = rateE8;
            duesNs[instrument] = nextFundingNs > nowNs ? nextFundingNs : duesNs[instrument];
            refresh();
        }
    }

    public long nextNs() {
        return nextNs;
    }

    /** The instrument whose funding falls due next. */
    public int next() {
        int first = 0;
        for (int i = 1; i < duesNs.length; i++) {
            first = duesNs[i] < duesNs[first] ? i : first;
        }
        return first;
    }

    /** Its funding has been settled. */
    public void settled(int instrument) {
        duesNs[instrument] += intervalsNs[instrument];
        refresh();
    }

    public long rateE8(int instrument) {
        return ratesE8[instrument];
    }

    /** Money for a signed value of a position at a rate, rounded up: exact, by the parts above and below one unit. */
    public static long amountE8(long valueE8, long rateE8) {
        long units = Math.floorDiv(valueE8, ONE);
        return Math.addExact(Math.multiplyExact(units, rateE8),
                Math.ceilDiv(Math.floorMod(valueE8, ONE) * rateE8, ONE));
    }

    private long after(int instrument, long timeNs) {
        return (Math.floorDiv(timeNs, intervalsNs[instrument]) + 1) * intervalsNs[instrument];
    }

    private void refresh() {
        nextNs = duesNs[next()];
    }
}
