package io.v11.binance.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.v11.binance.EventSink;
import io.v11.config.Instruments;

/**
 * A set of recognised input files, played as one stream of events in order of time. The order of the files as given
 * does not matter. Public for whoever wants the events without a journal; {@link JournalImport} keeps them.
 */
public final class Archive {
    private static final Comparator<InputFile> ORDER = Comparator.comparingInt(Archive::rank)
            .thenComparingInt(Archive::id).thenComparingLong(Archive::intervalNs)
            .thenComparing(file -> file.path().getFileName().toString()).thenComparing(InputFile::sha256);

    private final Instruments instruments;
    private final List<InputFile> files;
    private final ImportSpan span;

    private Archive(Instruments instruments, List<InputFile> files, ImportSpan span) {
        this.instruments = instruments;
        this.files = files;
        this.span = span;
    }

    /** All of the inputs; see {@link #of(List, Instruments, ImportSpan)}. */
    public static Archive of(List<ImportInput> inputs, Instruments instruments) {
        return of(inputs, instruments, ImportSpan.ALL);
    }

    /** Recognises the inputs and compares published checksums; the content is read when it is played. */
    public static Archive of(List<ImportInput> inputs, Instruments instruments, ImportSpan span) {
        if (inputs.isEmpty()) {
            throw new ImportException(
                    "nothing to import: name captures (.gz), kline archives (.zip, .json.gz) or external "
                            + "series (.csv)");
        }
        FileRecognition recognition = new FileRecognition(instruments);
        List<InputFile> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ImportInput input : inputs) {
            InputFile file = recognition.recognise(input);
            if (file instanceof InputFile.Klines klines && klines.intervalNs() == 0) {
                file = klines.withInterval(KlineChain.intervalNs(klines));
            }
            check(file, seen, span);
            files.add(file);
        }
        files.sort(ORDER);
        return new Archive(instruments, files, span);
    }

    private static void check(InputFile file, Set<String> seen, ImportSpan span) {
        if (!seen.add(file.sha256() + " " + rank(file) + " " + id(file))) {
            throw new ImportException(file.path() + ": the same content is given twice; leave one out");
        }
        if (file instanceof InputFile.Series external && !seen.add(external.series().name())) {
            throw new ImportException(file.path() + ": the series " + external.series()
                    + " is given twice; join the files into one, or leave one out");
        }
        if (file instanceof InputFile.Capture && span.bounded()) {
            throw new ImportException(file.path() + ": --from and --until cut klines and series only: a capture's book "
                    + "begins with the snapshot at its start; leave them out, or the capture");
        }
    }

    private static int rank(InputFile file) {
        return switch (file) {
            case InputFile.Capture _ -> 0;
            case InputFile.Klines _ -> 1;
            case InputFile.Series _ -> 2;
        };
    }

    private static int id(InputFile file) {
        return switch (file) {
            case InputFile.Capture capture -> capture.instrument().id();
            case InputFile.Klines klines -> klines.instrument().id();
            case InputFile.Series external -> external.series().id();
        };
    }

    private static long intervalNs(InputFile file) {
        return file instanceof InputFile.Klines klines ? klines.intervalNs() : 0;
    }

    List<InputFile> files() {
        return files;
    }

    ImportSpan span() {
        return span;
    }

    /** Bytes of all files as they lie on the disk. */
    public long bytes() {
        return files.stream().mapToLong(InputFile::bytes).sum();
    }

    /**
     * Hands every event to the sink, in order of time, sequence 0.
     *
     * @param journal named in the report
     */
    public ImportReport play(EventSink sink, ImportProgress progress, Path journal) {
        List<EventSource> sources = new ArrayList<>();
        ImportTally tally = new ImportTally(instruments, sink);
        try {
            open(sources);
            SourceMerge merge = new SourceMerge(sources, span);
            merge.play(tally, progress, bytes());
            return report(journal, sources, tally, merge.clamped());
        } finally {
            sources.forEach(EventSource::close);
        }
    }

    private void open(List<EventSource> sources) {
        Map<String, List<InputFile.Klines>> chains = new TreeMap<>();
        for (InputFile file : files) {
            switch (file) {
                case InputFile.Capture capture -> sources.add(new CaptureReader(capture.path(), capture.instrument()));
                case InputFile.Klines klines -> chains
                        .computeIfAbsent(klines.instrument().id() + " " + klines.intervalNs(), _ -> new ArrayList<>())
                        .add(klines);
                case InputFile.Series external -> sources.add(new SeriesReader(external));
            }
        }
        chains.values().forEach(chain -> sources.add(new KlineChain(chain, span)));
    }

    private static ImportReport report(Path journal, List<EventSource> sources, ImportTally tally, long clamped) {
        List<ImportReport.Series> series = new ArrayList<>();
        Map<String, Long> skipped = new TreeMap<>();
        List<ImportReport.Values> external = new ArrayList<>();
        for (EventSource source : sources) {
            switch (source) {
                case KlineChain chain -> series.add(chain.series());
                case CaptureReader capture -> capture.skipped().byName()
                        .forEach((name, count) -> skipped.merge(name, count, Long::sum));
                case SeriesReader values -> external.add(values.report());
            }
        }
        return new ImportReport(journal, false, tally.events(), tally.events(), tally.firstTimeNs(), tally.lastTimeNs(),
                clamped, tally.feeds(), series, skipped, external);
    }
}
