package io.v11.binance.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.v11.config.Instrument;

/**
 * A file to import and, where its name and content do not tell, what it holds.
 *
 * @param symbol   overrides the symbol found in the name or content
 * @param market   overrides the market found in the folder names or content
 * @param interval overrides the kline interval, e.g. {@code 1h}
 */
public record ImportInput(Path path, Optional<String> symbol, Optional<Instrument.Market> market,
        Optional<String> interval) {

    /** A file that speaks for itself. */
    public static ImportInput of(Path path) {
        return new ImportInput(path, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The files themselves, and of folders every {@code .gz}, {@code .zip} and known series below, by path. */
    public static List<ImportInput> of(List<Path> paths) {
        List<ImportInput> inputs = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                within(path).forEach(file -> inputs.add(of(file)));
            } else {
                inputs.add(of(path));
            }
        }
        return inputs;
    }

    private static List<Path> within(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(ImportInput::importable).sorted().toList();
            if (found.isEmpty()) {
                throw new ImportException(
                        folder + ": holds neither captures (.gz) nor kline archives (.zip, .json.gz) nor known series "
                                + "(.csv)");
            }
            return found;
        } catch (IOException e) {
            throw new ImportException(folder + ": cannot be listed: " + e, e);
        }
    }

    /** Folders hold other CSV files too, lists of files for instance: only those that are known are meant. */
    private static boolean importable(Path file) {
        String name = file.getFileName().toString();
        return FileRecognition.isCsv(name)
                ? FileRecognition.series(name).isPresent()
                : name.endsWith(".gz") || name.endsWith(".zip");
    }
}
