package io.v11.training.selection.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.v11.training.selection.Finding;
import io.v11.training.selection.SelectionResult;
import io.v11.training.selection.importance.Judgement;

/** The result as JSON: every figure of the report at full precision, NaN as null. */
public final class JsonReport {
    private JsonReport() {
    }

    /** One object; keys in a fixed order. */
    public static String of(SelectionResult result, Subject subject) {
        return object("  ", "label", quote(subject.label()), "decisions", quote(subject.decisions()), "range",
                quote(subject.range()), "instruments", quote(subject.instruments()), "journals",
                quote(subject.journals()), "schema", quote(subject.schema()), "settings",
                quote(result.settings().toString()), "rows", number(result.rows()), "rowsUsed",
                number(result.rowsUsed()), "upShare", number(result.upShare()), "beyondChance",
                number(result.findings().size() - result.withinBand().size()), "neverValid",
                number(result.neverValid().size()), "clusters", number(result.liveClusters()), "meanJaccard",
                number(result.stability().meanJaccard()),
                "meanClusterJaccard", number(result.clusterStability().meanJaccard()), "chanceJaccard",
                number(result.chanceJaccard()), "stable", names(result.stable()), "top", names(result.top()),
                "jaccard", list(Arrays.stream(result.stability().jaccard()).map(JsonReport::numbers).toList()), "folds",
                folds(result), "features",
                list(result.ranked().stream().map(finding -> feature(finding, result)).toList())) + "\n";
    }

    private static String folds(SelectionResult result) {
        List<Judgement> judgements = result.judgements();
        StringBuilder folds = new StringBuilder("[");
        for (int i = 0; i < judgements.size(); i++) {
            Judgement j = judgements.get(i);
            folds.append(i == 0 ? "" : ", ").append(object("      ", "rows", number(result.foldRows()[i]), "judgedRows",
                    number(j.rows()), "baseLoss", number(j.baseLoss()), "allLoss", number(j.allLoss()), "allArea",
                    number(j.allArea()), "selectedLoss", number(j.selectedLoss()), "selectedArea",
                    number(j.selectedArea()), "trees", number(j.trees()), "chosen",
                    names(Arrays.stream(result.chosen().get(i)).mapToObj(result.findings()::get).toList())));
        }
        return folds.append(']').toString();
    }

    private static String feature(Finding f, SelectionResult result) {
        return object("      ", "name", quote(f.name()), "validShare", number(f.validShare()), "information",
                number(f.information()), "nullMean", number(f.nullMean()), "nullUpper", number(f.nullUpper()),
                "beyondChance", String.valueOf(f.beyond()), "jmiRank", number(f.jmiRank()), "mrmrRank",
                number(f.mrmrRank()), "frequency", number(f.frequency()), "clusterFrequency",
                number(f.clusterFrequency()), "cluster", number(f.cluster()),
                "representative", quote(result.findings().get(f.representative()).name()), "gainShare",
                number(f.gainShare()), "shapShare", number(f.shapShare()), "permutation", number(f.permutation()),
                "permutationInterval", numbers(new double[]{f.interval().low(), f.interval().high()}),
                "clusterPermutation", number(f.clusterRise()), "clusterPermutationInterval",
                numbers(new double[]{f.clusterInterval().low(), f.clusterInterval().high()}), "costNs",
                number(f.costNs()), "reasons",
                list(Reasons.of(f, result).stream().map(JsonReport::quote).toList()));
    }

    private static String object(String indent, String... keysAndValues) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            text.append(i == 0 ? "\n" : ",\n").append(indent).append(quote(keysAndValues[i])).append(": ")
                    .append(keysAndValues[i + 1]);
        }
        return text.append("\n").append(indent, 2, indent.length()).append('}').toString();
    }

    private static String names(List<Finding> findings) {
        return list(findings.stream().map(finding -> quote(finding.name())).toList());
    }

    private static String list(List<String> values) {
        return values.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String numbers(double[] values) {
        return list(Arrays.stream(values).mapToObj(JsonReport::number).toList());
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private static String number(int value) {
        return Integer.toString(value);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
