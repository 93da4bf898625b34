package io.v11.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.agrona.collections.Int2ObjectHashMap;
import org.junit.jupiter.api.Assumptions;

import io.v11.binance.archive.ImportInput;
import io.v11.binance.archive.ImportProgress;
import io.v11.binance.archive.JournalImport;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.KlineDecoder;

/** Two collapses from the shared data, each a recording of its own: a week of minutes, or the quarter about it in hours. */
enum StressKlines {
    LUNA("2022-05"), FTX("2022-11");

    private static final String MINUTES = "binance-spot-klines-1m-stress";
    private static final String HOURS = "binance-spot-klines-1h";

    private final String month;

    StressKlines(String month) {
        this.month = month;
    }

    /** BTC, ETH and SOL; skips the test when the shared data are not here. */
    Path minutes(Path folder) {
        return journal(folder.resolve(name() + "-minutes"), MINUTES, "\\w+-1m-" + month + ".*");
    }

    /** Seven symbols from two months before to the end of the month. */
    Path hours(Path folder) {
        int last = Integer.parseInt(month.substring(5));
        return journal(folder.resolve(name() + "-hours"), HOURS,
                "2022-(%02d|%02d|%02d)-01.*".formatted(last - 2, last - 1, last));
    }

    private static Path journal(Path journal, String set, String files) {
        List<ImportInput> inputs = ImportInput.of(List.of(data(set))).stream()
                .filter(input -> input.path().getFileName().toString().matches(files)).toList();
        new JournalImport(YamlBinder.read(Bundled.ROOT.resolve("config/instruments.yaml"), Instruments.class))
                .run(inputs, journal, ImportProgress.NONE);
        return journal;
    }

    /** Largest move of any instrument from one close to the next, fraction. */
    static double largestMove(Path journal) {
        EventHeaderDecoder header = new EventHeaderDecoder();
        KlineDecoder kline = new KlineDecoder();
        Int2ObjectHashMap<Long> closes = new Int2ObjectHashMap<>();
        double largest = 0.0;
        try (JournalReader reader = JournalReader.open(journal.resolve("input"))) {
            while (reader.next()) {
                if (header.wrap(reader.buffer(), reader.offset()).templateId() == KlineDecoder.TEMPLATE_ID) {
                    kline.wrapAndApplyHeader(reader.buffer(), reader.offset(), header);
                    Long before = closes.put(header.instrument(), Long.valueOf(kline.closeE8()));
                    largest = before == null
                            ? largest
                            : Math.max(largest, Math.abs(kline.closeE8() / (double) before - 1));
                }
            }
        }
        return largest;
    }

    /** A shared data set, from property or environment V11_DATA or a shared/data folder above. */
    private static Path data(String set) {
        String named = System.getProperty("V11_DATA", System.getenv("V11_DATA"));
        Path found = named == null ? null : Path.of(named);
        for (Path at = Path.of("").toAbsolutePath(); found == null && at != null; at = at.getParent()) {
            found = Files.isDirectory(at.resolve("shared/data")) ? at.resolve("shared/data") : null;
        }
        Assumptions.assumeTrue(found != null && Files.isDirectory(found.resolve(set)),
                "skipped: the shared data set " + set + " is not here; V11_DATA names the folder of the data sets");
        return found.resolve(set);
    }
}
