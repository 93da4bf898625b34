package io.v11.binance.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import io.v11.binance.JsonScanner;

/**
 * Klines as {@code GET /api/v3/klines} answers them: an array of 12-element arrays; gzip when the name ends in {@code
 * .gz}.
 */
final class JsonKlines implements KlineRows {
    private static final int LARGEST = 64 << 20;

    private final JsonScanner scanner = new JsonScanner();
    private long number;

    JsonKlines(Path file) throws IOException {
        byte[] content;
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
            content = in.readNBytes(LARGEST + 1);
        }
        if (content.length > LARGEST) {
            throw new IOException("longer than " + LARGEST + " bytes");
        }
        scanner.wrap(content, 0, content.length);
    }

    @Override
    public boolean next(KlineRow row) {
        number++;
        if (number == 1) {
            scanner.expect('[');
        }
        if (scanner.accept(']')) {
            scanner.expectEnd();
            return false;
        }
        if (number > 1) {
            scanner.expect(',');
        }
        scanner.expect('[');
        row.read(scanner);
        scanner.expect(']');
        return true;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void close() {
        // The content was read whole.
    }
}
