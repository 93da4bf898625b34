package io.v11.training.optimisation.sampler;

import java.util.Arrays;
import java.util.Random;

import org.hipparchus.special.Erf;

import io.v11.training.optimisation.space.Parameter;

/**
 * Density of the values of one parameter on [0, 1]. Numbers: equal parts of normal densities about the values and of
 * a wide one about 1/2 with deviation 1, the prior, each cut off at the ends. Deviation: the greater distance to the
 * two neighbours (Bergstra 2011, section 4.1), at least 1 / min(100, n + 2) and at most 1 (as hyperopt has it). A
 * whole number has the mass of its stretch; where there are more than 100 of them, stretches are narrower than any
 * deviation and the density in the middle does. Choices: counts and one for the prior, spread evenly. Confined to one
 * thread.
 */
final class Parzen {
    private static final double ROOT_TWO = StrictMath.sqrt(2.0);
    private static final double LEAST_KERNELS = 100.0;
    private static final int DRAWS_MAX = 100;

    private final Parameter parameter;
    private final double[] centres;
    private final double[] deviations;
    private final double[] masses;
    private final double[] chances;
    private final double[] known;

    /** @param values of the parameter */
    Parzen(Parameter parameter, double[] values) {
        this.parameter = parameter;
        known = parameter.levels() <= LEAST_KERNELS ? new double[parameter.levels()] : new double[0];
        Arrays.fill(known, Double.NaN);
        chances = parameter.kind() == Parameter.Kind.CHOICE ? chances(parameter.levels(), values) : null;
        centres = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            centres[i] = parameter.unit(values[i]);
        }
        centres[values.length] = 0.5;
        Arrays.sort(centres);
        int prior = Arrays.binarySearch(centres, 0.5);
        deviations = deviations(centres);
        deviations[prior] = 1.0;
        masses = new double[centres.length];
        for (int i = 0; i < masses.length; i++) {
            masses[i] = normal((1.0 - centres[i]) / deviations[i]) - normal(-centres[i] / deviations[i]);
        }
    }

    private static double[] chances(int levels, double[] values) {
        double[] chances = new double[levels];
        Arrays.fill(chances, 1.0 / levels / (values.length + 1.0));
        for (double value : values) {
            chances[(int) value] += 1.0 / (values.length + 1.0);
        }
        return chances;
    }

    private static double[] deviations(double[] sorted) {
        double[] deviations = new double[sorted.length];
        double least = 1.0 / Math.min(LEAST_KERNELS, sorted.length + 1.0);
        for (int i = 0; i < sorted.length; i++) {
            double left = i == 0 ? sorted[i] : sorted[i] - sorted[i - 1];
            double right = i == sorted.length - 1 ? 1.0 - sorted[i] : sorted[i + 1] - sorted[i];
            deviations[i] = Math.clamp(Math.max(left, right), least, 1.0);
        }
        return deviations;
    }

    double draw(Random random) {
        if (chances != null) {
            return drawChoice(random.nextDouble());
        }
        int kernel = random.nextInt(centres.length);
        for (int i = 0; i < DRAWS_MAX; i++) {
            double drawn = centres[kernel] + deviations[kernel] * random.nextGaussian();
            if (drawn >= 0.0 && drawn <= 1.0) {
                return drawn;
            }
        }
        return centres[kernel];
    }

    private double drawChoice(double uniform) {
        double sum = 0.0;
        for (int i = 0; i < chances.length; i++) {
            sum += chances[i];
            if (uniform < sum) {
                return parameter.unit(i);
            }
        }
        return parameter.unit(chances.length - 1.0);
    }

    /**
     * At a place of [0, 1]; of countable values that of the stretch, divided by its length or not: ratios are the
     * same.
     */
    double logDensity(double unit) {
        if (chances != null) {
            return StrictMath.log(chances[(int) parameter.value(unit)]);
        }
        if (known.length > 0) {
            int level = (int) (parameter.value(unit) - parameter.low());
            if (Double.isNaN(known[level])) {
                known[level] = logMass(parameter.value(unit));
            }
            return known[level];
        }
        double at = parameter.unit(parameter.value(unit));
        double sum = 0.0;
        for (int i = 0; i < centres.length; i++) {
            double z = (at - centres[i]) / deviations[i];
            sum += StrictMath.exp(-0.5 * z * z) / (deviations[i] * masses[i]);
        }
        return StrictMath.log(Math.max(sum, Double.MIN_NORMAL));
    }

    private double logMass(double value) {
        double begin = parameter.begin(value);
        double end = parameter.begin(value + 1.0);
        double sum = 0.0;
        for (int i = 0; i < centres.length; i++) {
            sum += (normal((end - centres[i]) / deviations[i]) - normal((begin - centres[i]) / deviations[i]))
                    / masses[i];
        }
        return StrictMath.log(Math.max(sum, Double.MIN_NORMAL));
    }

    private static double normal(double z) {
        return 0.5 * Erf.erfc(-z / ROOT_TWO);
    }
}
