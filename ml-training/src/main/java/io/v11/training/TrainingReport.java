package io.v11.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Interval;
import io.v11.training.publish.ModelPublisher;
import io.v11.training.trainer.TrainedModel;

/**
 * How a training run ended.
 *
 * @param rows     decisions in the journals
 * @param families one for each family, in the order of training
 * @param forecast their stack on the train rows that the members forecast out of fold; its weights were fitted there
 * @param validated their stack on the validation rows
 * @param together their stack on the test rows
 */
public record TrainingReport(int rows, List<Result> families, List<Evaluation> forecast, List<Evaluation> validated,
        List<Evaluation> together) {
    private static final String COLUMNS = "%-10s %-14s %7s %6s %6s  %5s %5s %5s  %-13s %-15s %5s %5s %-15s  %5s %5s  %5s %6s %6s %5s";

    /**
     * One family.
     *
     * @param id         name/version
     * @param outcome    what publishing did
     * @param forecast   on train rows, out of fold
     * @param validation on the rows that chose it
     * @param test       on rows that had no say; all instruments first
     * @param seconds    that fitting took, folds and calibration included
     */
    public record Result(String id, TrainedModel trained, ModelPublisher.Outcome outcome, List<Evaluation> forecast,
            List<Evaluation> validation,
            List<Evaluation> test, double seconds) {
    }

    /** The table of the test rows: majority class, best one-feature rule and model side by side, accuracies in percent. */
    public List<String> table() {
        return table(Result::test, together);
    }

    /** The same of train rows forecast out of fold. */
    public List<String> forecastTable() {
        return table(Result::forecast, forecast);
    }

    /** The same of the validation rows, which chose; what changes are judged by, so that the test rows need not be. */
    public List<String> validationTable() {
        return table(Result::validation, validated);
    }

    private List<String> table(Function<Result, List<Evaluation>> part, List<Evaluation> stack) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, COLUMNS, "model", "instrument", "rows", "moves", "cover", "major", "rule",
                "model", "95 %", "lead over rule", "r/mov", "m/mov", "lead by move", "half", "quart", "AUC", "logls",
                "Brier", "ECE"));
        for (Result result : families) {
            add(lines, result.id(), part.apply(result));
        }
        add(lines, "stack", stack);
        return lines;
    }

    /** The rules that the models had to beat, one line for each group. */
    public List<String> rules() {
        List<String> lines = new ArrayList<>();
        for (Evaluation evaluation : together) {
            lines.add(
                    String.format(Locale.ROOT, "%-14s best one-feature rule, chosen on train rows: %s (%.1f %% there)",
                            evaluation.group(), evaluation.rule().describe(), 100.0 * evaluation.rule().accuracy()));
        }
        return lines;
    }

    /** The same table of any evaluations. */
    static void add(List<String> lines, String model, List<Evaluation> evaluations) {
        for (Evaluation e : evaluations) {
            lines.add(String.format(Locale.ROOT, COLUMNS, model, e.group(), e.rows(), e.moves(), percent(e.coverage()),
                    percent(e.majority()), percent(e.ruleAccuracy()), percent(e.accuracy()),
                    range(e.accuracyInterval()),
                    lead(e.lead(), e.leadInterval()),
                    percent(e.ruleMoveAccuracy()), percent(e.moveAccuracy()),
                    lead(e.moveLead(), e.moveLeadInterval()), percent(e.halfAccuracy()),
                    percent(e.quarterAccuracy()), decimal(e.areaUnderCurve()), decimal(e.logLoss()), decimal(e.brier()),
                    decimal(e.calibrationError())));
        }
    }

    private static String lead(double lead, Interval interval) {
        return String.format(Locale.ROOT, "%+.1f %s", 100.0 * lead, range(interval));
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * fraction);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String range(Interval interval) {
        return Double.isNaN(interval.low())
                ? "[too few]"
                : "[" + percent(interval.low()) + " " + percent(interval.high()) + "]";
    }
}
