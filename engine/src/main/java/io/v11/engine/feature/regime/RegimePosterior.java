package io.v11.engine.feature.regime;

import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Probabilities of hidden regimes given the moves so far: Hamilton's (1989) forward filter with fixed parameters, on moves
 * standardised by the volatility of the long window before them.
 * Volatility: calm, normal and turbulent moves have deviations 1/2, 1 and 2; a regime lasts 25 moves in the mean (it stays
 * with probability 0.96, and leaves to a neighbour only). Direction: up and down moves have means +0.15 and -0.15 and
 * deviation 1; a direction lasts 50 moves in the mean. The parameters are chosen, not fitted: what is learned from them is
 * the models' business. Where the long window was flat a move tells nothing and the filter only predicts. Confined to the
 * feature thread; allocates nothing after construction.
 */
final class RegimePosterior implements Measure {
    private static final double LEAVE = 0.04;
    private static final double TURN = 0.02;
    private static final double CALM_DEVIATION = 0.5;
    private static final double TURBULENT_DEVIATION = 2.0;
    private static final double DRIFT = 0.15;
    /** Larger moves count as that large: one crash must not decide the direction for days, nor underflow. */
    private static final double MOVE_LIMIT = 6.0;
    private static final double DIRECTION_LIMIT = 3.0;
    /** Moves after which 0.96^n has faded to 1e-5. */
    private static final int FADED_MOVES = 300;

    private final Scale scale;
    private final VolatilityLevels levels;
    private double calm;
    private double turbulent;
    private double up;
    private long count;

    RegimePosterior(Scale scale, VolatilityLevels levels) {
        this.scale = scale;
        this.levels = levels;
        reset();
    }

    @Override
    public List<Feature> outputs() {
        String z = ", moves divided by RV over " + scale.longWindow() + " moves before";
        String volatility = "Hamilton's filter: deviations 0.5, 1, 2, regimes of 25 moves" + z;
        return List.of(output("p_calm", "P(calm), " + volatility),
                output("p_turbulent", "P(turbulent), " + volatility),
                output("p_up", "P(up), Hamilton's filter: means +-0.15, directions of 50 moves" + z));
    }

    private Feature output(String name, String formula) {
        return scale.fading(scale.length().prefix() + "_" + name, "probability", formula, scale.warmMoves(),
                scale.longWindow() + FADED_MOVES, "Hamilton 1989");
    }

    @Override
    public void onMove(BarMoves moves) {
        double variance = levels.longVarianceBefore();
        if (variance != variance) {
            return;
        }
        count++;
        double normal = 1.0 - calm - turbulent;
        double calmNext = calm * (1.0 - LEAVE) + normal * (0.5 * LEAVE);
        double turbulentNext = turbulent * (1.0 - LEAVE) + normal * (0.5 * LEAVE);
        double normalNext = normal * (1.0 - LEAVE) + (calm + turbulent) * LEAVE;
        double upNext = up * (1.0 - TURN) + (1.0 - up) * TURN;
        if (variance > 0.0) {
            double z = moves.move / Math.sqrt(variance);
            calmNext *= density(z, CALM_DEVIATION);
            normalNext *= density(z, 1.0);
            turbulentNext *= density(z, TURBULENT_DEVIATION);
            double capped = Math.clamp(z, -DIRECTION_LIMIT, DIRECTION_LIMIT);
            upNext /= upNext + (1.0 - upNext) * StrictMath.exp(-2.0 * DRIFT * capped);
        }
        double all = calmNext + normalNext + turbulentNext;
        calm = calmNext / all;
        turbulent = turbulentNext / all;
        up = upNext;
    }

    /** Of a normal distribution, but for a factor that all regimes share. */
    private static double density(double z, double deviation) {
        double scaled = Math.clamp(z, -MOVE_LIMIT, MOVE_LIMIT) / deviation;
        return StrictMath.exp(-0.5 * scaled * scaled) / deviation;
    }

    @Override
    public void write(FeatureVector held, int first) {
        boolean warm = count >= scale.window();
        Output.set(held, first, warm, calm);
        Output.set(held, first + 1, warm, turbulent);
        Output.set(held, first + 2, warm, up);
    }

    /** What the chains settle to when nothing is seen. */
    @Override
    public void reset() {
        calm = 0.25;
        turbulent = 0.25;
        up = 0.5;
        count = 0L;
    }

    @Override
    public long stateHash(long start) {
        long hash = StateHash.add(start, calm);
        hash = StateHash.add(hash, turbulent);
        hash = StateHash.add(hash, up);
        return StateHash.add(hash, count);
    }
}
