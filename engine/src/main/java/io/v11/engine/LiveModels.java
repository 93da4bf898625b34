package io.v11.engine;

import java.nio.file.Path;
import java.util.List;

import io.v11.config.Instruments;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Ensemble;
import io.v11.ml.FeatureSchema;
import io.v11.ml.InputPlane;
import io.v11.ml.drift.DriftDetector;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ModelManifest.Measure;
import io.v11.ml.registry.ModelRegistry;

/** The models that an engine asks: loaded with every check against this build's features, averaged, closed together. */
public final class LiveModels implements AutoCloseable {
    private static final String MEAN_MOVE = "meanMoveBps ";

    private final List<LoadedModel> loaded;
    private final Ensemble ensemble;

    private LiveModels(List<LoadedModel> loaded) {
        this.loaded = loaded;
        this.ensemble = ModelRegistry.ensemble(loaded);
    }

    /** @param ids {@code name/version}, in the order of the scores */
    public static LiveModels load(Path registry, List<String> ids) {
        return new LiveModels(ModelRegistry.open(registry).load(ids, FeatureCatalog.schema()));
    }

    public List<LoadedModel> loaded() {
        return loaded;
    }

    public Ensemble ensemble() {
        return ensemble;
    }

    public FeatureSchema schema() {
        return FeatureCatalog.schema();
    }

    /** True when some model reads normalised values: without it the feature stage need not make them. */
    public boolean normalised() {
        return loaded.stream().anyMatch(model -> model.manifest().inputs().plane() == InputPlane.NORMALISED);
    }

    /** Watches whether the features of live decisions are still those of the models' training range. */
    public DriftDetector driftDetector(Instruments instruments) {
        List<DriftReference> references = loaded.stream().map(LoadedModel::drift).toList();
        return new DriftDetector(DriftReference.union(references), schema(), instruments.qualifiedNames());
    }

    /**
     * Mean size of the predicted move by instrument, basis points, mean over the models' training rows. 0 for an
     * instrument that none was trained on: what was never measured is worth nothing, so no order comes of it.
     */
    public double[] meanMoveBps(Instruments instruments) {
        double[] moves = new double[instruments.count()];
        for (int i = 0; i < moves.length; i++) {
            String measure = MEAN_MOVE + instruments.get(i).qualifiedName();
            for (LoadedModel model : loaded) {
                moves[i] += measured(model, measure) / loaded.size();
            }
        }
        return moves;
    }

    private static double measured(LoadedModel model, String name) {
        for (Measure measure : model.manifest().metrics().others()) {
            if (measure.name().equals(name)) {
                return measure.value();
            }
        }
        return 0.0;
    }

    @Override
    public void close() {
        ensemble.close();
    }
}
