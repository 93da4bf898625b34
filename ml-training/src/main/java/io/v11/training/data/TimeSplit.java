package io.v11.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;

/**
 * Which rows train, which choose, which are reported. Parts are stretches of time, never random rows: neighbours in time
 * share a label, and a random split would test on what was learnt.
 *
 * <p>Two guards at every boundary (López de Prado, Advances in Financial Machine Learning, ch. 7). Purge: a row is dropped
 * when its label ends less than {@code purgeNs} before the end of its part, so no label looks into the next part. Embargo:
 * the first {@code embargoNs} of validation and test are dropped, so that their features, which look back, do not see the
 * stretch that decided the last training labels. And no row of any instrument trains or chooses inside a test range of any
 * instrument: markets move together.
 */
public final class TimeSplit {
    private final int[] train;
    private final int[] validation;
    private final int[] test;
    private final int purged;
    private final int embargoed;

    private TimeSplit(int[] train, int[] validation, int[] test, int purged, int embargoed) {
        this.train = train;
        this.validation = validation;
        this.test = test;
        this.purged = purged;
        this.embargoed = embargoed;
    }

    /** One stretch of one instrument; {@code from} belongs to it, {@code to} does not. ns since the epoch. */
    public record Span(Part part, int instrument, long fromNs, long toNs) {
        public Span {
            if (toNs <= fromNs) {
                throw new ConfigurationException(
                        part + " of instrument " + instrument + " ends before it begins: " + fromNs + " .. " + toNs);
            }
        }

        /** The two have a moment in common, whatever their instruments. */
        public boolean overlaps(Span other) {
            return fromNs < other.toNs && other.fromNs < toNs;
        }

        /** The row lies in the stretch. */
        public boolean holds(int ofInstrument, long timeNs) {
            return instrument == ofInstrument && timeNs >= fromNs && timeNs < toNs;
        }
    }

    /** What rows are for. */
    public enum Part {
        /** Parameters are fitted on these. */
        TRAIN,
        /** Hyperparameters and the moment to stop are chosen on these. */
        VALIDATION,
        /** Reported once, never used for a choice. */
        TEST
    }

    /** Assigns the labelled rows; rows outside every span belong to no part. */
    public static TimeSplit of(Dataset data, List<Span> spans, long purgeNs, long embargoNs) {
        checkApart(spans);
        Rows[] parts = {new Rows(), new Rows(), new Rows()};
        int purged = 0;
        int embargoed = 0;
        for (int row = 0; row < data.rows(); row++) {
            Span span = data.labelled(row) ? find(spans, data.instrument(row), data.eventTimeNs(row)) : null;
            if (span == null) {
                continue;
            }
            if (data.labelEndNs(row) + purgeNs >= span.toNs) {
                purged++;
            } else if (span.part != Part.TRAIN && data.eventTimeNs(row) < span.fromNs + embargoNs) {
                embargoed++;
            } else {
                parts[span.part.ordinal()].add(row);
            }
        }
        return new TimeSplit(parts[0].toArray(), parts[1].toArray(), parts[2].toArray(), purged, embargoed);
    }

    /** Parts that were cut elsewhere, such as the folds of a selection. Row numbers ascending, no row in two parts. */
    public static TimeSplit of(int[] train, int[] validation, int[] test) {
        return new TimeSplit(train, validation, test, 0, 0);
    }

    /**
     * The same parts over {@link Dataset#mirrored} rows: train and validation rows both ways, test rows as they are.
     *
     * @param data the rows before they were mirrored
     */
    public TimeSplit mirrored(Dataset data) {
        return new TimeSplit(bothWays(train, data.rows()), bothWays(validation, data.rows()), test, purged, embargoed);
    }

    private static int[] bothWays(int[] rows, int count) {
        return IntStream.concat(Arrays.stream(rows), Arrays.stream(rows).map(row -> row + count)).toArray();
    }

    /** Row numbers, ascending. The array is the caller's to read, not to write. */
    public int[] train() {
        return train;
    }

    /** Row numbers, ascending. */
    public int[] validation() {
        return validation;
    }

    /** Row numbers, ascending. Only the final report may ask for these. */
    public int[] test() {
        return test;
    }

    /** Rows dropped because their label ends beyond their part. */
    public int purged() {
        return purged;
    }

    /** Rows dropped at the start of validation and test. */
    public int embargoed() {
        return embargoed;
    }

    private static Span find(List<Span> spans, int instrument, long timeNs) {
        for (Span span : spans) {
            if (span.holds(instrument, timeNs)) {
                return span;
            }
        }
        return null;
    }

    private static void checkApart(List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (int j = i + 1; j < spans.size(); j++) {
                Span a = spans.get(i);
                Span b = spans.get(j);
                boolean sameRows = a.instrument == b.instrument;
                boolean testAgainstOther = (a.part == Part.TEST) != (b.part == Part.TEST);
                if (a.overlaps(b) && (sameRows || testAgainstOther)) {
                    throw new ConfigurationException("time ranges overlap: " + a + " and " + b
                            + "; parts must lie apart, and a test range from every training range of every instrument");
                }
            }
        }
    }

    /** Growing list of row numbers. */
    private static final class Rows {
        private int[] rows = new int[1024];
        private int count;

        private void add(int row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
        }

        private int[] toArray() {
            return Arrays.copyOf(rows, count);
        }
    }
}
