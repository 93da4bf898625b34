package io.v11.binance.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small captures and archives made by hand. */
final class TestFiles {
    private TestFiles() {
    }

    static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static Path write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    /** A capture file {@code spot/btcusdt_20240101.gz} or the like with these lines. */
    static Path capture(Path folder, String name, String... lines) throws IOException {
        return write(folder.resolve(name), gzip(String.join("\n", lines) + "\n"));
    }

    static String trade(long timeMicros, long id) {
        return trade(timeMicros, id, "BTCUSDT");
    }

    static String trade(long timeMicros, long id, String symbol) {
        return timeMicros + " {\"stream\":\"" + symbol.toLowerCase()
                + "@trade\",\"data\":{\"e\":\"trade\",\"E\":1700000000000,\"s\":\""
                + symbol + "\",\"t\":" + id
                + ",\"p\":\"100.5\",\"q\":\"1\",\"T\":1700000000000,\"m\":false,\"M\":true}}";
    }

    static String depth(long timeMicros, long first, long last, String bids, String asks) {
        return timeMicros
                + " {\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1700000000000,\"s\":\"BTCUSDT\","
                + "\"U\":" + first + ",\"u\":" + last + ",\"b\":" + bids + ",\"a\":" + asks + "}}";
    }

    static Path zip(Path file, String csv) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(file.getFileName().toString().replace(".zip", ".csv")));
            zip.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        return write(file, bytes.toByteArray());
    }

    /** One kline row whose times are in ms. */
    static String bar(long openMs, long intervalMs, String close) {
        return openMs + ",100.0,110.0,90.0," + close + ",5.5," + (openMs + intervalMs - 1) + ",555.5,7,2.5,250.25,0\n";
    }
}
