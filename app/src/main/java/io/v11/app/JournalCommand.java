package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.journal.HighWaterMark;
import io.v11.journal.JournalExporter;
import io.v11.journal.JournalPrinter;
import io.v11.journal.JournalReader;
import io.v11.journal.JournalRepair;
import io.v11.journal.JournalStatistics;
import io.v11.journal.JournalVerifier;
import io.v11.journal.VerificationReport;

/** {@code v11 journal}: looks into journals, proves them, mends them, hands them on. */
@Command(name = "journal", mixinStandardHelpOptions = true, description = "Looks into journals, verifies, repairs and exports them.")
final class JournalCommand {
    /** Which of the two logs of a journal's folder. */
    enum Log {
        INPUT, DERIVED
    }

    @Option(names = "--log", defaultValue = "INPUT", scope = ScopeType.INHERIT, description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Log log;

    @Spec
    private CommandSpec spec;

    @Command(name = "stat", description = "Counts events by message and instrument, and values by external series.")
    int stat(@Parameters(paramLabel = "J") Path journal) {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = folder(journal);
        JournalStatistics statistics = JournalStatistics.of(folder, progress("stat", folder));
        Instruments instruments = YamlBinder.read(Home.find().config().resolve("instruments.yaml"), Instruments.class);
        out.println(String.format(Locale.ROOT, "%s: %,d events, %.1f bytes an event, %,d bytes on disk", folder,
                statistics.events(), statistics.bytesPerEvent(), statistics.fileBytes()));
        out.println("sequences " + statistics.firstSequence() + " .. " + statistics.lastSequence() + ", "
                + time(statistics.firstTimeNs()) + " .. " + time(statistics.lastTimeNs()));
        for (JournalStatistics.Count count : statistics.counts()) {
            String instrument = count.instrument() >= 0 && count.instrument() < instruments.count()
                    ? instruments.get(count.instrument()).qualifiedName()
                    : "-";
            out.println(String.format(Locale.ROOT, "  %-18s %-14s %,12d messages in %,12d events", count.message(),
                    instrument, count.messages(), count.events()));
        }
        for (JournalStatistics.SeriesCount count : statistics.series()) {
            out.println(String.format(Locale.ROOT, "    %-31s %,12d values", count.name(), count.values()));
        }
        return ExitCode.OK;
    }

    @Command(name = "dump", description = "Prints entries as YAML or JSON.")
    int dump(@Parameters(paramLabel = "J") Path journal,
            @Option(names = "--from", defaultValue = "1", description = "First sequence.") long from,
            @Option(names = "--to", defaultValue = "9223372036854775807", description = "Last sequence.") long to,
            @Option(names = "--format", defaultValue = "YAML", description = "${COMPLETION-CANDIDATES}.") JournalPrinter.Format format) {
        PrintWriter out = spec.commandLine().getOut();
        JournalPrinter printer = new JournalPrinter(format);
        try (JournalReader reader = JournalReader.open(folder(journal))) {
            while (reader.next() && reader.sequence() <= to && !out.checkError()) {
                if (reader.sequence() >= from) {
                    out.print(printer.print(reader));
                }
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    @Command(name = "verify", description = "Checks every record, the chain and the acknowledged end.")
    int verify(@Parameters(paramLabel = "J") Path journal) {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = folder(journal);
        VerificationReport report = JournalVerifier.verify(folder, progress("verify", folder));
        out.println(folder + ": " + report.status() + ", " + report.events() + " events, sequences "
                + report.firstSequence() + " .. " + report.lastSequence() + ", " + report.links()
                + " links of the chain");
        if (!report.detail().isEmpty()) {
            out.println("  " + report.detail());
        }
        if (!report.remedy().isEmpty()) {
            out.println("  remedy: " + report.remedy());
        }
        return report.usable() ? ExitCode.OK : ExitCode.JOURNAL_CORRUPT;
    }

    @Command(name = "repair", description = "Writes the good part of a damaged log into a new folder; the old one stays.")
    int repair(@Parameters(paramLabel = "J") Path journal,
            @Option(names = "--to", required = true, paramLabel = "SEQ", description = "Last sequence to keep.") long sequence,
            @Option(names = "--into", paramLabel = "FOLDER", description = "New folder (default: <log>.repaired).") Path into) {
        Path folder = folder(journal);
        JournalRepair.Result result = JournalRepair.repair(folder, sequence,
                into != null ? into : JournalRepair.defaultTarget(folder));
        spec.commandLine().getOut().println(result.folder() + ": " + result.records()
                + " events kept, the last has sequence " + result.lastSequence());
        return ExitCode.OK;
    }

    @Command(name = "export", description = "Writes one table per message as CSV or Parquet.")
    int export(@Parameters(paramLabel = "J") Path journal,
            @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.") JournalExporter.Format format,
            @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Where the tables go.") Path to) {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = folder(journal);
        Map<String, Long> rows = JournalExporter.export(folder, to, format, progress("export", folder));
        rows.forEach((table, count) -> out.println(String.format(Locale.ROOT, "  %-18s %,12d", table, count)));
        return ExitCode.OK;
    }

    /** A run or an import is a folder of logs; a log itself is taken as it is. */
    private Path folder(Path journal) {
        Path inside = journal.resolve(log.name().toLowerCase(Locale.ROOT));
        Path folder = Files.isDirectory(inside) ? inside : journal;
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException("no journal: " + journal + " is not a folder");
        }
        return folder;
    }

    private static java.util.function.LongConsumer progress(String what, Path folder) {
        ProgressBar bar = new ProgressBar(System.err, what);
        long total;
        try (HighWaterMark mark = HighWaterMark.read(folder)) {
            total = mark.record();
        }
        return done -> bar.update(done, total);
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }
}
