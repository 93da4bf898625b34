package io.v11.ml.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.v11.ml.ModelException;
import io.v11.ml.Sha256;

/**
 * The last line of a manifest: a comment with the SHA-256 of every byte before it. Files are guarded by the digests in the
 * manifest, and the manifest, whose moments, calibration and figures decide as much, by this. It tells damage and careless edits;
 * whoever means to deceive can seal again, and is found by the digests that a live stack holds of its members. Cold path.
 */
final class ManifestSeal {
    private static final String MARK = "# SHA-256 of all above: ";
    private static final int DIGEST_CHARACTERS = 64;

    private ManifestSeal() {
    }

    /** The text with its seal. */
    static String seal(String text) {
        return text + MARK + Sha256.hex(text.getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    /** Refuses a manifest without seal, or with that of another text. */
    static void require(String source, byte[] manifest) {
        int length = manifest.length - MARK.length() - DIGEST_CHARACTERS - 1;
        if (length < 0 || !new String(manifest, Math.max(0, length), MARK.length(), StandardCharsets.UTF_8)
                .equals(MARK)) {
            throw new ModelException(source + ": the last line is not '" + MARK + "...'; the manifest was cut off or"
                    + " written by hand, fetch or train the model again");
        }
        String found = Sha256.hex(Arrays.copyOf(manifest, length));
        String said = new String(manifest, length + MARK.length(), DIGEST_CHARACTERS + 1, StandardCharsets.UTF_8);
        if (!said.equals(found + "\n")) {
            throw new ModelException(source + ": its text has SHA-256 " + found + ", the manifest says " + said.strip()
                    + "; the manifest is damaged or was changed, fetch or train the model again");
        }
    }
}
