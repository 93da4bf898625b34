package io.v11.ml.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import io.v11.ml.ModelException;

/**
 * Writes and reads {@code distribution.csv}: two lines of head, then one line per feature of an instrument. Doubles are
 * written so that reading gives back every bit; lists are parted by blanks. Reading refuses whatever it would not have
 * written, and names the line. Cold path.
 */
public final class DistributionFile {
    /** Name of the file in a model's folder. */
    public static final String NAME = "distribution.csv";

    private static final String FORMAT = "v11 distribution 1";
    private static final String COLUMNS = "instrument,feature,samples,invalid,invalidInflation,usual,unusual,"
            + "unusualInflation,blocks,psiUnit,ksUnit,edges,counts";
    private static final int COLUMN_COUNT = 13;

    private DistributionFile() {
    }

    /** The reference as text, the same for the same reference. */
    public static String text(DriftReference reference) {
        StringBuilder text = new StringBuilder(1 << 16);
        text.append(FORMAT).append(",window=").append(reference.window()).append(",spacingNs=")
                .append(reference.spacingNs()).append('\n').append(COLUMNS).append('\n');
        for (String instrument : reference.instruments()) {
            for (FeatureDistribution feature : reference.features(instrument)) {
                text.append(row(instrument, feature)).append('\n');
            }
        }
        return text.toString();
    }

    private static StringJoiner row(String instrument, FeatureDistribution feature) {
        StringJoiner edges = new StringJoiner(" ");
        for (double edge : feature.bins().edges()) {
            edges.add(Double.toString(edge));
        }
        StringJoiner counts = new StringJoiner(" ");
        for (int bin = 0; bin < feature.bins().count(); bin++) {
            counts.add(Long.toString(feature.count(bin)));
        }
        return new StringJoiner(",").add(instrument).add(feature.name())
                .add(Long.toString(feature.invalid().samples())).add(Long.toString(feature.invalid().hits()))
                .add(Double.toString(feature.invalid().inflation())).add(Double.toString(feature.usual()))
                .add(Long.toString(feature.unusual().hits())).add(Double.toString(feature.unusual().inflation()))
                .add(Integer.toString(feature.blocks())).add(Double.toString(feature.psiUnit()))
                .add(Double.toString(feature.ksUnit())).add(edges.toString()).add(counts.toString());
    }

    /** Parses text; {@code source} names it in refusals. */
    public static DriftReference parse(String source, String text) {
        String[] lines = text.split("\n", -1);
        String[] head = lines[0].split(",", -1);
        if (head.length != 3 || !head[0].equals(FORMAT) || !head[1].startsWith("window=")
                || !head[2].startsWith("spacingNs=")) {
            throw DriftReference.refusal(source + " line 1",
                    "must be '" + FORMAT + ",window=..,spacingNs=..', is '" + lines[0] + "'");
        }
        if (lines.length < 2 || !lines[1].equals(COLUMNS)) {
            throw DriftReference.refusal(source + " line 2", "must be '" + COLUMNS + "'");
        }
        if (!lines[lines.length - 1].isEmpty()) {
            throw DriftReference.refusal(source + " line " + lines.length, "the last line is cut off");
        }
        Map<String, List<FeatureDistribution>> byInstrument = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 2; i < lines.length - 1; i++) {
            Row row = new Row(source + " line " + (i + 1), lines[i].split(",", -1));
            if (!seen.add(row.text(0) + "," + row.text(1))) {
                throw DriftReference.refusal(row.where, "feature " + row.text(1) + " of " + row.text(0)
                        + " stands twice");
            }
            byInstrument.computeIfAbsent(row.text(0), instrument -> new ArrayList<>()).add(row.feature());
        }
        Row first = new Row(source + " line 1", head);
        return new DriftReference((int) first.whole(1, head[1].substring(7)),
                first.whole(2, head[2].substring(10)), byInstrument);
    }

    /** One line, cut at its commas. */
    private record Row(String where, String[] words) {
        private FeatureDistribution feature() {
            if (words.length != COLUMN_COUNT) {
                throw DriftReference.refusal(where, words.length + " columns, must be " + COLUMN_COUNT);
            }
            if (text(0).isBlank() || text(1).isBlank()) {
                throw DriftReference.refusal(where, "instrument and feature must have names");
            }
            try {
                long[] inBins = counts();
                long valid = Arrays.stream(inBins).sum();
                return new FeatureDistribution(text(1), FeatureBins.ofEdges(edges(), where), inBins, number(5),
                        (int) whole(8, words[8]), number(9), number(10),
                        new ShareReference(whole(3, words[3]), whole(2, words[2]), number(4)), new ShareReference(
                                whole(6, words[6]), inBins.length == 1 ? valid : 0, number(7)));
            } catch (ModelException e) {
                throw e.getMessage().contains(where) ? e : DriftReference.refusal(where, e.getMessage());
            }
        }

        private long[] counts() {
            String[] counts = words[12].split(" ", -1);
            long[] inBins = new long[counts.length];
            for (int i = 0; i < counts.length; i++) {
                inBins[i] = whole(12, counts[i]);
            }
            return inBins;
        }

        private double[] edges() {
            String[] edges = words[11].isEmpty() ? new String[0] : words[11].split(" ", -1);
            double[] values = new double[edges.length];
            for (int i = 0; i < edges.length; i++) {
                values[i] = decimal(11, edges[i]);
            }
            return values;
        }

        private String text(int column) {
            return column < words.length ? words[column] : "";
        }

        private double number(int column) {
            return decimal(column, words[column]);
        }

        private double decimal(int column, String word) {
            try {
                return Double.parseDouble(word);
            } catch (NumberFormatException e) {
                throw DriftReference.refusal(where, "column " + (column + 1) + " '" + word + "' is not a number");
            }
        }

        private long whole(int column, String word) {
            try {
                return Long.parseLong(word);
            } catch (NumberFormatException e) {
                throw DriftReference.refusal(where, "column " + (column + 1) + " '" + word
                        + "' is not a whole number");
            }
        }
    }
}
