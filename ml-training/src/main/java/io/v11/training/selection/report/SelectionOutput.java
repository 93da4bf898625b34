package io.v11.training.selection.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.v11.training.data.FeatureSelection;
import io.v11.training.data.FeatureSelection.Note;
import io.v11.training.selection.Finding;
import io.v11.training.selection.SelectionResult;

/** Everything that a selection leaves behind in its folder, and the lines it prints. */
public final class SelectionOutput {
    public static final String HTML = "selection.html";
    public static final String JSON = "selection.json";
    public static final String SELECTION = "selection.yaml";

    private SelectionOutput() {
    }

    /** Writes report, JSON and selection file; without a stable feature there is none, and an old one is taken away. */
    public static void write(SelectionResult result, Subject subject, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(HTML), HtmlReport.of(result, subject));
            Files.writeString(folder.resolve(JSON), JsonReport.of(result, subject));
            if (result.stable().isEmpty()) {
                Files.deleteIfExists(folder.resolve(SELECTION));
            } else {
                selection(result, subject).write(folder.resolve(SELECTION));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the selection into " + folder, e);
        }
    }

    /** The stable features, the most wanted first, and where they come from. */
    public static FeatureSelection selection(SelectionResult result, Subject subject) {
        return new FeatureSelection(result.stable().stream().map(Finding::name).toList(), List.of(
                new Note("source", "v11 features select"), new Note("label", subject.label()),
                new Note("decisions", subject.decisions()), new Note("range", subject.range()),
                new Note("instruments", subject.instruments()), new Note("journals", subject.journals()),
                new Note("schema", subject.schema()), new Note("settings", result.settings().toString()),
                new Note("jaccard", String.format(Locale.ROOT, "%.3f", result.clusterStability().meanJaccard()))));
    }

    /** Verdict and top list for a terminal. */
    public static List<String> lines(SelectionResult result, Subject subject) {
        List<String> lines = new ArrayList<>(Verdict.of(result, subject));
        lines.add("");
        int place = 0;
        for (Finding finding : result.top()) {
            lines.add(String.format(Locale.ROOT, "%2d  %-28s %s", ++place, finding.name(),
                    String.join("; ", Reasons.of(finding, result))));
        }
        List<Finding> chance = result.withinBand().stream().filter(finding -> finding.validShare() > 0.0).toList();
        addNames(lines, "within the band of chance: ", chance);
        addNames(lines, "never valid on these rows: ", result.neverValid());
        return lines;
    }

    private static void addNames(List<String> lines, String words, List<Finding> findings) {
        if (!findings.isEmpty()) {
            lines.add("");
            lines.add(words + String.join(" ", findings.stream().map(Finding::name).toList()));
        }
    }
}
