package io.v11.training.execution.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.v11.config.VenueSettings;
import io.v11.config.VenueSettings.Queue.Model;
import io.v11.engine.replay.RunHeader;
import io.v11.training.backtest.reading.ReadingSettings;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.execution.order.OrderReading;
import io.v11.training.execution.order.SentOrder;

/**
 * The venue's queue models by their likelihood on own resting orders, the likeliest first; models that cannot be told apart keep the
 * order of the enumeration.
 *
 * @param orders judged
 * @param filled of them
 * @param scores by likelihood; empty without a resting order
 */
public record QueueCalibration(long orders, long filled, List<QueueScore> scores) {
    private static final double[] EXPONENTS = {1.0, 3.0};
    private static final long NS_PER_US = 1_000L;

    static QueueCalibration of(List<OrderReading> runs) {
        List<QueueTrial> trials = trials();
        long orders = 0;
        long filled = 0;
        for (OrderReading run : runs) {
            List<SentOrder> resting = run.orders().stream().filter(QueueCalibration::known).toList();
            orders += resting.size();
            filled += resting.stream().filter(order -> !order.fills().isEmpty()).count();
            if (!resting.isEmpty()) {
                VenueSettings venue = RunHeader.read(run.run().folder()).configuration().profile().venue();
                RunReading.of(run.run().folder(), ReadingSettings.USUAL,
                        new QueueWatch(resting, trials, venue.orderLatency().us() * NS_PER_US,
                                venue.reportLatency().us() * NS_PER_US));
            }
        }
        return new QueueCalibration(orders, filled,
                orders == 0
                        ? List.of()
                        : trials.stream().map(QueueTrial::score)
                                .sorted(Comparator.comparingDouble(score -> -score.logLikelihood())).toList());
    }

    private static List<QueueTrial> trials() {
        List<QueueTrial> trials = new ArrayList<>();
        for (Model model : Model.values()) {
            if (model == Model.POWER || model == Model.POWER2 || model == Model.POWER3) {
                for (double exponent : EXPONENTS) {
                    trials.add(new QueueTrial(model, exponent));
                }
            } else {
                trials.add(new QueueTrial(model, 1.0));
            }
        }
        return trials;
    }

    private static boolean known(SentOrder order) {
        return order.rests() && FillCalibration.rested(order)
                && (!order.fills().isEmpty() || order.endNs() != SentOrder.WORKING);
    }
}
