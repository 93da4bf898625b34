package io.v11.binance.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * {@value #FILE_NAME} in a journal's folder: what the journal was made of. It makes importing idempotent: the same
 * inputs are recognised by their SHA-256 and what they were taken for, whatever their names and order.
 */
final class ImportManifest {
    static final String FILE_NAME = "import.yaml";

    private final List<String> fingerprints;
    private final String span;
    private final long events;
    private final long firstTimeNs;
    private final long lastTimeNs;

    private ImportManifest(List<String> fingerprints, String span, long events, long firstTimeNs, long lastTimeNs) {
        this.fingerprints = fingerprints;
        this.span = span;
        this.events = events;
        this.firstTimeNs = firstTimeNs;
        this.lastTimeNs = lastTimeNs;
    }

    static void write(Path folder, Archive archive, ImportReport report) {
        StringBuilder yaml = new StringBuilder(1024);
        yaml.append("# Written by v11 import: what this journal was made of.\n");
        yaml.append("events: ").append(report.eventsAdded()).append('\n');
        yaml.append("firstTimeNs: ").append(report.firstTimeNs()).append('\n');
        yaml.append("lastTimeNs: ").append(report.lastTimeNs()).append('\n');
        yaml.append("clampedTimes: ").append(report.clampedTimes()).append('\n');
        yaml.append("span: '").append(span(archive)).append("'\n");
        yaml.append("messages:").append(report.instruments().isEmpty() ? " {}\n" : "\n");
        for (ImportReport.Feed feed : report.instruments()) {
            yaml.append("  ").append(feed.instrument()).append(":");
            feed.messages().forEach((name, count) -> yaml.append("\n    ").append(name).append(": ").append(count));
            yaml.append('\n');
        }
        yaml.append("external:").append(report.external().isEmpty() ? " {}\n" : "\n");
        for (ImportReport.Values values : report.external()) {
            yaml.append("  ").append(values.name()).append(": ").append(values.values()).append('\n');
        }
        yaml.append("inputs:\n");
        for (InputFile input : archive.files()) {
            yaml.append("  - file: '").append(input.path().getFileName().toString().replace("'", "''")).append("'\n");
            yaml.append("    sha256: ").append(input.sha256()).append('\n');
            yaml.append("    bytes: ").append(input.bytes()).append('\n');
            yaml.append("    as: ").append(input.as()).append('\n');
        }
        try {
            Files.writeString(folder.resolve(FILE_NAME), yaml);
        } catch (IOException e) {
            throw new ImportException(folder.resolve(FILE_NAME) + ": cannot be written: " + e, e);
        }
    }

    static ImportManifest read(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        try {
            Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(file));
            List<String> fingerprints = new ArrayList<>();
            for (Object input : (List<?>) root.get("inputs")) {
                Map<?, ?> one = (Map<?, ?>) input;
                fingerprints.add(one.get("sha256") + " " + one.get("as"));
            }
            Object span = root.get("span");
            return new ImportManifest(fingerprints, span == null ? "" : span.toString(), number(root, "events"),
                    number(root, "firstTimeNs"),
                    number(root, "lastTimeNs"));
        } catch (IOException | YamlEngineException | ClassCastException | NullPointerException e) {
            throw new ImportException(file + ": cannot be read (" + e + "); import into another folder", e);
        }
    }

    private static long number(Map<?, ?> root, String key) {
        return ((Number) root.get(key)).longValue();
    }

    boolean holdsInputs(Archive archive) {
        List<String> wanted = archive.files().stream().map(input -> input.sha256() + " " + input.as()).toList();
        return new TreeSet<>(fingerprints).equals(new TreeSet<>(wanted));
    }

    boolean holdsSpan(Archive archive) {
        return span.equals(span(archive));
    }

    /** Empty for all of the inputs, as in manifests from before there were spans; the lookback counts with series only. */
    private static String span(Archive archive) {
        ImportSpan span = archive.span();
        boolean external = archive.files().stream().anyMatch(InputFile.Series.class::isInstance);
        return (span.bounded() ? span.fromNs() + " .. " + span.untilNs() : "")
                + (external ? " lookback " + span.seriesLookbackDays() + " days" : "");
    }

    long events() {
        return events;
    }

    long firstTimeNs() {
        return firstTimeNs;
    }

    long lastTimeNs() {
        return lastTimeNs;
    }
}
