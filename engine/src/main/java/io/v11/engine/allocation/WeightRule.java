package io.v11.engine.allocation;

/** One way to weigh instruments. May leave anything in the weights when it does not allocate: {@link Allocator} cares for the rest. */
interface WeightRule {
    /**
     * @param covariance shrunk, for the horizon of a rebalance
     * @param previous   finite
     */
    AllocationOutcome weigh(ReturnWindow window, double[][] covariance, Views views, double[] previous,
            double[] weights);
}
