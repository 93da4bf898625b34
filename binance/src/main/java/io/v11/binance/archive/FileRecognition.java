package io.v11.binance.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import io.v11.binance.archive.InputFile.Klines.Format;
import io.v11.config.ExternalSeries;
import io.v11.config.Instrument;
import io.v11.config.Instrument.Market;
import io.v11.config.Instruments;

/**
 * Finds out what a file holds: an explicit word first, then its name and folders, then its first lines.
 * Names: captures {@code btcusdt_20240808.gz}; archives {@code BTCUSDT-1m-2024-01.zip}; REST answers
 * {@code BTCUSDT/2022-01-01.json.gz}; external series the exact names of {@link ExternalSeries}. Folders {@code spot}, {@code usdm}, {@code um} (also as part of a name such as
 * {@code binance-spot-klines}) tell the market.
 */
final class FileRecognition {
    private static final int SNIFFED_BYTES = 1 << 18;
    private static final Pattern CAPTURE = Pattern.compile("([a-z0-9]+)_\\d{8}.*");
    private static final Pattern KLINES = Pattern.compile("([A-Z0-9]+)-(\\d+[a-zA-Z]+)-\\d{4}-\\d{2}.*");
    private static final Pattern FOLDER_SYMBOL = Pattern.compile("[A-Z0-9]{5,20}");
    private static final Pattern STREAM_SYMBOL = Pattern.compile("\"stream\"\\s*:\\s*\"([^\"@]+)@");
    private static final Pattern USDM_FIELD = Pattern.compile("\"(pu|X)\"\\s*:|\"e\"\\s*:\\s*\"bookTicker\"");

    private final Instruments instruments;

    FileRecognition(Instruments instruments) {
        this.instruments = instruments;
    }

    InputFile recognise(ImportInput input) {
        Path path = input.path();
        if (!Files.isRegularFile(path)) {
            throw new ImportException(path + ": no such file");
        }
        String name = path.getFileName().toString();
        String sha256 = Sha256.of(path);
        Sha256.checkPublished(path, sha256);
        long bytes = path.toFile().length();
        if (isCsv(name)) {
            ExternalSeries series = series(name).orElseThrow(() -> unknownSeries(path));
            return new InputFile.Series(path, series, bytes, sha256);
        }
        boolean zip = name.endsWith(".zip");
        if (zip || name.endsWith(".json.gz") || name.endsWith(".json")) {
            Instrument instrument = instruments.find(symbol(input, !zip, KLINES, ""), market(input, ""));
            return new InputFile.Klines(path, zip ? Format.KLINE_ZIP : Format.KLINE_JSON, instrument,
                    intervalNs(input, name), bytes, sha256);
        }
        String head = head(path);
        Instrument instrument = instruments.find(symbol(input, false, CAPTURE, head), market(input, head));
        return new InputFile.Capture(path, instrument, bytes, sha256);
    }

    static boolean isCsv(String name) {
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    /** The series that a file of this name holds, plain or gzipped. */
    static Optional<ExternalSeries> series(String name) {
        return ExternalSeries.ofFile(name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name);
    }

    private static ImportException unknownSeries(Path path) {
        return new ImportException(path + ": no known series has a file of this name; known: "
                + Arrays.stream(ExternalSeries.values()).map(ExternalSeries::fileName).sorted()
                        .collect(Collectors.joining(", "))
                + "; klines are read from .zip and .json");
    }

    private static String symbol(ImportInput input, boolean byFolder, Pattern pattern, String head) {
        if (input.symbol().isPresent()) {
            return input.symbol().get();
        }
        String name = input.path().getFileName().toString();
        Matcher named = pattern.matcher(name);
        if (named.matches()) {
            return named.group(1).toUpperCase(Locale.ROOT);
        }
        Path folder = input.path().toAbsolutePath().getParent();
        for (int up = 0; byFolder && up < 2 && folder.getFileName() != null; up++) {
            if (FOLDER_SYMBOL.matcher(folder.getFileName().toString()).matches()) {
                return folder.getFileName().toString();
            }
            folder = folder.getParent();
        }
        Matcher streamed = STREAM_SYMBOL.matcher(head);
        if (streamed.find()) {
            return streamed.group(1).toUpperCase(Locale.ROOT);
        }
        throw new ImportException(
                input.path() + ": neither name nor content tells the symbol; say it, e.g. --symbol BTCUSDT");
    }

    private static Market market(ImportInput input, String head) {
        if (input.market().isPresent()) {
            return input.market().get();
        }
        for (Path folder = input.path().toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            Optional<Market> told = folder.getFileName() == null
                    ? Optional.empty()
                    : marketOf(folder.getFileName().toString());
            if (told.isPresent()) {
                return told.get();
            }
        }
        return USDM_FIELD.matcher(head).find() ? Market.USDM : Market.SPOT;
    }

    private static Optional<Market> marketOf(String folder) {
        for (String word : folder.toLowerCase(Locale.ROOT).split("[-_.]")) {
            switch (word) {
                case "spot" -> {
                    return Optional.of(Market.SPOT);
                }
                case "usdm", "um" -> {
                    return Optional.of(Market.USDM);
                }
                default -> {
                }
            }
        }
        return Optional.empty();
    }

    private static long intervalNs(ImportInput input, String name) {
        if (input.interval().isPresent()) {
            return KlineInterval.nanos(input.path(), input.interval().get());
        }
        Matcher named = KLINES.matcher(name);
        return named.matches() ? KlineInterval.nanos(input.path(), named.group(2)) : 0;
    }

    /** The first bytes of the content; a file that cannot be read is refused later, by whoever reads it to the end. */
    private static String head(Path path) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
