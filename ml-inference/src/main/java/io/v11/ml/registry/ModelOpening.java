package io.v11.ml.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.Model;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.ServingBackend;
import io.v11.ml.Standardiser;
import io.v11.ml.calibration.CalibratedModel;
import io.v11.ml.calibration.CalibrationText;
import io.v11.ml.onnx.OnnxModel;
import io.v11.ml.registry.ModelManifest.Calibrated;
import io.v11.ml.registry.ModelManifest.Output;
import io.v11.ml.serving.NetModel;
import io.v11.ml.serving.NetServing;
import io.v11.ml.stack.StackFile;
import io.v11.ml.stack.StackModel;
import io.v11.ml.tree.TreeEnsemble;
import io.v11.ml.tree.XgboostModel;
import io.v11.ml.tree.XgboostModelReader;
import io.v11.ml.tree.XgboostParity;

/**
 * From verified bytes to a model that scores: the class that serves its family, wrapped in its calibration, held to its golden
 * rows. Adds a line to the notes for each check that a report should show. Cold path.
 */
final class ModelOpening {
    private final ModelFiles files;
    private final ModelManifest manifest;
    private final FeatureSchema schema;
    private final ModelInputs inputs;
    private final List<String> notes;

    /** @param schema what the vectors are that the model will get */
    ModelOpening(ModelFiles files, FeatureSchema schema, List<String> notes) {
        this.files = files;
        this.manifest = files.manifest();
        this.schema = schema;
        this.inputs = SchemaCheck.inputs(manifest, schema);
        this.notes = notes;
    }

    /** Opens it and meets the golden rows, after which the model is as fresh as before. */
    Model open(ServingBackend backend) {
        Model model = calibrated(switch (manifest.family()) {
            case XGBOOST, FOREST -> trees();
            case MLP, LOGISTIC, LSTM, TRANSFORMER -> net(backend);
            case STACK -> stack();
        });
        try {
            requireGolden(model);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
        return model;
    }

    private Model calibrated(Model model) {
        Calibrated said = manifest.calibration();
        if (said.equals(Calibrated.IDENTITY)) {
            return model;
        }
        try {
            notes.add("calibrated by " + said.method());
            return new CalibratedModel(model, new CalibrationText(said.method(), said.parameters()).calibration());
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private Model trees() {
        if (manifest.output() != Output.LOGIT) {
            throw new ModelException("model " + manifest.id() + ": trees compute log-odds, output must be LOGIT");
        }
        TreeEnsemble ensemble = XgboostModelReader.read(files.modelSource(), files.model());
        SchemaCheck.requireWidth(manifest, ensemble.features());
        List<FeatureVector> rows = manifest.golden().stream().map(row -> row.vector(inputs)).toList();
        notes.add(XgboostParity.check(manifest.id(), files.model(), ensemble, inputs, rows).toString());
        return new XgboostModel(manifest.name(), ensemble, inputs);
    }

    private Model net(ServingBackend backend) {
        if (manifest.output() != Output.PROBABILITY) {
            throw new ModelException(
                    "model " + manifest.id() + ": nets compute probabilities, output must be PROBABILITY");
        }
        Standardiser standardiser = new Standardiser(manifest.inputs().means(), manifest.inputs().deviations(),
                manifest.inputs().clip());
        Model model = NetServing.open(manifest.family(), manifest.name(), files.model(), inputs, standardiser,
                manifest.memory(), backend);
        notes.add("served by " + switch (model) {
            case NetModel net -> net.backend();
            case OnnxModel net -> net.backend();
            default -> backend.name();
        });
        return model;
    }

    private Model stack() {
        StackFile file = StackFile.parse(files.modelSource(), new String(files.model(), StandardCharsets.UTF_8));
        if (!file.names().equals(manifest.inputs().names())) {
            throw new ModelException("model " + manifest.id() + ": its file weighs " + file.names()
                    + ", its manifest names " + manifest.inputs().names()
                    + "; file and manifest do not belong together, fit the stack again");
        }
        return new StackModel(manifest.name(), file, schema);
    }

    private void requireGolden(Model model) {
        model.reset();
        double tolerance = manifest.family().trees() ? 0.0 : ModelRegistry.NET_TOLERANCE;
        for (int i = 0; i < manifest.golden().size(); i++) {
            GoldenRow row = manifest.golden().get(i);
            double found = model.score(row.vector(inputs));
            boolean bothAbstain = Double.isNaN(found) && Double.isNaN(row.probability());
            if (!bothAbstain && !(Math.abs(found - row.probability()) <= tolerance)) {
                throw new ModelException("model " + manifest.id() + ": golden row " + i + " gives " + found
                        + ", the manifest says " + row.probability() + " (tolerance " + tolerance
                        + "); serving differs from training, do not trade with it: train the model again here");
            }
        }
        model.reset();
        notes.add(manifest.golden().size() + " golden rows met");
    }
}
