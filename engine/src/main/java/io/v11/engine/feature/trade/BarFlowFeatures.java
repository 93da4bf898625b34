package io.v11.engine.feature.trade;

import java.util.Arrays;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * The takers where no trades are told: from bars of a minute, whose taker-bought volume venues give with their klines.
 * Finite windows of bars, summed anew when a bar closes. Minutes without a trade count as empty bars; after minutes that
 * the venue never gave all begins anew. A move is counted with the bar it ends in.
 */
public final class BarFlowFeatures implements FeatureGroup {
    private static final int BARS = 60;
    private static final int FEW = 5;
    private static final long MINUTE_NS = BarLength.MINUTE.timeNs();
    // One bar more than the window for the first move, and one that may be half over.
    private static final List<Feature> FEATURES = List.of(
            new Feature("minutes_signed_volume_5", "ratio",
                    "sum of (2 b - v) / sum of v over 5 bars of 1 min, b bought by"
                            + " takers of the volume v",
                    "6 bars, volume").settles(Settling.after((FEW + 2) * MINUTE_NS)),
            new Feature("minutes_signed_volume_60", "ratio", "the same over 60 bars", "61 bars, volume")
                    .settles(Settling.after((BARS + 2) * MINUTE_NS)),
            new Feature("minutes_amihud_60", "bps",
                    "mean of |c / c[1] - 1| / w * mean of w over those of 60 bars of 1 min with a turnover w > 0",
                    "61 bars, volume").from("Amihud 2002").settles(Settling.after((BARS + 2) * MINUTE_NS)));
    private static final Heading HEADING = new Heading("bar flow", Category.MICROSTRUCTURE, "bars of 1 min", FEATURES);

    private final double[] nets = new double[BARS];
    private final double[] volumes = new double[BARS];
    private final double[] turnovers = new double[BARS];
    private final double[] moves = new double[BARS];
    private long count;
    private double close;
    private double signedFew;
    private double signed;
    private double illiquidity;

    @Override
    public Heading heading() {
        return HEADING;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        if (!market.closed(BarLength.MINUTE)) {
            return;
        }
        MarketView.Bar bar = market.bar(BarLength.MINUTE);
        if (bar.missingBefore > 0) {
            reset();
        }
        if (close > 0.0) {
            add(2.0 * bar.buyVolumeE8 - bar.volumeE8, bar.volumeE8, bar.quoteVolume,
                    Math.abs(bar.closeE8 - close) / close);
        }
        close = bar.closeE8;
        for (long i = Math.min(bar.emptyAfter, BARS); i > 0; i--) {
            add(0.0, 0.0, 0.0, 0.0);
        }
        signedFew = signedShare(FEW);
        signed = signedShare(BARS);
        illiquidity = illiquidity();
    }

    private void add(double net, double volume, double turnover, double move) {
        int at = (int) (count % BARS);
        nets[at] = net;
        volumes[at] = volume;
        turnovers[at] = turnover;
        moves[at] = move;
        count++;
    }

    private double signedShare(int bars) {
        double net = 0.0;
        double volume = 0.0;
        for (long i = Math.max(0L, count - bars); i < count; i++) {
            net += nets[(int) (i % BARS)];
            volume += volumes[(int) (i % BARS)];
        }
        return net / volume;
    }

    private double illiquidity() {
        double sum = 0.0;
        double turnover = 0.0;
        int traded = 0;
        for (long i = Math.max(0L, count - BARS); i < count; i++) {
            int at = (int) (i % BARS);
            if (turnovers[at] > 0.0) {
                sum += moves[at] / turnovers[at];
                turnover += turnovers[at];
                traded++;
            }
        }
        return sum / traded * (turnover / traded) * Output.BPS;
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        Output.set(vector, first, count >= FEW, signedFew);
        Output.set(vector, first + 1, count >= BARS, signed);
        Output.set(vector, first + 2, count >= BARS, illiquidity);
    }

    @Override
    public void reset() {
        Arrays.fill(nets, 0.0);
        Arrays.fill(volumes, 0.0);
        Arrays.fill(turnovers, 0.0);
        Arrays.fill(moves, 0.0);
        count = 0L;
        close = 0.0;
    }

    /** The outputs follow from the bars. */
    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(start, count), close);
        for (int i = 0; i < BARS; i++) {
            hash = StateHash.add(hash, nets[i]);
            hash = StateHash.add(hash, volumes[i]);
            hash = StateHash.add(hash, turnovers[i]);
            hash = StateHash.add(hash, moves[i]);
        }
        return hash;
    }
}
