package io.v11.ml;

/** A model that must not be used. The message says what is wrong, where, and how to mend it. */
public final class ModelException extends RuntimeException {
    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
