package io.v11.benchmarks.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.v11.benchmarks.setting.Recording;
import io.v11.config.Configuration;
import io.v11.config.Instruments;
import io.v11.engine.LiveModels;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.ml.Ensemble;
import io.v11.ml.FeatureVector;
import io.v11.ml.InferenceBudget;
import io.v11.ml.Model;
import io.v11.ml.ModelScores;
import io.v11.ml.ServingBackend;
import io.v11.ml.calibration.CoverageGate;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelRegistry;

/**
 * The stack of a profile and its members, each by itself and all together, on the vectors of recorded decisions. Every decision
 * comes round in order, so that models with memory are past their warm-up. Confined to one thread.
 */
public final class LiveEnsemble implements AutoCloseable {
    private static final int VECTORS = 1024;

    private final LoadedStack loaded;
    private final Ensemble ensemble;
    private final Map<String, Model> members = new TreeMap<>();
    private final ModelScores scores;
    private final FeatureVector[] vectors;
    private int next;

    private LiveEnsemble(LoadedStack loaded, FeatureVector[] vectors) {
        this.loaded = loaded;
        this.vectors = vectors;
        List<Model> models = new ArrayList<>();
        loaded.members().forEach(member -> {
            models.add(member.model());
            members.put(member.manifest().family().text(), member.model());
        });
        scores = new ModelScores(models.size());
        ensemble = new Ensemble(models, loaded.stack().model(), InferenceBudget.unlimited(models.size()),
                new CoverageGate(1.0, 0.0, 0.02), 1.0);
    }

    /** @param configuration with a profile that has a stack */
    public static LiveEnsemble open(Path registry, Configuration configuration, ServingBackend backend,
            Recording recording) {
        String stack = LiveModels.resolve(registry, configuration).profile().models().stack();
        return new LiveEnsemble(ModelRegistry.open(registry).loadStack(stack, FeatureCatalog.schema(), backend),
                vectors(recording, configuration.instruments()));
    }

    /** Decisions of one instrument from the middle of the last session, where features are warm. */
    private static FeatureVector[] vectors(Recording recording, Instruments instruments) {
        MarketStage market = new MarketStage(instruments);
        FeatureStage features = new FeatureStage(instruments);
        FeatureVector[] vectors = new FeatureVector[VECTORS];
        int kept = 0;
        int first = recording.lastSession();
        int middle = (first + recording.count()) / 2;
        int instrument = -1;
        for (int i = first; i < recording.count() && kept < VECTORS; i++) {
            EngineEvent slot = new EngineEvent(FeatureCatalog.size(), 1, 1);
            slot.load(recording.buffer(), recording.offset(i), recording.length(i), i);
            market.onEvent(slot);
            features.onEvent(slot);
            if (i >= middle && slot.features().ready() && (instrument < 0 || slot.instrument() == instrument)) {
                instrument = slot.instrument();
                slot.features().origin(instrument, 0L, 0);
                vectors[kept++] = slot.features();
            }
        }
        if (kept < VECTORS) {
            throw new IllegalStateException(
                    "the recording has " + kept + " decisions of one instrument behind its middle, "
                            + VECTORS + " are needed");
        }
        return vectors;
    }

    /** All members and the stack; false when there is no answer. */
    public boolean together() {
        scores.clear();
        ensemble.score(vector(), scores);
        return scores.ready();
    }

    /** The members one after another on one vector, without anything around them; false when none answers. */
    public boolean oneAfterAnother() {
        FeatureVector vector = vector();
        int answers = 0;
        for (int i = 0; i < loaded.members().size(); i++) {
            answers += Double.isNaN(loaded.members().get(i).model().score(vector)) ? 0 : 1;
        }
        return answers > 0;
    }

    /** One member. @param family {@link io.v11.ml.Family#text()} */
    public double alone(String family) {
        return members.get(family).score(vector());
    }

    private FeatureVector vector() {
        next = next + 1 == VECTORS ? 0 : next + 1;
        return vectors[next];
    }

    /** Takes every vector once, so that all that remember are warm. */
    public LiveEnsemble warm() {
        for (int i = 0; i < VECTORS; i++) {
            together();
        }
        return this;
    }

    @Override
    public void close() {
        loaded.close();
    }
}
