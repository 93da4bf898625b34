package io.v11.engine.feature.regime;

import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Where the volatility of the short window stands among its last values, and beside the long window's. Confined to the
 * feature thread; allocates nothing after construction.
 */
final class VolatilityRank implements Measure {
    private final Scale scale;
    private final VolatilityLevels levels;
    private final double[] variances;
    private long count;
    private double newest;

    VolatilityRank(Scale scale, VolatilityLevels levels) {
        this.scale = scale;
        this.levels = levels;
        this.variances = new double[scale.longWindow()];
    }

    @Override
    public List<Feature> outputs() {
        String rv = scale.shortName("rv");
        return List.of(scale.feature(scale.length().prefix() + "_volatility_rank_" + scale.longWindow(), "share",
                "share of the last " + scale.longWindow() + " values of " + rv
                        + " before the present one that it exceeds, ties count half",
                scale.warmMoves(), Feature.OWN),
                scale.feature(scale.shortName("rv") + "_vs_" + scale.longWindow(), "ratio",
                        "(f - s) / (f + s) of RV over " + scale.window() + " and " + scale.longWindow() + " moves",
                        scale.longWindow(), Feature.OWN));
    }

    @Override
    public void onMove(BarMoves moves) {
        if (!levels.shortFull()) {
            return;
        }
        if (count > 0) {
            variances[(int) ((count - 1) % variances.length)] = newest;
        }
        newest = levels.shortVariance();
        count++;
    }

    @Override
    public void write(FeatureVector held, int first) {
        Output.set(held, first, count > variances.length, rank());
        double fast = Math.sqrt(levels.shortVariance());
        double slow = Math.sqrt(levels.longVariance());
        Output.set(held, first + 1, levels.longFull(), Output.contrast(fast, slow));
    }

    private double rank() {
        int halves = 0;
        for (int i = 0; i < variances.length; i++) {
            halves += variances[i] < newest ? 2 : variances[i] == newest ? 1 : 0;
        }
        return 0.5 * halves / variances.length;
    }

    @Override
    public void reset() {
        count = 0L;
        newest = 0.0;
    }

    @Override
    public long stateHash(long start) {
        // The values follow from the levels, whose digest is taken.
        return StateHash.add(start, count);
    }
}
