package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.binance.archive.ImportInput;
import io.v11.binance.archive.ImportReport;
import io.v11.binance.archive.ImportSpan;
import io.v11.binance.archive.JournalImport;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;

/** {@code v11 import}: recorded captures, kline archives and external series into a journal. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {
    "Imports raw captures (.gz), kline archives (.zip, .json.gz) and external series (.csv) into a journal, merged in order of time.",
    "A value of a series enters at the time of its publication; see docs/external-series.md.",
    "Importing the same files again adds nothing; a damaged file is refused with file and line."})
final class ImportCommand implements Callable<Integer> {
    @Option(names = "--to", required = true, paramLabel = "JOURNAL", description = "Folder of the journal to make.")
    private Path journal;

    @Option(names = "--symbol", description = "Symbol, when the file's name does not tell.")
    private Optional<String> symbol;

    @Option(names = "--market", description = "Market, when the path does not tell: ${COMPLETION-CANDIDATES}.")
    private Optional<Instrument.Market> market;

    @Option(names = "--interval", description = "Bar length of klines, when the file's name does not tell, e.g. 1h.")
    private Optional<String> interval;

    @Option(names = "--from", paramLabel = "DATE", description = "First day (UTC) of the klines to take, e.g. 2023-08-01.")
    private Optional<LocalDate> from;

    @Option(names = "--until", paramLabel = "DATE", description = "First day (UTC) no longer taken.")
    private Optional<LocalDate> until;

    @Option(names = "--series-lookback", paramLabel = "DAYS", defaultValue = ""
            + ImportSpan.SERIES_LOOKBACK_DAYS, description = "How long before the first market event values of series may have been published (default: ${DEFAULT-VALUE}).")
    private int seriesLookbackDays;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders to take all known files of.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Instruments instruments = YamlBinder.read(Home.find().config().resolve("instruments.yaml"), Instruments.class);
        List<ImportInput> inputs = ImportInput.of(files).stream()
                .map(input -> new ImportInput(input.path(), symbol, market, interval)).toList();
        ImportReport report = new JournalImport(instruments).run(inputs, ImportSpan.of(from, until, seriesLookbackDays),
                journal,
                new ProgressBar(System.err, "import")::update);
        PrintWriter out = spec.commandLine().getOut();
        report.lines().forEach(out::println);
        return ExitCode.OK;
    }
}
