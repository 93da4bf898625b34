package io.v11.training.optimisation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.v11.training.optimisation.space.Parameter;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;

/**
 * Standard test functions of optimisers, all with least value 0 but Branin, whose is 0.397887 (Surjanovic, Bingham:
 * Virtual Library of Simulation Experiments).
 */
public enum Functions {
    SPHERE(5, -4.0, 6.0, x -> {
        double sum = 0.0;
        for (double v : x) {
            sum += v * v;
        }
        return sum;
    }), ROSENBROCK(5, -2.048, 2.048, x -> {
        double sum = 0.0;
        for (int i = 0; i + 1 < x.length; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            sum += 100.0 * valley * valley + (1.0 - x[i]) * (1.0 - x[i]);
        }
        return sum;
    }), RASTRIGIN(5, -4.12, 6.12, x -> {
        double sum = 10.0 * x.length;
        for (double v : x) {
            sum += v * v - 10.0 * StrictMath.cos(2.0 * Math.PI * v);
        }
        return sum;
    }), ACKLEY(5, -25.0, 40.0, x -> {
        double squares = 0.0;
        double cosines = 0.0;
        for (double v : x) {
            squares += v * v / x.length;
            cosines += StrictMath.cos(2.0 * Math.PI * v) / x.length;
        }
        return -20.0 * StrictMath.exp(-0.2 * StrictMath.sqrt(squares)) - StrictMath.exp(cosines) + 20.0 + Math.E;
    }), BRANIN(2, 0.0, 1.0, u -> {
        double x = -5.0 + 15.0 * u[0];
        double y = 15.0 * u[1];
        double bend = y - 5.1 / (4.0 * Math.PI * Math.PI) * x * x + 5.0 / Math.PI * x - 6.0;
        return bend * bend + 10.0 * (1.0 - 1.0 / (8.0 * Math.PI)) * StrictMath.cos(x) + 10.0;
    });

    private final int size;
    private final double low;
    private final double high;
    private final ToDoubleFunction<double[]> function;

    /** Ranges are not centred on the minimum: a sampler that begins in the middle must not begin at the goal. */
    Functions(int size, double low, double high, ToDoubleFunction<double[]> function) {
        this.size = size;
        this.low = low;
        this.high = high;
        this.function = function;
    }

    public SearchSpace space() {
        return space(size, low, high);
    }

    public static SearchSpace space(int size, double low, double high) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            parameters.add(new Parameter("x" + i, Parameter.Kind.REAL, low, high, List.of()));
        }
        return new SearchSpace(parameters);
    }

    public double at(Point point) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = point.value(i);
        }
        return function.applyAsDouble(values);
    }
}
