package io.v11.ml.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.v11.config.ConfigurationException;
import io.v11.config.YamlBinder;
import io.v11.ml.ModelException;

/**
 * Which stack is live, as {@code live.yaml} in the folder of models says it: what a profile with {@code models.stack: live} takes.
 * It only moves as a whole, by rename, so a reader sees the old one or the new one. Immutable; cold path.
 *
 * @param stack   {@code name/version}
 * @param history those that were live before, the oldest first, at most {@value #REMEMBERED}
 */
public record LivePointer(String stack, List<String> history) {
    /** Name of the file in the folder of models. */
    public static final String NAME = "live.yaml";
    /** Stacks that can be rolled back to, one after the other. */
    public static final int REMEMBERED = 20;

    public LivePointer {
        history = List.copyOf(history);
        requireId(stack);
        history.forEach(LivePointer::requireId);
        if (history.size() > REMEMBERED) {
            throw new ModelException(
                    "history must name at most " + REMEMBERED + " stacks, names " + history.size());
        }
    }

    /** The pointer of a folder of models; empty when nothing was promoted yet. */
    public static Optional<LivePointer> find(Path models) {
        Path file = models.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(YamlBinder.parse(file.toString(), Files.readString(file), LivePointer.class));
        } catch (IOException e) {
            throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (ConfigurationException e) {
            throw new ModelException(e.getMessage() + "; mend the file, or promote a stack again", e);
        }
    }

    /** The pointer of a folder of models, which must have one. */
    public static LivePointer require(Path models) {
        return find(models).orElseThrow(() -> new ModelException("no stack is live: there is no "
                + models.resolve(NAME) + "; name one with `v11 models promote ID`"));
    }

    /** A pointer to {@code id} that remembers this one. */
    public LivePointer promoted(String id) {
        if (id.equals(stack)) {
            throw new ModelException("stack " + id + " is live already");
        }
        List<String> before = new ArrayList<>(history);
        before.add(stack);
        return new LivePointer(id, before.subList(Math.max(0, before.size() - REMEMBERED), before.size()));
    }

    /** The pointer to the stack that was live before this one. */
    public LivePointer rolledBack() {
        if (history.isEmpty()) {
            throw new ModelException("nothing to roll back to: no stack was live before " + stack);
        }
        return new LivePointer(history.getLast(), history.subList(0, history.size() - 1));
    }

    /** Puts the pointer into the folder: written beside, forced to disk, renamed. */
    public void write(Path models) {
        Path draft = models.resolve(NAME + ".draft");
        try {
            try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(draft, models.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + models.resolve(NAME), e);
        }
    }

    private String text() {
        return "# Written by `v11 models promote` and `v11 models rollback`.\nstack: " + stack + "\n"
                + history.stream().collect(Collectors.joining(", ", "history: [", "]\n"));
    }

    private static void requireId(String id) {
        String[] words = id.split("/", -1);
        if (words.length != 2 || !ModelManifest.isWord(words[0]) || !ModelManifest.isWord(words[1])) {
            throw new ModelException("stack '" + id + "' must be written name/version");
        }
    }
}
