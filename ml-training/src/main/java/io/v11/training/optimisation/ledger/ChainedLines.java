package io.v11.training.optimisation.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import io.v11.ml.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A text file that only grows. Each line ends with a tab and the first {@value #HASH} hexadecimal digits of
 * SHA-256(digits of the line before + line), so a line that was changed, lost or torn shows. What a killed process
 * left of its last line is cut off when the file is opened; damage anywhere else is refused with its line. One
 * process at a time, guarded by a lock on the file; confined to one thread.
 */
final class ChainedLines implements AutoCloseable {
    private static final int HASH = 16;
    private static final String START = "0".repeat(HASH);

    private final Path file;
    private final FileChannel channel;
    private final List<String> lines = new ArrayList<>();
    private String chain = START;
    private long length;

    private ChainedLines(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens to append, makes the file if there is none. */
    static ChainedLines open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            ChainedLines chained = new ChainedLines(file, channel);
            try {
                chained.lock();
                chained.parse(Files.readAllBytes(file));
                channel.truncate(chained.length);
                channel.position(chained.length);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            return chained;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    /** The lines without their hashes, of a file that another process may be writing. */
    static List<String> read(Path file) {
        ChainedLines chained = new ChainedLines(file, null);
        try {
            chained.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return chained.lines();
    }

    private void lock() throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException(busy(), e);
        }
        throw new IllegalStateException(busy());
    }

    private String busy() {
        return file + " is being written by another run; wait for it or name this run otherwise";
    }

    private void parse(byte[] bytes) {
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (!take(new String(bytes, begin, i - begin, UTF_8)) && i + 1 < bytes.length) {
                    throw new IllegalArgumentException(file + ":" + (lines.size() + 1)
                            + ": the line does not follow from those before it: the file was changed or damaged;"
                            + " restore it from a copy, as what it counts cannot be known any more");
                }
                begin = i + 1;
            }
        }
    }

    /** @return false when its hash is not that of what stands there */
    private boolean take(String line) {
        int tab = line.length() - HASH - 1;
        if (tab < 0 || line.charAt(tab) != '\t' || !line.endsWith(hash(line.substring(0, tab)))) {
            return false;
        }
        lines.add(line.substring(0, tab));
        chain = line.substring(tab + 1);
        length += line.getBytes(UTF_8).length + 1L;
        return true;
    }

    private String hash(String line) {
        return Sha256.hex((chain + line).getBytes(UTF_8)).substring(0, HASH);
    }

    /** All lines, those appended too. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * Hands the line to the operating system: it survives the death of the process, and that of the machine after
     * {@link #force}.
     */
    void append(String line) {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a line has no line end in it: " + line);
        }
        String hash = hash(line);
        ByteBuffer bytes = ByteBuffer.wrap((line + '\t' + hash + '\n').getBytes(UTF_8));
        try {
            length += bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        lines.add(line);
        chain = hash;
    }

    void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file + ": " + e.getMessage(), e);
        }
    }
}
