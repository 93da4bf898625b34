package io.v11.training.execution.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.v11.training.execution.TcaSettings;
import io.v11.training.execution.order.OrderReading;

/**
 * Execution models fitted on the orders of runs over the same instruments.
 *
 * @param runs     read
 * @param fill     of resting orders
 * @param queue    models of the simulated venue, by likelihood
 * @param slippage of taking orders
 * @param notes    what limits the figures
 */
public record CalibrationReport(List<OrderReading> runs, FillCalibration fill, QueueCalibration queue,
        SlippageCalibration slippage,
        List<String> notes) {

    /** @throws IllegalArgumentException when runs have different instruments */
    public static CalibrationReport of(List<Path> folders) {
        TcaSettings settings = TcaSettings.usual();
        List<OrderReading> runs = new ArrayList<>();
        for (Path folder : folders) {
            OrderReading run = OrderReading.of(folder, settings.horizonsNs(), settings.opportunityNs());
            if (!runs.isEmpty() && !names(runs.getFirst()).equals(names(run))) {
                throw new IllegalArgumentException(
                        "the runs have different instruments: " + folders.getFirst() + " has "
                                + names(runs.getFirst()) + ", " + folder + " has " + names(run)
                                + "; calibrate on runs of one instruments.yaml");
            }
            runs.add(run);
        }
        return new CalibrationReport(List.copyOf(runs), FillCalibration.of(runs), QueueCalibration.of(runs),
                SlippageCalibration.of(runs),
                notes(runs));
    }

    private static List<String> notes(List<OrderReading> runs) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "A simulated venue teaches its own rules: from such a run the models say how the simulation fills, not how"
                        + " the market does.");
        notes.add("Slippage is known of orders that were filled; those that missed are not in it.");
        if (runs.stream().anyMatch(run -> !run.run().derived())) {
            notes.add("A run without a derived log tells no orders, so it teaches nothing.");
        }
        if (runs.stream().anyMatch(run -> Arrays.stream(run.barNs()).anyMatch(bar -> bar > 0))) {
            notes.add("Instruments that have bars and no quotes show no book: their orders are left out.");
        }
        return List.copyOf(notes);
    }

    private static List<String> names(OrderReading run) {
        return run.run().instruments().stream().map(data -> data.name()).toList();
    }
}
