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
    private static final Comparator<InputFile> ORDER = Comparator
            .comparing((InputFile file) -> file.kind() != InputFile.Kind.CAPTURE)
            .thenComparingInt(file -> file.instrument().id()).thenComparingLong(InputFile::intervalNs)
            .thenComparing(file -> file.path().getFileName().toString()).thenComparing(InputFile::sha256);

    private final Instruments instruments;
    private final List<InputFile> files;

    private Archive(Instruments instruments, List<InputFile> files) {
        this.instruments = instruments;
        this.files = files;
    }

    /** Recognises the inputs and compares published checksums; the content is read when it is played. */
    public static Archive of(List<ImportInput> inputs, Instruments instruments) {
        if (inputs.isEmpty()) {
            throw new ImportException("nothing to import: name captures (.gz) or kline archives (.zip, .json.gz)");
        }
        FileRecognition recognition = new FileRecognition(instruments);
        List<InputFile> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ImportInput input : inputs) {
            InputFile file = recognition.recognise(input);
            if (file.kind() != InputFile.Kind.CAPTURE && file.intervalNs() == 0) {
                file = new InputFile(file.path(), file.kind(), file.instrument(), KlineChain.intervalNs(file),
                        file.bytes(),
                        file.sha256());
            }
            if (!seen.add(file.sha256() + file.instrument().id())) {
                throw new ImportException(file.path() + ": the same content is given twice; leave one out");
            }
            files.add(file);
        }
        files.sort(ORDER);
        return new Archive(instruments, files);
    }

    List<InputFile> files() {
        return files;
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
            SourceMerge merge = new SourceMerge(sources);
            merge.play(tally, progress, bytes());
            return report(journal, sources, tally, merge.clamped());
        } finally {
            sources.forEach(EventSource::close);
        }
    }

    private void open(List<EventSource> sources) {
        Map<String, List<InputFile>> chains = new TreeMap<>();
        for (InputFile file : files) {
            if (file.kind() == InputFile.Kind.CAPTURE) {
                sources.add(new CaptureReader(file.path(), file.instrument()));
            } else {
                chains.computeIfAbsent(file.instrument().id() + " " + file.intervalNs(), _ -> new ArrayList<>())
                        .add(file);
            }
        }
        chains.values().forEach(chain -> sources.add(new KlineChain(chain)));
    }

    private static ImportReport report(Path journal, List<EventSource> sources, ImportTally tally, long clamped) {
        List<ImportReport.Series> series = new ArrayList<>();
        Map<String, Long> skipped = new TreeMap<>();
        for (EventSource source : sources) {
            switch (source) {
                case KlineChain chain -> series.add(chain.series());
                case CaptureReader capture -> capture.skipped().byName()
                        .forEach((name, count) -> skipped.merge(name, count, Long::sum));
            }
        }
        return new ImportReport(journal, false, tally.events(), tally.events(), tally.firstTimeNs(), tally.lastTimeNs(),
                clamped, tally.feeds(), series, skipped);
    }
}
