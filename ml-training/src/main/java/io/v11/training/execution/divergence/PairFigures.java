package io.v11.training.execution.divergence;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.v11.config.FixedPoint;

/**
 * How alike the pairs of two runs, or of one instrument of them, are.
 *
 * @param name              of the group
 * @param matched           decisions that both runs took
 * @param liveOnly          decisions that only the live run took
 * @param simOnly           decisions that only the simulation took
 * @param bothFilled        pairs filled in both, at least in part
 * @param missing           orders filled live and not in the simulation, paired or not
 * @param extra             orders filled in the simulation and not live
 * @param liveQuantity      base units filled live
 * @param simQuantity       base units filled in the simulation
 * @param quantityPairs     pairs filled in both with different quantities
 * @param pricePairs        pairs filled in both at different mean prices
 * @param meanPriceBps      mean price difference of pairs filled in both, positive: the simulation pays more; NaN without any
 * @param absolutePriceBps  mean of its magnitude; NaN without any
 * @param liveDelayMs       median from decision to first fill, live; NaN without any
 * @param simDelayMs        the same in the simulation
 * @param delayDifferenceMs median of the simulation's less the live one's
 */
public record PairFigures(String name, long matched, long liveOnly, long simOnly, long bothFilled, long missing,
        long extra, double liveQuantity, double simQuantity, long quantityPairs, long pricePairs, double meanPriceBps,
        double absolutePriceBps, double liveDelayMs, double simDelayMs, double delayDifferenceMs) {

    static PairFigures of(String name, List<OrderPair> pairs) {
        List<OrderPair> both = pairs.stream().filter(OrderPair::bothFilled).toList();
        return new PairFigures(name, pairs.stream().filter(OrderPair::matched).count(),
                pairs.stream().filter(pair -> pair.sim() == null).count(),
                pairs.stream().filter(pair -> pair.live() == null).count(), both.size(),
                pairs.stream().filter(OrderPair::missing).count(), pairs.stream().filter(OrderPair::extra).count(),
                FixedPoint.toDouble(pairs.stream().mapToLong(pair -> pair.live() == null ? 0 : pair.live().filledE8())
                        .sum()),
                FixedPoint.toDouble(
                        pairs.stream().mapToLong(pair -> pair.sim() == null ? 0 : pair.sim().filledE8()).sum()),
                both.stream().filter(pair -> pair.live().filledE8() != pair.sim().filledE8()).count(),
                both.stream().filter(pair -> pair.priceDifferenceBps() != 0.0).count(),
                mean(both, OrderPair::priceDifferenceBps),
                mean(both, pair -> Math.abs(pair.priceDifferenceBps())),
                median(both, pair -> OrderPair.delayMs(pair.live())),
                median(both, pair -> OrderPair.delayMs(pair.sim())), median(both, OrderPair::delayDifferenceMs));
    }

    /** Orders filled in one run only, of all that were filled in any; 0 when none was. */
    public double unmatchedShare() {
        long filled = bothFilled + missing + extra;
        return filled == 0 ? 0.0 : (missing + extra) / (double) filled;
    }

    private static double mean(List<OrderPair> pairs, ToDoubleFunction<OrderPair> value) {
        double sum = 0.0;
        for (OrderPair pair : pairs) {
            sum += value.applyAsDouble(pair);
        }
        return pairs.isEmpty() ? Double.NaN : sum / pairs.size();
    }

    private static double median(List<OrderPair> pairs, ToDoubleFunction<OrderPair> value) {
        double[] sorted = pairs.stream().mapToDouble(value).toArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2.0;
    }
}
