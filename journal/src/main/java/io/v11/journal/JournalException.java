package io.v11.journal;

/** The journal cannot go on: an I/O failure, a full disk, a second writer. What had been acknowledged is still there. */
public class JournalException extends RuntimeException {
    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
