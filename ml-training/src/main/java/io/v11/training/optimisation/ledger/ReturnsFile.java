package io.v11.training.optimisation.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Returns of trials one behind the other, 8 bytes each. The ledger's lines say how many belong to each trial and
 * their CRC-32C; they are written before the line, so what stands behind the last line's belongs to nothing and is
 * cut off. Confined to one thread.
 */
final class ReturnsFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private ReturnsFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static ReturnsFile open(Path file, OpenOption... options) {
        try {
            return new ReturnsFile(file, FileChannel.open(file, options));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file + ": " + e.getMessage(), e);
        }
    }

    static ReturnsFile toAppend(Path file) {
        return open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** @param first number of returns before them */
    double[] read(long first, int count, long checksum) {
        ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES);
        try {
            long begin = first * Double.BYTES;
            while (bytes.hasRemaining() && channel.read(bytes, begin + bytes.position()) >= 0) {
                // until full
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (bytes.hasRemaining() || checksum(bytes.array()) != checksum) {
            throw new IllegalArgumentException(file + ": the returns are not those that the ledger tells of: the file"
                    + " was changed or damaged; restore it from a copy");
        }
        double[] returns = new double[count];
        bytes.flip().asDoubleBuffer().get(returns);
        return returns;
    }

    /** What follows was written for a line that was not; appends go on from here. */
    void cut(long returns) {
        try {
            channel.truncate(returns * Double.BYTES);
            channel.position(returns * Double.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** @return checksum for the line */
    long append(double[] returns) {
        ByteBuffer bytes = ByteBuffer.allocate(returns.length * Double.BYTES);
        bytes.asDoubleBuffer().put(returns);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return checksum(bytes.array());
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
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
