package io.v11.training.generation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.agrona.concurrent.NanoClock;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.ExpressionList;
import io.v11.engine.feature.generated.GeneratedFeatures;
import io.v11.engine.feature.generated.Operator;
import io.v11.engine.feature.group.Feature;
import io.v11.ml.FeatureVector;

/**
 * What one expression of each operator costs on the dearest kind of event: the first of a second, which is sampled, and a
 * decision, on which the value is written. Most events are neither.
 *
 * @param ns of each operator
 */
public record OperatorCosts(Map<Operator, Double> ns) {
    private static final int COPIES = 32;
    private static final int EVENTS = 4000;
    private static final int ROUNDS = 15;
    private static final int WARM_ROUNDS = 10;
    private static final int WINDOW_S = 60;
    private static final long NS_PER_S = 1_000_000_000L;

    public OperatorCosts {
        ns = new EnumMap<>(ns);
        for (Operator operator : Operator.values()) {
            double cost = ns.getOrDefault(operator, Double.NaN);
            if (!(cost > 0.0) || Double.isInfinite(cost)) {
                throw new ConfigurationException("generation: the cost of " + operator + " must be above 0 ns, is "
                        + cost);
            }
        }
    }

    /** Measures on this machine: a warm loop over {@value #COPIES} copies of each, the median of {@value #ROUNDS} rounds. */
    public static OperatorCosts measure(NanoClock clock) {
        Map<Operator, Double> costs = new EnumMap<>(Operator.class);
        for (int round = 0; round < 2; round++) {
            // All operators are warm before the one that counts: the engine mixes them too.
            for (Operator operator : Operator.values()) {
                costs.put(operator, measure(operator, clock));
            }
        }
        return new OperatorCosts(costs);
    }

    public double of(Expression expression) {
        return ns.get(expression.operator());
    }

    private static double measure(Operator operator, NanoClock clock) {
        List<Feature> inputs = IntStream.range(0, COPIES + 1)
                .mapToObj(i -> new Feature("f" + i, "ratio", "input " + i, "at once")).toList();
        List<Expression> expressions = IntStream.range(0, COPIES)
                .mapToObj(i -> new Expression(operator,
                        operator.inputs() == 1 ? List.of("f" + i) : List.of("f" + i, "f" + (i + 1)),
                        operator.windowed() ? WINDOW_S : 0))
                .toList();
        GeneratedFeatures group = new GeneratedFeatures(new ExpressionList(expressions).resolve(inputs));
        FeatureVector vector = new FeatureVector(inputs.size() + COPIES);
        double[] rounds = new double[ROUNDS];
        long second = 0;
        double sum = 0.0;
        for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
            long begun = clock.nanoTime();
            for (int event = 0; event < EVENTS; event++) {
                second++;
                int changed = event % inputs.size();
                vector.set(changed, (event * 7919 % 1009 - 504) * 1e-3);
                group.at(second * NS_PER_S);
                group.sample(vector);
                group.write(vector, inputs.size());
                sum += vector.value(inputs.size() + event % COPIES);
            }
            if (round >= 0) {
                rounds[round] = (clock.nanoTime() - begun) / (double) (EVENTS * COPIES);
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException(operator + " gave a value that is no number");
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
