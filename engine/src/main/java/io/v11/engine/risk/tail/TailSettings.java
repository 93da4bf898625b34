package io.v11.engine.risk.tail;

/**
 * What the tail measures need to know.
 *
 * @param instruments  how many, at most {@link #INSTRUMENTS_MAX}
 * @param scenarios    how many past bars are kept, at most {@link #SCENARIOS_MAX}
 * @param scenariosMin bars before anything is stated: until then {@link LiveTailRisk#ready()} is false
 * @param confidence   such as 0.975: the tail holds the worst 1 - confidence of the scenarios; 0.9 up to but not 1
 * @param decay        weight of the past in the covariance at each bar (RiskMetrics' lambda), such as 0.97; above 0, below 1
 * @param horizonBars  bars that a position is held: losses grow with its square root (independent bars assumed)
 */
public record TailSettings(int instruments, int scenarios, int scenariosMin, double confidence, double decay,
        int horizonBars) {
    public static final int INSTRUMENTS_MAX = 64;
    public static final int SCENARIOS_MAX = 500;
    private static final double CONFIDENCE_MIN = 0.9;

    public TailSettings {
        require(instruments >= 1 && instruments <= INSTRUMENTS_MAX, "instruments", instruments, "1 to 64");
        require(scenarios >= 2 && scenarios <= SCENARIOS_MAX, "scenarios", scenarios, "2 to 500");
        require(scenariosMin >= 2 && scenariosMin <= scenarios, "scenariosMin", scenariosMin, "2 to scenarios");
        require(confidence >= CONFIDENCE_MIN && confidence < 1.0, "confidence", confidence, "0.9 to below 1");
        require(decay > 0.0 && decay < 1.0, "decay", decay, "between 0 and 1");
        require(horizonBars >= 1, "horizonBars", horizonBars, "at least 1");
    }

    private static void require(boolean holds, String name, double value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("tail risk: " + name + "=" + value + " is outside of what is allowed: "
                    + allowed);
        }
    }
}
