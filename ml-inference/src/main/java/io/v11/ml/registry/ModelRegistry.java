package io.v11.ml.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.v11.ml.Ensemble;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.Model;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.Sha256;
import io.v11.ml.Standardiser;
import io.v11.ml.drift.DistributionFile;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.onnx.OnnxModel;
import io.v11.ml.registry.ModelManifest.ModelFile;
import io.v11.ml.registry.ModelManifest.Output;
import io.v11.ml.tree.TreeEnsemble;
import io.v11.ml.tree.XgboostModel;
import io.v11.ml.tree.XgboostModelReader;
import io.v11.ml.tree.XgboostParity;

/**
 * Opens models by {@code name/version} from a folder of folders. A model is handed out only when the digests of its
 * files, the features it reads, its width and its golden rows all agree with the manifest and the engine; the digest is
 * verified before a parser sees a byte, because a damaged model file can kill the process or, worse, answer a little
 * wrongly. Cold path.
 */
public final class ModelRegistry {
    /** How far a net may be from its golden output; trees must meet theirs to the bit. */
    public static final double NET_TOLERANCE = 1e-6;

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

    /** Loads models for an engine with this schema, in the order given; all or none. */
    public List<LoadedModel> load(List<String> ids, FeatureSchema schema) {
        List<LoadedModel> loaded = new ArrayList<>(ids.size());
        try {
            for (String id : ids) {
                loaded.add(load(id, schema));
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
        String[] words = id.split("/", -1);
        if (words.length != 2 || !ModelManifest.isWord(words[0]) || !ModelManifest.isWord(words[1])) {
            throw new ModelException("model '" + id + "' must be written name/version");
        }
        Path home = folder.resolve(words[0]).resolve(words[1]);
        byte[] text = content(home.resolve(ManifestFile.NAME), id);
        ModelManifest manifest = ManifestFile.parse(home.resolve(ManifestFile.NAME).toString(),
                new String(text, StandardCharsets.UTF_8));
        if (!manifest.id().equals(id)) {
            throw new ModelException(home + ": the manifest is of " + manifest.id() + ", must be of " + id
                    + "; a version must not be copied under another name");
        }
        ModelInputs inputs = SchemaCheck.inputs(manifest, schema);
        List<byte[]> contents = verifiedContents(home, manifest);
        byte[] model = contents.getFirst();
        DriftReference drift = drift(home, manifest, contents);
        List<String> notes = new ArrayList<>();
        Model opened = switch (manifest.family()) {
            case XGBOOST, FOREST -> openTrees(manifest, model, inputs, notes);
            case MLP, LOGISTIC -> openNet(manifest, model, inputs, notes);
            case LSTM, TRANSFORMER, STACK -> throw new ModelException("model " + id + ": family " + manifest.family()
                    + " cannot be served yet");
        };
        try {
            requireGolden(manifest, inputs, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        notes.add(manifest.golden().size() + " golden rows met");
        return new LoadedModel(manifest, Sha256.hex(text), opened, notes, drift);
    }

    private static DriftReference drift(Path home, ModelManifest manifest, List<byte[]> contents) {
        for (int i = 1; i < contents.size(); i++) {
            if (manifest.files().get(i).name().equals(DistributionFile.NAME)) {
                return DistributionFile.parse(home.resolve(DistributionFile.NAME).toString(),
                        new String(contents.get(i), StandardCharsets.UTF_8));
            }
        }
        return DriftReference.NONE;
    }

    /** Contents of the manifest's files, the model file first. What was verified is what is parsed. */
    private static List<byte[]> verifiedContents(Path home, ModelManifest manifest) {
        List<byte[]> contents = new ArrayList<>();
        for (ModelFile file : manifest.files()) {
            byte[] content = content(home.resolve(file.name()), manifest.id());
            String found = Sha256.hex(content);
            if (!found.equals(file.sha256())) {
                throw new ModelException("model " + manifest.id() + ": " + home.resolve(file.name()) + " has SHA-256 "
                        + found + ", the manifest says " + file.sha256()
                        + "; the file is damaged or was changed, fetch or train the model again");
            }
            contents.add(content);
        }
        return contents;
    }

    private static byte[] content(Path file, String id) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException("model " + id + ": cannot read " + file + "; fetch or train the model", e);
        }
    }

    private static Model openTrees(ModelManifest manifest, byte[] content, ModelInputs inputs, List<String> notes) {
        if (manifest.output() != Output.LOGIT) {
            throw new ModelException("model " + manifest.id() + ": trees compute log-odds, output must be LOGIT");
        }
        TreeEnsemble ensemble = XgboostModelReader.read(manifest.id() + "/" + manifest.files().getFirst().name(),
                content);
        SchemaCheck.requireWidth(manifest, ensemble.features());
        List<FeatureVector> rows = manifest.golden().stream().map(row -> row.vector(inputs)).toList();
        notes.add(XgboostParity.check(manifest.id(), content, ensemble, inputs, rows).toString());
        return new XgboostModel(manifest.name(), ensemble, inputs);
    }

    private static Model openNet(ModelManifest manifest, byte[] content, ModelInputs inputs, List<String> notes) {
        Standardiser standardiser = new Standardiser(manifest.inputs().means(), manifest.inputs().deviations(),
                manifest.inputs().clip());
        OnnxModel model = OnnxModel.open(manifest.name(), content, inputs, standardiser,
                manifest.output() == Output.LOGIT);
        notes.add("served by " + model.backend());
        return model;
    }

    private static void requireGolden(ModelManifest manifest, ModelInputs inputs, Model model) {
        model.reset();
        double tolerance = manifest.family().trees() ? 0.0 : NET_TOLERANCE;
        for (int i = 0; i < manifest.golden().size(); i++) {
            GoldenRow row = manifest.golden().get(i);
            double found = model.score(row.vector(inputs));
            boolean bothAbstain = Double.isNaN(found) && Double.isNaN(row.output());
            if (!bothAbstain && !(Math.abs(found - row.output()) <= tolerance)) {
                throw new ModelException("model " + manifest.id() + ": golden row " + i + " gives " + found
                        + ", the manifest says " + row.output() + " (tolerance " + tolerance
                        + "); serving differs from training, do not trade with it: train the model again here");
            }
        }
    }
}
