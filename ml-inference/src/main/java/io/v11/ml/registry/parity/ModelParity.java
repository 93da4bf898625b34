package io.v11.ml.registry.parity;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelInputs;
import io.v11.ml.ServingBackend;
import io.v11.ml.registry.GoldenRow;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.registry.StackScore;
import io.v11.ml.tree.TreeEnsemble;
import io.v11.ml.tree.XgboostLibrary;
import io.v11.ml.tree.XgboostModel;
import io.v11.ml.tree.XgboostModelReader;

/**
 * One model served in two ways, stepped through the same decisions: trees by kernel and XGBoost's library, compared on log-odds; nets by
 * kernel and ONNX Runtime, on the probability that is served; a stack over members of the one and the other way. A model with memory
 * must be given every decision in order. Confined to one thread; cold path.
 */
public final class ModelParity implements AutoCloseable {
    private final ModelManifest manifest;
    private final String compared;
    private final double limit;
    private final ToDoubleFunction<FeatureVector> first;
    private final ToDoubleFunction<FeatureVector> second;
    private final Runnable reset;
    private final List<Runnable> closing;
    private long rows;
    private long abstentions;
    private double maximumDifference;

    private ModelParity(ModelManifest manifest, String compared, double limit, ToDoubleFunction<FeatureVector> first,
            ToDoubleFunction<FeatureVector> second, Runnable reset, List<Runnable> closing) {
        this.manifest = manifest;
        this.compared = compared;
        this.limit = limit;
        this.first = first;
        this.second = second;
        this.reset = reset;
        this.closing = closing;
    }

    /** Opens a model in both ways, each with all checks. */
    public static ModelParity open(ModelRegistry registry, String id, FeatureSchema schema) {
        ModelManifest manifest = registry.manifest(id);
        if (manifest.family().trees()) {
            return trees(registry, manifest, schema);
        }
        return manifest.family() == Family.STACK ? stack(registry, manifest, schema) : net(registry, manifest, schema);
    }

    private static ModelParity trees(ModelRegistry registry, ModelManifest manifest, FeatureSchema schema) {
        registry.load(manifest.id(), schema).model().close();
        byte[] content = registry.modelFile(manifest.id());
        ModelInputs inputs = ModelInputs.of(schema, manifest.inputs().names(), manifest.inputs().plane());
        TreeEnsemble ensemble = XgboostModelReader.read(manifest.id(), content);
        XgboostModel kernel = new XgboostModel(manifest.name(), ensemble, inputs);
        XgboostLibrary library = XgboostLibrary.open(manifest.id(), content, ensemble, inputs);
        return new ModelParity(manifest, "kernel and XGBoost library, log-odds", 0.0, kernel::margin, library::margin,
                () -> {
                }, List.of(library::close));
    }

    private static ModelParity net(ModelRegistry registry, ModelManifest manifest, FeatureSchema schema) {
        LoadedModel kernel = registry.load(manifest.id(), schema, ServingBackend.KERNEL);
        LoadedModel runtime = registry.load(manifest.id(), schema, ServingBackend.ONNX);
        return new ModelParity(manifest, "kernel and ONNX Runtime, probability", ModelRegistry.NET_TOLERANCE,
                kernel.model()::score, runtime.model()::score, () -> {
                    kernel.model().reset();
                    runtime.model().reset();
                }, List.of(kernel.model()::close, runtime.model()::close));
    }

    private static ModelParity stack(ModelRegistry registry, ModelManifest manifest, FeatureSchema schema) {
        LoadedStack kernel = registry.loadStack(manifest.id(), schema, ServingBackend.KERNEL);
        LoadedStack runtime = registry.loadStack(manifest.id(), schema, ServingBackend.ONNX);
        StackScore ofKernel = new StackScore(kernel);
        StackScore ofRuntime = new StackScore(runtime);
        return new ModelParity(manifest, "over kernels and over ONNX Runtime, probability",
                ModelRegistry.NET_TOLERANCE, ofKernel::score, ofRuntime::score, () -> {
                    ofKernel.reset();
                    ofRuntime.reset();
                }, List.of(kernel::close, runtime::close));
    }

    /** What the model says of itself. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** Asks both ways about a decision. */
    public void step(FeatureVector vector) {
        double a = first.applyAsDouble(vector);
        double b = second.applyAsDouble(vector);
        rows++;
        if (Double.isNaN(a) && Double.isNaN(b)) {
            abstentions++;
        } else if (Double.isNaN(a) || Double.isNaN(b)) {
            maximumDifference = Double.POSITIVE_INFINITY;
        } else {
            maximumDifference = Math.max(maximumDifference, Math.abs(a - b));
        }
    }

    /** Asks both ways about the model's golden rows, from a fresh start; a stack has none that read features. */
    public void stepGolden(FeatureSchema schema) {
        if (manifest.family() == Family.STACK) {
            return;
        }
        reset();
        ModelInputs inputs = ModelInputs.of(schema, manifest.inputs().names(), manifest.inputs().plane());
        for (GoldenRow row : manifest.golden()) {
            step(row.vector(inputs));
        }
        reset();
    }

    /** Both forget what they saw; the tally stays. */
    public void reset() {
        reset.run();
    }

    /** Where the two stand. */
    public ParityResult result() {
        return new ParityResult(manifest.id(), compared, rows, abstentions, maximumDifference, limit);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
