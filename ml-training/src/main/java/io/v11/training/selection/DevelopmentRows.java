package io.v11.training.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.training.TrainingPlan;
import io.v11.training.TrainingPlan.Stretch;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.TimeSplit.Part;
import io.v11.training.data.TimeSplit.Span;

/**
 * The rows that a selection may look at: train and validation rows of the plan, or a range of one's own that keeps clear of
 * every test range of every instrument. A feature that was chosen with the test rows in view would make the test a part of the
 * training.
 *
 * @param rows ascending, labelled, their labels decided within the range
 * @param text the range in words
 */
public record DevelopmentRows(int[] rows, String text) {

    /** Train and validation rows of the plan. */
    public static DevelopmentRows ofPlan(Dataset data, TrainingPlan plan, Instruments instruments, String instrument) {
        return of(data, plan, plan.resolve(instruments), instrument, instruments,
                "train and validation ranges of the plan");
    }

    /**
     * A range of one's own.
     *
     * @param from       UTC, ISO 8601, belongs to the range
     * @param to         does not belong to it
     * @param instrument qualified name; null: all
     */
    public static DevelopmentRows ofRange(Dataset data, TrainingPlan plan, Instruments instruments, String from,
            String to, String instrument) {
        refuseTestRange(plan, instruments, from, to);
        List<Span> spans = new ArrayList<>();
        IntStream.range(0, data.rows()).map(data::instrument).distinct().sorted()
                .forEach(id -> spans.add(new Stretch(Part.TRAIN, instruments.get(id).qualifiedName(), from, to)
                        .resolve(instruments)));
        return of(data, plan, spans, instrument, instruments, from + " .. " + to);
    }

    /** Throws when the range has a moment in common with a test range of any instrument: markets move together. */
    public static void refuseTestRange(TrainingPlan plan, Instruments instruments, String from, String to) {
        for (Stretch stretch : plan.spans()) {
            Span span = stretch.resolve(instruments);
            Span range = new Stretch(Part.TRAIN, stretch.instrument(), from, to).resolve(instruments);
            if (stretch.part() == Part.TEST && span.overlaps(range)) {
                throw new ConfigurationException("the range " + from + " .. " + to + " overlaps the test range "
                        + stretch.from() + " .. " + stretch.to() + " of " + stretch.instrument()
                        + "; features may not be chosen on rows that models are tested on: end before it or begin"
                        + " behind it");
            }
        }
    }

    private static DevelopmentRows of(Dataset data, TrainingPlan plan, List<Span> spans, String instrument,
            Instruments instruments, String text) {
        TimeSplit split = TimeSplit.of(data, spans, plan.purgeNs(), plan.embargoNs());
        int[] rows = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation())).sorted()
                .filter(row -> instrument == null
                        || instruments.get(data.instrument(row)).qualifiedName().equals(instrument))
                .toArray();
        if (rows.length == 0) {
            throw new ConfigurationException("none of " + data.rows() + " rows has a label and lies in the " + text
                    + (instrument == null ? "" : " of " + instrument) + "; give --from and --to within the journals");
        }
        return new DevelopmentRows(rows, text);
    }
}
