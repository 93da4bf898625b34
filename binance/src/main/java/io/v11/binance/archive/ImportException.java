package io.v11.binance.archive;

import java.nio.file.Path;

/** An input that cannot be imported. The message says which file and line, what is wrong, and how to mend it. */
public final class ImportException extends RuntimeException {
    public ImportException(String message) {
        super(message);
    }

    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }

    static ImportException at(Path file, long line, String what, Throwable cause) {
        return new ImportException(file + ":" + line + ": " + what, cause);
    }
}
