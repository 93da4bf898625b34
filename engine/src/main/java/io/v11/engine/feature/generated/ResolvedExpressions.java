package io.v11.engine.feature.generated;

import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Settling;

/**
 * Expressions whose inputs have been found. Immutable by agreement, shared by all instruments; cold path.
 *
 * @param expressions in the order of the vector
 * @param positions   of the inputs of each, in the vector
 * @param features    what there is to say about each
 */
public record ResolvedExpressions(List<Expression> expressions, List<int[]> positions, List<Feature> features) {
    /** exp(-12) is left of a weighted mean's first sample. */
    static final int FADING_WINDOWS = 12;
    private static final long NS_PER_S = 1_000_000_000L;
    /** The second of the start and the one that is under way are not whole. */
    private static final int PARTIAL_SECONDS = 2;

    public ResolvedExpressions {
        expressions = List.copyOf(expressions);
        positions = List.copyOf(positions);
        features = List.copyOf(features);
    }

    static Feature describe(Expression expression, Feature first, Feature second) {
        Operator operator = expression.operator();
        if (operator.needsOneUnit() && !first.unit().equals(second.unit())) {
            throw new ConfigurationException("generated feature " + expression.name() + ": " + operator
                    + " compares features of one unit, not " + first.unit() + " with " + second.unit());
        }
        String warmUp = (expression.inputs().size() == 1 ? "its input" : "its inputs")
                + (operator.windowed() ? ", " + expression.windowS() + "s" : "");
        return new Feature(expression.name(), operator.unit(first.unit(), second.unit()),
                operator.formula(first.name(), second.name(), expression.windowS()), warmUp)
                .settles(settling(expression, first.settling(), second.settling()));
    }

    /** What the inputs need, and then what the own memory needs. */
    static Settling settling(Expression expression, Settling first, Settling second) {
        if (first.equals(Settling.UNKNOWN) || second.equals(Settling.UNKNOWN)) {
            return Settling.UNKNOWN;
        }
        long ownS = switch (expression.operator()) {
            case PRODUCT, DIFFERENCE, CONTRAST, SIGNED, AGREEMENT -> 0;
            case CHANGE -> (long) Expression.FURTHEST * expression.windowS() + PARTIAL_SECONDS;
            case MEAN, GAP, ZSCORE, RESIDUAL -> (long) FADING_WINDOWS * expression.windowS() + PARTIAL_SECONDS;
        };
        boolean fades = first.tolerance() > 0 || second.tolerance() > 0
                || ownS > 0 && expression.operator() != Operator.CHANGE;
        return new Settling(Math.max(first.timeNs(), second.timeNs()) + ownS * NS_PER_S,
                Math.max(first.events(), second.events()), fades ? Settling.FADED : 0.0);
    }
}
