package io.v11.training.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

import io.v11.ml.registry.ManifestFile;
import io.v11.ml.registry.ModelManifest;

/**
 * Puts a model into its folder {@code name/version}: model file first, manifest last and by rename, so that a folder with a
 * manifest is complete. A version never changes: other bytes under a known version are refused unless replacing is asked for.
 */
public final class ModelPublisher {
    private final Path models;
    private final boolean replace;

    /**
     * @param models  folder of models, e.g. {@code config/models}
     * @param replace a version that is there may be overwritten
     */
    public ModelPublisher(Path models, boolean replace) {
        this.models = models;
        this.replace = replace;
    }

    /** What publishing did. */
    public enum Outcome {
        /** A new version, or one that was asked to be replaced. */
        WRITTEN,
        /** The version was there with the very same model file; nothing was touched. */
        SAME_BYTES
    }

    /** The folder of models. */
    public Path models() {
        return models;
    }

    /**
     * Publishes under the name and version of the manifest.
     *
     * @param contents of the files that the manifest names, in its order: the model file first
     */
    public Outcome publish(ModelManifest manifest, List<byte[]> contents) {
        Path folder = models.resolve(manifest.name()).resolve(manifest.version());
        try {
            if (Files.exists(folder.resolve(ManifestFile.NAME)) && !replace) {
                return compare(manifest, folder, contents.getFirst());
            }
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(ManifestFile.NAME));
            for (int i = 0; i < contents.size(); i++) {
                Files.write(folder.resolve(manifest.files().get(i).name()), contents.get(i));
            }
            Path draft = Files.createTempDirectory(folder, ".draft");
            ManifestFile.write(draft, manifest);
            Files.move(draft.resolve(ManifestFile.NAME), folder.resolve(ManifestFile.NAME),
                    StandardCopyOption.ATOMIC_MOVE);
            Files.delete(draft);
            return Outcome.WRITTEN;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Outcome compare(ModelManifest manifest, Path folder, byte[] model) throws IOException {
        Path file = folder.resolve(manifest.files().getFirst().name());
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), model)) {
            return Outcome.SAME_BYTES;
        }
        throw new IllegalStateException(
                "model " + manifest.id() + " is already there with other bytes, and a version never"
                        + " changes: give the plan a new version, or ask for replacement");
    }
}
