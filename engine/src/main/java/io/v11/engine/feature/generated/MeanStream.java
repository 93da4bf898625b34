package io.v11.engine.feature.generated;

import io.v11.engine.feature.group.Decay;
import io.v11.engine.slot.StateHash;

/**
 * A value, its exponentially weighted mean and deviation. West's update (Communications of the ACM 22, 1979) with all
 * weights decayed: W' = f W + 1, d = x - m, m' = m + d / W', S' = f S + d (x - m'); the variance is S / W. It does not cancel
 * as sums of squares would.
 */
final class MeanStream extends Stream {
    /** Deviations below this share of the mean are rounding. */
    private static final double ROUNDING = 1e-9;

    private final Operator operator;
    private final Forgetting forgetting;
    private double mean;
    private double squares;

    MeanStream(Operator operator, int windowS, int[] positions) {
        super(positions);
        this.operator = operator;
        forgetting = new Forgetting(windowS);
    }

    @Override
    void sample(double a, double b, long atS) {
        double factor = forgetting.onSample(atS);
        if (factor == 0.0) {
            mean = a;
            squares = 0.0;
            return;
        }
        double gap = a - mean;
        mean += gap / forgetting.weight();
        double sum = squares * factor + gap * (a - mean);
        squares = sum < Decay.NOTHING ? 0.0 : sum;
    }

    @Override
    void skip(long atS) {
    }

    @Override
    boolean warm(long nowS) {
        return forgetting.warm(nowS);
    }

    @Override
    double value(double a, double b, long nowS) {
        return switch (operator) {
            case MEAN -> mean;
            case GAP -> a - mean;
            case ZSCORE -> z(a);
            default -> throw new IllegalStateException("no operator of a value and its mean");
        };
    }

    private double z(double a) {
        double deviation = Math.sqrt(squares / forgetting.weight());
        return deviation > ROUNDING * Math.abs(mean) ? (a - mean) / deviation : Double.NaN;
    }

    @Override
    void reset() {
        forgetting.reset();
        mean = 0.0;
        squares = 0.0;
    }

    @Override
    long stateHash(long start) {
        return StateHash.add(StateHash.add(forgetting.stateHash(start), mean), squares);
    }
}
