package io.v11.training.execution.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.v11.training.execution.order.OrderReading;

/**
 * The slippage model and what it is worth on orders that it has not seen. R2 is against the learning rows' mean,
 * {@code 1 - sum (y - f)^2 / sum (y - mean)^2}; mean absolute errors are against their median. The half spread alone, which costs
 * nothing to know, is the bar that a model must pass.
 *
 * @param missing        why there is no model; empty when there is one, and then all else is set
 * @param learning       orders
 * @param judging        orders
 * @param inputs         slopes of the standardised inputs, basis points
 * @param meanBps        cost of the learning orders
 * @param r2             of the model, on the judged orders
 * @param spreadR2       of the half spread alone there
 * @param errorBps       mean absolute error of the model there
 * @param constantBps    of the constant
 * @param spreadBps      of the half spread alone
 */
public record SlippageCalibration(String missing, long learning, long judging, List<FillCalibration.Input> inputs,
        double meanBps, double r2, double spreadR2, double errorBps, double constantBps, double spreadBps) {
    /** Orders that are needed to learn; a third of it to judge. */
    static final int LEAST = 60;

    static SlippageCalibration of(List<OrderReading> runs) {
        TimeSplit split = TimeSplit.of(TimeSplit.orders(runs, TakenOrder::usable));
        TakenOrder learning = TakenOrder.of(split.learning());
        TakenOrder judging = TakenOrder.of(split.judging());
        if (learning.rows() < LEAST || judging.rows() < LEAST / 3) {
            String missing = String.format(Locale.ROOT,
                    "Too few taking orders with a book: %d learning and %d judging, needed are %d and %d. Give longer"
                            + " runs, or several.",
                    learning.rows(), judging.rows(), LEAST, LEAST / 3);
            return new SlippageCalibration(missing, learning.rows(), judging.rows(), List.of(), Double.NaN, Double.NaN,
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return judged(SlippageModel.fit(learning), learning, judging);
    }

    public boolean fitted() {
        return missing.isEmpty();
    }

    private static SlippageCalibration judged(SlippageModel model, TakenOrder learning, TakenOrder judging) {
        double[] costs = judging.costBps();
        double[] said = model.costsBps(judging);
        double[] spread = judging.inputs()[0];
        double[] mean = new double[costs.length];
        Arrays.fill(mean, model.intercept());
        double[] sorted = learning.costBps().clone();
        Arrays.sort(sorted);
        double[] median = new double[costs.length];
        Arrays.fill(median, sorted[sorted.length / 2]);
        List<FillCalibration.Input> inputs = new ArrayList<>();
        for (int i = 0; i < model.slopes().length; i++) {
            inputs.add(new FillCalibration.Input(TakenOrder.NAMES.get(i), model.standard().means()[i],
                    model.standard().deviations()[i], model.slopes()[i]));
        }
        return new SlippageCalibration("", learning.rows(), judging.rows(), List.copyOf(inputs), model.intercept(),
                1.0 - squares(costs, said) / squares(costs, mean), 1.0 - squares(costs, spread) / squares(costs, mean),
                absolute(costs, said), absolute(costs, median), absolute(costs, spread));
    }

    private static double squares(double[] costs, double[] said) {
        double sum = 0.0;
        for (int i = 0; i < costs.length; i++) {
            sum += (costs[i] - said[i]) * (costs[i] - said[i]);
        }
        return sum;
    }

    private static double absolute(double[] costs, double[] said) {
        double sum = 0.0;
        for (int i = 0; i < costs.length; i++) {
            sum += Math.abs(costs[i] - said[i]);
        }
        return sum / costs.length;
    }
}
