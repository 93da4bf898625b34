package io.v11.engine.feature.generated;

import io.v11.engine.feature.group.Decay;
import io.v11.engine.slot.StateHash;

/**
 * What of a value its exponentially weighted regression on another does not explain. Means and co-moments by the update of
 * {@link MeanStream}, the covariance with d_a (b - m_b').
 */
final class ResidualStream extends Stream {
    /** Deviations below this share of the mean are rounding. */
    private static final double ROUNDING = 1e-9;

    private final Forgetting forgetting;
    private double meanA;
    private double meanB;
    private double squaresB;
    private double products;

    ResidualStream(int windowS, int[] positions) {
        super(positions);
        forgetting = new Forgetting(windowS);
    }

    @Override
    void sample(double a, double b, long atS) {
        double factor = forgetting.onSample(atS);
        if (factor == 0.0) {
            meanA = a;
            meanB = b;
            squaresB = 0.0;
            products = 0.0;
            return;
        }
        double gapA = a - meanA;
        double gapB = b - meanB;
        meanA += gapA / forgetting.weight();
        meanB += gapB / forgetting.weight();
        squaresB = faded(squaresB * factor + gapB * (b - meanB));
        products = faded(products * factor + gapA * (b - meanB));
    }

    private static double faded(double sum) {
        return Math.abs(sum) < Decay.NOTHING ? 0.0 : sum;
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
        double deviation = Math.sqrt(squaresB / forgetting.weight());
        return deviation > ROUNDING * Math.abs(meanB)
                ? a - meanA - (b - meanB) * (products / squaresB)
                : Double.NaN;
    }

    @Override
    void reset() {
        forgetting.reset();
        meanA = 0.0;
        meanB = 0.0;
        squaresB = 0.0;
        products = 0.0;
    }

    @Override
    long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(forgetting.stateHash(start), meanA), meanB);
        return StateHash.add(StateHash.add(hash, squaresB), products);
    }
}
