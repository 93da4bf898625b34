package io.v11.benchmarks.subject;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import io.v11.benchmarks.setting.Home;
import io.v11.config.Profile;
import io.v11.ml.Ensemble;
import io.v11.ml.FeatureSchema;
import io.v11.ml.Model;
import io.v11.ml.onnx.OnnxModel;
import io.v11.ml.onnx.Standardiser;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.tree.XgboostModel;

/**
 * The models that the engine under measurement is given: those of the profile, or stand-ins of their size when a checkout
 * has none yet. Stand-ins cost as much and know nothing, so they serve for figures of speed only.
 *
 * @param loaded      what the registry gave, empty for stand-ins
 * @param description for the report
 */
public record Models(Ensemble ensemble, List<LoadedModel> loaded, String description) implements AutoCloseable {
    private static final int TREES = 100;
    private static final int DEPTH = 6;
    private static final double MEAN_MOVE_BPS = 1.5;
    private static final double CLIP = 8.0;

    public static Models open(Home home, Profile profile, FeatureSchema schema) {
        List<String> live = profile.models().live();
        boolean shipped = live.stream().allMatch(id -> Files.isDirectory(home.models().resolve(id)));
        if (!shipped) {
            return standIns(schema.size());
        }
        List<LoadedModel> loaded = ModelRegistry.open(home.models()).load(live, schema);
        return new Models(ModelRegistry.ensemble(loaded), loaded, live.toString());
    }

    /** A forest of 100 trees of depth 6 trained on noise, and a perceptron with made-up weights. */
    public static Models standIns(int features) {
        double[] ones = new double[features];
        Arrays.fill(ones, 1.0);
        try (Forest forest = Forest.train(features, TREES, DEPTH)) {
            List<Model> models = List.of(new XgboostModel("stand-in-forest", forest.ensemble()),
                    OnnxModel.open("stand-in-net", Net.perceptron(features, 64, 32, 1),
                            new Standardiser(new double[features], ones, CLIP), false));
            return new Models(new Ensemble(models, MEAN_MOVE_BPS), List.of(),
                    "stand-ins of the shipped size (config/models is not there)");
        }
    }

    @Override
    public void close() {
        ensemble.close();
    }
}
