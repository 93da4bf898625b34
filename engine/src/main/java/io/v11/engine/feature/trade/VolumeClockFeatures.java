package io.v11.engine.feature.trade;

import java.util.Arrays;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.DecayedSums;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Time measured in volume: VPIN, the mean one-sidedness of buckets of equal volume (Easley, Lopez de Prado, O'Hara,
 * "Flow Toxicity and Liquidity in a High-Frequency World", 2012). The taker's side is known, so nothing is classified.
 * The paper's bucket is 1/50 of a day's volume; here it is 1/50 of the decayed volume over 300 s, fixed by the first
 * trade of every {@link #PERIOD_NS} from what came before it. A bucket that is not full by then is dropped: so where the
 * buckets begin does not depend on where a replay began. A trade is split over the buckets it fills, at most over 50.
 */
public final class VolumeClockFeatures implements FeatureGroup {
    /** Multiples of this are where bucket sizes are set anew. */
    static final long PERIOD_NS = 300_000_000_000L;
    static final int BUCKETS = 50;
    static final int FEW = 10;
    /** Buckets that took longer to fill say nothing of now. */
    static final long STALE_NS = 3_600_000_000_000L;
    private static final String SOURCE = "Easley, Lopez de Prado, O'Hara 2012";
    // The buckets in use may be an hour old, begun in a period that was, with a size from sums that must have faded:
    // to 4e-11, since a difference in size can let one more bucket be full.
    private static final Settling SETTLING = Settling.fading(STALE_NS + PERIOD_NS + 24 * Window.SEC_300.timeNs());
    private static final List<Feature> FEATURES = List.of(
            new Feature("vpin_50", "ratio",
                    "mean of |Vb - Vs| / V over the last 50 buckets of V traded, Vb bought and Vs sold by takers; V = 1/50"
                            + " of S(q) over 300s, set every 5 min",
                    "300s, 50 buckets within 1 h").from(SOURCE).settles(SETTLING),
            new Feature("vpin_10", "ratio", "the same over the last 10 buckets", "300s, 10 buckets within 1 h")
                    .from(SOURCE).settles(SETTLING),
            new Feature("bucket_flow_10", "ratio", "mean of (Vb - Vs) / V over the last 10 buckets",
                    "300s, 10 buckets within 1 h").from(SOURCE).settles(SETTLING));
    private static final Heading HEADING = new Heading("volume clock", Category.MICROSTRUCTURE, "trades", FEATURES);

    private final DecayedSums volume = new DecayedSums(1, Window.SEC_300, Window.SEC_300);
    private final double[] imbalances = new double[BUCKETS];
    private final long[] closedNs = new long[BUCKETS];
    private long closed;
    private long period = Moment.NEVER;
    private long tradeNs = Moment.NEVER;
    /** Volume of a bucket; 0 while it is not known. */
    private double size;
    private double filled;
    private double net;

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        volume.onTime(moment);
        if (!market.trade) {
            return;
        }
        long now = Math.floorDiv(moment.timeNs, PERIOD_NS);
        if (now != period) {
            period = now;
            boolean known = moment.warm(Window.SEC_300) && moment.recent(tradeNs, Window.SEC_300);
            size = known ? volume.sum(0, Window.SEC_300) / BUCKETS : 0.0;
            filled = 0.0;
            net = 0.0;
        }
        tradeNs = moment.timeNs;
        volume.settle();
        volume.add(0, market.tradeQuantityE8);
        if (size > 0.0) {
            fill(market.tradeQuantityE8, market.tradeBuy ? 1.0 : -1.0, moment.timeNs);
        }
    }

    private void fill(double quantity, double sign, long timeNs) {
        double left = quantity;
        for (int i = 0; i < BUCKETS && left >= size - filled; i++) {
            double part = size - filled;
            int at = (int) (closed % BUCKETS);
            imbalances[at] = (net + sign * part) / size;
            closedNs[at] = timeNs;
            closed++;
            left -= part;
            filled = 0.0;
            net = 0.0;
        }
        if (left < size - filled) {
            filled += left;
            net += sign * left;
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        set(vector, first, BUCKETS, true, moment);
        set(vector, first + 1, FEW, true, moment);
        set(vector, first + 2, FEW, false, moment);
    }

    private void set(FeatureVector vector, int index, int count, boolean absolute, Moment moment) {
        boolean warm = closed >= count;
        double sum = 0.0;
        for (long i = Math.max(0L, closed - count); i < closed; i++) {
            double imbalance = imbalances[(int) (i % BUCKETS)];
            sum += absolute ? Math.abs(imbalance) : imbalance;
        }
        boolean recent = warm && moment.timeNs - closedNs[(int) ((closed - count) % BUCKETS)] <= STALE_NS;
        Output.set(vector, index, warm, recent, sum / count);
    }

    @Override
    public void reset() {
        volume.reset();
        Arrays.fill(imbalances, 0.0);
        Arrays.fill(closedNs, 0L);
        closed = 0L;
        period = Moment.NEVER;
        tradeNs = Moment.NEVER;
        size = 0.0;
        filled = 0.0;
        net = 0.0;
    }

    @Override
    public long stateHash(long start) {
        long hash = volume.stateHash(start);
        for (int i = 0; i < BUCKETS; i++) {
            hash = StateHash.add(hash, imbalances[i]);
            hash = StateHash.add(hash, closedNs[i]);
        }
        hash = StateHash.add(hash, closed);
        hash = StateHash.add(hash, period);
        hash = StateHash.add(hash, tradeNs);
        hash = StateHash.add(hash, size);
        hash = StateHash.add(hash, filled);
        return StateHash.add(hash, net);
    }
}
