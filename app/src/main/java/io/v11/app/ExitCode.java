package io.v11.app;

import io.v11.binance.archive.ImportException;
import io.v11.config.ConfigurationException;
import io.v11.journal.JournalCorruptException;
import io.v11.journal.JournalException;
import io.v11.ml.ModelException;

/** Exit codes of every command; documented in docs/operating.md. */
final class ExitCode {
    static final int OK = 0;
    /** The work was done and the answer is no: a budget missed, a replay that differs. */
    static final int FAILED = 1;
    /** A wrong argument or configuration, or an input that cannot be used. */
    static final int USAGE = 2;
    /** A journal is damaged. */
    static final int JOURNAL_CORRUPT = 3;
    /** The engine stopped on a failure. */
    static final int ENGINE_FAILURE = 4;

    private ExitCode() {
    }

    /** The code of a failure whose message tells a person all they need; null for any other. */
    static Integer of(Throwable failure) {
        return switch (failure) {
            case JournalCorruptException corrupt -> JOURNAL_CORRUPT;
            case ConfigurationException wrong -> USAGE;
            case ImportException wrong -> USAGE;
            case ModelException wrong -> USAGE;
            case JournalException wrong -> USAGE;
            default -> null;
        };
    }
}
