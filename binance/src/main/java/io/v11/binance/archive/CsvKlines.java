package io.v11.binance.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import io.v11.binance.JsonScanner;

/**
 * Klines of a data.binance.vision archive: a zip with one CSV, with a header line or without.
 * {@link ZipFile} needs the directory at the end of the archive, so a truncated one fails at once; it does not check
 * the content, so the checksum is compared here when the last line has been read.
 */
final class CsvKlines implements KlineRows {
    private final ZipFile zip;
    private final LineReader lines;
    private final JsonScanner scanner = new JsonScanner();

    CsvKlines(Path file) throws IOException {
        zip = new ZipFile(file.toFile());
        try {
            List<? extends ZipEntry> entries = zip.stream().filter(entry -> !entry.isDirectory()).toList();
            if (entries.size() != 1 || !entries.getFirst().getName().endsWith(".csv")) {
                throw new ZipException("a kline archive holds one .csv; this one holds "
                        + entries.stream().map(ZipEntry::getName).toList());
            }
            ZipEntry entry = entries.getFirst();
            lines = new LineReader(new ChecksumGuard(zip.getInputStream(entry), entry.getCrc()));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public boolean next(KlineRow row) throws IOException {
        if (!lines.next()) {
            return false;
        }
        if (lines.number() == 1 && header() && !lines.next()) {
            return false;
        }
        scanner.wrap(lines.buffer(), lines.start(), lines.length());
        row.read(scanner);
        scanner.expectEnd();
        return true;
    }

    private boolean header() {
        byte first = lines.length() == 0 ? 0 : lines.buffer()[lines.start()];
        return first < '0' || first > '9';
    }

    @Override
    public long number() {
        return lines.number();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Compares the checksum of all bytes with the directory's when the end is reached. */
    private static final class ChecksumGuard extends FilterInputStream {
        private final CheckedInputStream checked;
        private final long expected;

        ChecksumGuard(InputStream content, long expected) {
            this(new CheckedInputStream(content, new CRC32()), expected);
        }

        private ChecksumGuard(CheckedInputStream checked, long expected) {
            super(checked);
            this.checked = checked;
            this.expected = expected;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read < 0 && checked.getChecksum().getValue() != expected) {
                throw new ZipException("the checksum of the content is wrong");
            }
            return read;
        }
    }
}
