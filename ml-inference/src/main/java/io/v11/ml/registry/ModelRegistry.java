package io.v11.ml.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.v11.ml.Ensemble;
import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.Model;
import io.v11.ml.ModelException;
import io.v11.ml.ServingBackend;
import io.v11.ml.registry.ModelManifest.Feature;

/**
 * Opens models by {@code name/version} from a folder of folders. A model is handed out only when the seal of its manifest, the
 * digests of its files, the features it reads, its width and its golden rows all agree with one another and the engine; digests
 * are verified before a parser sees a byte, because a damaged model file can kill the process or, worse, answer a little
 * wrongly. Cold path.
 */
public final class ModelRegistry {
    /** How far a net may be from its golden output, whatever serves it; trees must meet theirs to the bit. */
    public static final double NET_TOLERANCE = 1e-5;
    /** What serves nets where nothing else was asked for. */
    public static final ServingBackend DEFAULT_BACKEND = ServingBackend.KERNEL;

    private final Path folder;

    private ModelRegistry(Path folder) {
        this.folder = folder;
    }

    /** Opens {@code config/models} or a folder like it. */
    public static ModelRegistry open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ModelException("no models: " + folder + " is not a folder; train models or point to theirs");
        }
        return new ModelRegistry(folder);
    }

    /** Every {@code name/version} that has a manifest, sorted. */
    public List<String> ids() {
        try (Stream<Path> found = Files.walk(folder, 3)) {
            return found.filter(file -> file.endsWith(ManifestFile.NAME))
                    .map(file -> folder.relativize(file).getParent())
                    .filter(version -> version != null && version.getNameCount() == 2)
                    .map(version -> version.getName(0) + "/" + version.getName(1)).sorted().toList();
        } catch (IOException e) {
            throw new ModelException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What a model says of itself; its files are not looked at. */
    public ModelManifest manifest(String id) {
        return ModelFiles.manifest(folder, id);
    }

    /** SHA-256 of a model's manifest, which stacks know it by. */
    public String manifestSha256(String id) {
        return ModelFiles.manifestSha256(folder, id);
    }

    /** The model file, digest verified. */
    public byte[] modelFile(String id) {
        return ModelFiles.read(folder, id).model();
    }

    /** Loads models for an engine with this schema, in the order given; all or none. */
    public List<LoadedModel> load(List<String> ids, FeatureSchema schema) {
        return load(ids, schema, DEFAULT_BACKEND);
    }

    /** The same, nets by the named backend. */
    public List<LoadedModel> load(List<String> ids, FeatureSchema schema, ServingBackend backend) {
        List<LoadedModel> loaded = new ArrayList<>(ids.size());
        try {
            for (String id : ids) {
                loaded.add(load(id, schema, backend));
            }
            return List.copyOf(loaded);
        } catch (RuntimeException e) {
            loaded.forEach(model -> model.model().close());
            throw e;
        }
    }

    /** The mean of the loaded models; they must be about the same label. */
    public static Ensemble ensemble(List<LoadedModel> loaded) {
        double meanMoveBps = 0.0;
        for (LoadedModel model : loaded) {
            requireSameLabel(loaded.getFirst().manifest(), model.manifest());
            meanMoveBps += model.manifest().label().meanMoveBps() / loaded.size();
        }
        return new Ensemble(loaded.stream().map(LoadedModel::model).toList(), meanMoveBps);
    }

    private static void requireSameLabel(ModelManifest first, ModelManifest other) {
        if (first.label().horizonNs() != other.label().horizonNs()
                || !first.label().definition().equals(other.label().definition())) {
            throw new ModelException("models " + first.id() + " and " + other.id() + " cannot be averaged: the one "
                    + "predicts " + first.label() + ", the other " + other.label() + "; take models of one label");
        }
    }

    /** Loads one model. */
    public LoadedModel load(String id, FeatureSchema schema) {
        return load(id, schema, DEFAULT_BACKEND);
    }

    /**
     * Loads one model.
     *
     * @param schema  what the vectors are: the engine's features; for a stack the {@link StackSchema} of its members
     * @param backend what serves it if it is a net
     */
    public LoadedModel load(String id, FeatureSchema schema, ServingBackend backend) {
        ModelFiles files = ModelFiles.read(folder, id);
        List<String> notes = new ArrayList<>();
        ModelOpening opening = new ModelOpening(files, schema, notes);
        Model opened = opening.open(backend);
        try {
            return new LoadedModel(files.manifest(), files.manifestSha256(), opened, notes, files.drift());
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Loads a stack and the very models that it was fitted to; a member that is missing, or another one under the same name, is
     * refused by name.
     *
     * @param schema the engine's features, which the members read
     */
    public LoadedStack loadStack(String id, FeatureSchema schema, ServingBackend backend) {
        ModelManifest manifest = manifest(id);
        if (manifest.family() != Family.STACK) {
            throw new ModelException(
                    "model " + id + " is of family " + manifest.family() + ", not a stack; name a STACK"
                            + " (`v11 models list` shows them)");
        }
        for (Feature input : manifest.inputs().features()) {
            requireMember(manifest, input);
        }
        List<LoadedModel> members = load(manifest.inputs().names(), schema, backend);
        try {
            return new LoadedStack(load(id, StackSchema.of(members), backend), members);
        } catch (RuntimeException e) {
            members.forEach(member -> member.model().close());
            throw e;
        }
    }

    private void requireMember(ModelManifest stack, Feature input) {
        String wanted = StackSchema.manifestSha256(stack, input);
        String found = ModelFiles.manifestSha256(folder, input.name());
        if (!wanted.equals(found)) {
            throw new ModelException("stack " + stack.id() + " was fitted to another " + input.name()
                    + ": its manifest had SHA-256 " + wanted + ", the one here has " + found
                    + "; fetch that member, or fit the stack again");
        }
        if (manifest(input.name()).family() == Family.STACK) {
            throw new ModelException("stack " + stack.id() + " has the stack " + input.name()
                    + " as member; members must be models that read features");
        }
    }
}
