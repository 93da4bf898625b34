package io.v11.training.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

import io.v11.ml.drift.DistributionFile;
import io.v11.ml.registry.ManifestFile;
import io.v11.ml.registry.ModelManifest;
import io.v11.training.trainer.TrainedModel;

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

    /**
     * Publishes under the name and version of the manifest.
     *
     * @param distribution text of the {@link DistributionFile} that the manifest names
     */
    public Outcome publish(TrainedModel trained, ModelManifest manifest, String distribution) {
        Path folder = models.resolve(manifest.name()).resolve(manifest.version());
        Path file = folder.resolve(trained.fileName());
        try {
            if (Files.exists(folder.resolve(ManifestFile.NAME)) && !replace) {
                return compare(trained, manifest, file);
            }
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(ManifestFile.NAME));
            Files.write(file, trained.bytes());
            Files.writeString(folder.resolve(DistributionFile.NAME), distribution);
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

    private static Outcome compare(TrainedModel trained, ModelManifest manifest, Path file) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), trained.bytes())) {
            return Outcome.SAME_BYTES;
        }
        throw new IllegalStateException(
                "model " + manifest.id() + " is already there with other bytes, and a version never"
                        + " changes: give the plan a new version, or ask for replacement");
    }
}
