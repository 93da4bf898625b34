package io.v11.engine.feature.bar.trend;

import java.util.List;

import io.v11.engine.feature.bar.Indicator;

/** The indicators of trend, as a bar length has all or few of them. Stateless; cold. */
public final class TrendIndicators {
    private TrendIndicators() {
    }

    /** Fresh ones, for bars of a second. */
    public static List<Indicator> few() {
        return List.of(AverageTrend.exponential(20), new Convergence(), new DirectionalMovement());
    }

    /** Fresh ones, for longer bars. */
    public static List<Indicator> full() {
        return List.of(AverageTrend.simple(20), AverageTrend.exponential(20), AverageTrend.doubleExponential(20),
                AverageTrend.tripleExponential(20), AverageTrend.adaptive(10), AverageTrend.hull(16),
                new AverageCross(), new Convergence(), new Trix(), new DirectionalMovement(), new Aroon(),
                new Ichimoku(), new ParabolicStop(), new SuperTrend(), new Vortex(), new ElderRay());
    }
}
