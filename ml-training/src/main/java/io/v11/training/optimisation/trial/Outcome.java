package io.v11.training.optimisation.trial;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a trial: named measures, and the returns by period where it has any. Immutable, for any thread.
 */
public final class Outcome {
    /**
     * The measure whose variance over trials the deflated Sharpe ratio asks for: mean by deviation of {@link
     * #returns}, not annualised.
     */
    public static final String SHARPE = "sharpe";
    static final String NAME = "[A-Za-z][A-Za-z0-9_.]*";

    private final SortedMap<String, Double> measures;
    private final double[] returns;

    /**
     * @param measures by name; NaN where there is none
     * @param returns  of equal periods of the segment, the same for all trials of it; empty when there are none
     */
    public Outcome(Map<String, Double> measures, double[] returns) {
        this.measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
        this.returns = returns.clone();
        for (String name : measures.keySet()) {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException("'" + name + "' is no name of a measure: " + NAME);
            }
        }
    }

    public static Outcome of(String measure, double value) {
        return new Outcome(Map.of(measure, value), new double[0]);
    }

    /** A point that cannot be judged: it counts as a trial and is worse than every other. */
    public static Outcome failed() {
        return new Outcome(Map.of(), new double[0]);
    }

    public boolean hasFailed() {
        return measures.isEmpty();
    }

    public double measure(String name) {
        Double value = measures.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the objective gives no measure '" + name + "'; it gives "
                    + measures.keySet() + ": name one of these in goals");
        }
        return value;
    }

    /** In the order of their names. */
    public SortedMap<String, Double> measures() {
        return measures;
    }

    public double[] returns() {
        return returns.clone();
    }

    /** The measures alone: returns of thousands of trials are kept on disk. */
    public Outcome withoutReturns() {
        return returns.length == 0 ? this : new Outcome(measures, new double[0]);
    }
}
