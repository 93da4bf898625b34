package io.v11.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.config.Profile.FamilyCost;
import io.v11.config.Profile.ModelSettings;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Ensemble;
import io.v11.ml.FeatureSchema;
import io.v11.ml.InferenceBudget;
import io.v11.ml.InputPlane;
import io.v11.ml.MeanModel;
import io.v11.ml.Model;
import io.v11.ml.ServingBackend;
import io.v11.ml.calibration.CoverageGate;
import io.v11.ml.drift.DriftDetector;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.registry.LivePointer;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelManifest.Measure;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.registry.canary.ModelCanary;

/**
 * The models that an engine asks: loaded with every check against this build's features, made one ensemble as the profile
 * says, closed together. Cold path.
 */
public final class LiveModels implements AutoCloseable {
    private static final String MEAN_MOVE = "meanMoveBps ";
    private static final double NS_PER_US = 1_000.0;
    /** Answers nothing: what the gate has not learnt about yet is not acted upon. */
    private static final double CLOSED = 0.5;

    private final List<LoadedModel> members;
    /** The stack, or nothing. */
    private final List<LoadedModel> stack;
    private final Ensemble ensemble;

    private LiveModels(List<LoadedModel> members, List<LoadedModel> stack, ModelSettings settings) {
        this.members = members;
        this.stack = stack;
        Model combiner = stack.isEmpty() ? new MeanModel(Math.max(1, members.size())) : stack.getFirst().model();
        double initialThreshold = settings.coverage() == 1.0 ? 0.0 : CLOSED;
        double meanMoveBps = members.isEmpty() ? 0.0 : ModelRegistry.ensemble(members).meanMoveBps();
        this.ensemble = new Ensemble(members.stream().map(LoadedModel::model).toList(), combiner,
                budget(members, settings),
                new CoverageGate(settings.coverage(), initialThreshold, settings.coverageStep()),
                meanMoveBps);
    }

    /**
     * The configuration with every model by name and version: what {@code live} means today, and the members of a stack. To be
     * done before the configuration is hashed and journaled, so that a replay asks the same models when the pointer has moved.
     */
    public static Configuration resolve(Path registry, Configuration configuration) {
        ModelSettings models = configuration.profile().models();
        if (!models.stacked() || !models.members().isEmpty()) {
            return configuration;
        }
        String id = models.stack().equals(ModelSettings.LIVE) ? LivePointer.require(registry).stack() : models.stack();
        return configuration.with(models.with(id, ModelRegistry.open(registry).manifest(id).inputs().names()));
    }

    /**
     * Has a child process load the models first: a damaged file can end the process that opens it, and this one has orders at the
     * venue. Throws when the child refuses one or does not survive it.
     *
     * @param settings with every model by name and version, see {@link #resolve}
     */
    public static void tryInChild(Path registry, ModelSettings settings) {
        if (!settings.stacked() && settings.members().isEmpty()) {
            return;
        }
        ModelCanary.require(registry, settings.stacked() ? List.of(settings.stack()) : settings.members(),
                FeatureCatalog.schema(), ServingBackend.valueOf(settings.backend()));
    }

    /** @param settings with every model by name and version, see {@link #resolve} */
    public static LiveModels load(Path registry, ModelSettings settings) {
        if (settings.members().isEmpty() && settings.stacked() || settings.stack().equals(ModelSettings.LIVE)) {
            throw new ConfigurationException(
                    "models.stack " + settings.stack() + " must be resolved before it is loaded");
        }
        if (settings.members().isEmpty()) {
            return new LiveModels(List.of(), List.of(), settings);
        }
        ModelRegistry opened = ModelRegistry.open(registry);
        ServingBackend backend = ServingBackend.valueOf(settings.backend());
        List<LoadedModel> members;
        List<LoadedModel> stack = List.of();
        if (settings.stacked()) {
            LoadedStack loaded = opened.loadStack(settings.stack(), FeatureCatalog.schema(), backend);
            members = loaded.members();
            stack = List.of(loaded.stack());
        } else {
            members = opened.load(settings.members(), FeatureCatalog.schema(), backend);
        }
        try {
            requireStated(settings, members);
            return new LiveModels(members, stack, settings);
        } catch (RuntimeException e) {
            members.forEach(model -> model.model().close());
            stack.forEach(model -> model.model().close());
            throw e;
        }
    }

    private static void requireStated(ModelSettings settings, List<LoadedModel> members) {
        List<String> ids = members.stream().map(member -> member.manifest().id()).toList();
        if (!ids.equals(settings.members())) {
            throw new ConfigurationException("models.members must be [] or those of " + settings.stack() + ", " + ids
                    + ", are " + settings.members());
        }
    }

    /** The members' costs and order of degradation by the families that the profile lists; within one, that of the members. */
    private static InferenceBudget budget(List<LoadedModel> members, ModelSettings settings) {
        if (members.isEmpty()) {
            return InferenceBudget.unlimited(0);
        }
        long[] costsNs = new long[members.size()];
        int[] order = new int[members.size()];
        int ordered = 0;
        for (FamilyCost cost : settings.degradation()) {
            for (int i = 0; i < members.size(); i++) {
                if (family(members.get(i)).equals(cost.family())) {
                    costsNs[i] = Math.round(cost.costUs() * NS_PER_US);
                    order[ordered++] = i;
                }
            }
        }
        if (ordered < members.size()) {
            throw new ConfigurationException(
                    "models.degradation must name the family of every member with its cost: members "
                            + settings.members() + " are of "
                            + members.stream().map(LiveModels::family).distinct().toList()
                            + ", it names " + settings.degradation().stream().map(FamilyCost::family).toList());
        }
        return new InferenceBudget(Math.round(settings.budgetUs() * NS_PER_US), costsNs, order);
    }

    private static String family(LoadedModel model) {
        return model.manifest().family().text();
    }

    /** All of them: the members in the order of the scores, then the stack when there is one. */
    public List<LoadedModel> loaded() {
        List<LoadedModel> all = new ArrayList<>(members);
        all.addAll(stack);
        return all;
    }

    public Ensemble ensemble() {
        return ensemble;
    }

    public FeatureSchema schema() {
        return FeatureCatalog.schema();
    }

    /** True when some member reads normalised values: without it the feature stage need not make them. */
    public boolean normalised() {
        return members.stream().anyMatch(model -> model.manifest().inputs().plane() == InputPlane.NORMALISED);
    }

    /** Watches whether the features of live decisions are still those of the members' training range. */
    public DriftDetector driftDetector(Instruments instruments) {
        List<DriftReference> references = members.stream().map(LoadedModel::drift).toList();
        return new DriftDetector(DriftReference.union(references), schema(), instruments.qualifiedNames());
    }

    /**
     * Mean size of the predicted move by instrument, basis points: what the stack measured, or the mean over the members'
     * training rows. 0 for an instrument that none was trained on: what was never measured is worth nothing, so no order
     * comes of it.
     */
    public double[] meanMoveBps(Instruments instruments) {
        double[] moves = new double[instruments.count()];
        for (int i = 0; i < moves.length; i++) {
            String measure = MEAN_MOVE + instruments.get(i).qualifiedName();
            moves[i] = mean(stack, measure);
            if (moves[i] == 0.0) {
                moves[i] = mean(members, measure);
            }
        }
        return moves;
    }

    private static double mean(List<LoadedModel> models, String measure) {
        double mean = 0.0;
        for (LoadedModel model : models) {
            mean += measured(model, measure) / models.size();
        }
        return mean;
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
