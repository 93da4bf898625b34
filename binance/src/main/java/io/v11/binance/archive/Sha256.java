package io.v11.binance.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256 of files: what an import was made of, and whether an archive is what Binance published. */
final class Sha256 {
    private static final String SUFFIX = ".CHECKSUM";

    private Sha256() {
    }

    static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new ImportException(file + ": cannot be read: " + e, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Compares with {@code <file>.CHECKSUM} ("hex  name") when it lies beside the file, as data.binance.vision
     * publishes it.
     */
    static void checkPublished(Path file, String sha256) {
        Path published = file.resolveSibling(file.getFileName() + SUFFIX);
        if (!Files.exists(published)) {
            return;
        }
        String stated;
        try {
            stated = Files.readString(published).strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new ImportException(published + ": cannot be read: " + e, e);
        }
        if (!stated.equals(sha256)) {
            throw new ImportException(file + ": SHA-256 is " + sha256 + ", but " + published.getFileName() + " states "
                    + stated + "; fetch both files again");
        }
    }
}
