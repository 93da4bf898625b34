package io.v11.ml.registry.canary;

import java.nio.file.Path;

import io.v11.ml.ModelException;
import io.v11.ml.ServingBackend;

/**
 * A model to be loaded by the child. Crosses the pipe as one line.
 *
 * @param models  folder of models
 * @param id      {@code name/version}; a stack is loaded with its members
 * @param backend what serves nets
 */
public record CanaryRequest(Path models, String id, ServingBackend backend) {
    private static final int WORDS = 3;

    /** Parts are divided by tabs. */
    String line() {
        String line = backend + "\t" + id + "\t" + models.toAbsolutePath();
        if (line.chars().anyMatch(c -> c == '\n' || c == '\r') || line.split("\t", -1).length != WORDS) {
            throw new ModelException("model '" + id + "' in " + models + ": tabs and line ends cannot be in a name");
        }
        return line;
    }

    static CanaryRequest parse(String line) {
        String[] words = line.split("\t", -1);
        return new CanaryRequest(Path.of(words[2]), words[1], ServingBackend.valueOf(words[0]));
    }
}
