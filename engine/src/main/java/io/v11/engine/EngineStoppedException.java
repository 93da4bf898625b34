package io.v11.engine;

/** The engine has failed and takes no more events; the failure itself is in {@link Pipeline#failure()}. */
public final class EngineStoppedException extends RuntimeException {
    EngineStoppedException(Throwable cause) {
        super("the engine has stopped: " + cause, cause);
    }
}
