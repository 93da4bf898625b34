package io.v11.training.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.v11.config.Instruments;
import io.v11.ml.FeatureVector;
import io.v11.ml.Model;
import io.v11.ml.ModelInputs;
import io.v11.ml.Sha256;
import io.v11.ml.drift.DistributionFile;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.registry.GoldenRow;
import io.v11.ml.registry.ModelManifest;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.TimeSplit.Span;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Judge;
import io.v11.training.metrics.Rule;
import io.v11.training.trainer.TrainedModel;

/** Writes down what a model is: the same for every family, one for each training run. Cold path. */
public final class ManifestWriter {
    private final Dataset data;
    private final TimeSplit split;
    private final List<Span> spans;
    private final Instruments instruments;
    private final Judge judge;
    private final long purgeNs;
    private final long seed;
    private final Map<String, String> common;
    private final ModelManifest.Lineage lineage;
    private final DriftReference reference;

    /**
     * @param spans   as the split was made from
     * @param common  settings that all families share, in a fixed order
     * @param lineage where the rows came from
     */
    public ManifestWriter(Dataset data, TimeSplit split, List<Span> spans, Instruments instruments, Judge judge,
            long purgeNs, long seed, Map<String, String> common, ModelManifest.Lineage lineage) {
        this.data = data;
        this.split = split;
        this.spans = spans;
        this.instruments = instruments;
        this.judge = judge;
        this.purgeNs = purgeNs;
        this.seed = seed;
        this.common = common;
        this.lineage = lineage;
        this.reference = new TrainingReference(data, split.train(), instruments).reference();
    }

    /** What the features that the model reads looked like on the train rows: the text of its {@link DistributionFile}. */
    public String distribution(TrainedModel trained) {
        return DistributionFile.text(reference.restrictedTo(inputs(trained).names()));
    }

    /** @param test the model on the test rows, all instruments first */
    public ModelManifest manifest(String version, TrainedModel trained, Model served, List<Evaluation> test) {
        return new ModelManifest(trained.family().text(), version, trained.family(),
                trained.family().trees() ? ModelManifest.Output.LOGIT : ModelManifest.Output.PROBABILITY,
                List.of(new ModelManifest.ModelFile(trained.fileName(), Sha256.hex(trained.bytes())),
                        new ModelManifest.ModelFile(DistributionFile.NAME,
                                Sha256.hex(distribution(trained).getBytes(StandardCharsets.UTF_8)))),
                inputs(trained), trained.memory(), ModelManifest.Calibrated.IDENTITY,
                label(), fit(trained), metrics(test), lineage, golden(trained.inputs(), served));
    }

    private static ModelManifest.Inputs inputs(TrainedModel trained) {
        List<ModelManifest.Feature> features = new ArrayList<>();
        for (int i = 0; i < trained.inputs().size(); i++) {
            features.add(ModelManifest.Feature.of(trained.inputs().schema().definition(i), trained.moments().mean()[i],
                    trained.moments().deviation()[i]));
        }
        return ModelManifest.Inputs.of(trained.inputs().plane(), trained.moments().clip(), features);
    }

    private ModelManifest.Label label() {
        long longest = 1;
        for (int row : split.train()) {
            longest = Math.max(longest, data.labelEndNs(row) - data.eventTimeNs(row));
        }
        return new ModelManifest.Label(
                "the first mid price that differs from the mid at the decision is higher; horizonNs is "
                        + "the longest wait for it on the train rows",
                longest, judge.meanMoveBps(-1));
    }

    private ModelManifest.Fit fit(TrainedModel trained) {
        List<ModelManifest.Setting> settings = new ArrayList<>();
        trained.hyperparameters().forEach((name, value) -> settings.add(new ModelManifest.Setting(name, value)));
        common.forEach((name, value) -> settings.add(new ModelManifest.Setting(name, value)));
        settings.add(new ModelManifest.Setting("bestStep", String.valueOf(trained.bestStep())));
        List<ModelManifest.Span> ranges = new ArrayList<>();
        for (Span span : spans) {
            long rows = 0;
            for (int row : rows(span.part())) {
                rows += span.holds(data.instrument(row), data.eventTimeNs(row)) ? 1 : 0;
            }
            ranges.add(new ModelManifest.Span(span.part().name(), instruments.get(span.instrument()).qualifiedName(),
                    span.fromNs(), span.toNs(), rows));
        }
        return new ModelManifest.Fit(range(split.train()), range(split.validation()), range(split.test()), purgeNs,
                seed,
                settings, ranges);
    }

    private int[] rows(TimeSplit.Part part) {
        return switch (part) {
            case TRAIN -> split.train();
            case VALIDATION -> split.validation();
            case TEST -> split.test();
        };
    }

    private ModelManifest.Range range(int[] rows) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int row : rows) {
            from = Math.min(from, data.eventTimeNs(row));
            to = Math.max(to, data.eventTimeNs(row) + 1);
        }
        return rows.length == 0 ? new ModelManifest.Range(0, 0, 0) : new ModelManifest.Range(from, to, rows.length);
    }

    private ModelManifest.Metrics metrics(List<Evaluation> test) {
        Evaluation all = test.getFirst();
        List<ModelManifest.Measure> others = new ArrayList<>();
        for (Evaluation evaluation : test) {
            measures(evaluation, others);
        }
        for (int instrument : judge.instruments()) {
            others.add(new ModelManifest.Measure("meanMoveBps " + instruments.get(instrument).qualifiedName(),
                    judge.meanMoveBps(instrument)));
        }
        Rule rule = all.rule();
        return new ModelManifest.Metrics(all.rows(), all.accuracy(), all.majority(), all.coverage(),
                all.areaUnderCurve(), all.logLoss(),
                new ModelManifest.OneFeatureRule(rule.name(), rule.describe(), all.ruleAccuracy()), others);
    }

    private static void measures(Evaluation evaluation, List<ModelManifest.Measure> measures) {
        String group = " " + evaluation.group();
        add(measures, "rows" + group, evaluation.rows());
        add(measures, "moves" + group, evaluation.moves());
        add(measures, "majority" + group, evaluation.majority());
        add(measures, "ruleAccuracy" + group, evaluation.ruleAccuracy());
        add(measures, "accuracy" + group, evaluation.accuracy());
        add(measures, "accuracyLow95" + group, evaluation.accuracyInterval().low());
        add(measures, "accuracyHigh95" + group, evaluation.accuracyInterval().high());
        add(measures, "lead" + group, evaluation.lead());
        add(measures, "leadLow95" + group, evaluation.leadInterval().low());
        add(measures, "leadHigh95" + group, evaluation.leadInterval().high());
        add(measures, "moveAccuracy" + group, evaluation.moveAccuracy());
        add(measures, "ruleMoveAccuracy" + group, evaluation.ruleMoveAccuracy());
        add(measures, "halfAccuracy" + group, evaluation.halfAccuracy());
        add(measures, "quarterAccuracy" + group, evaluation.quarterAccuracy());
        add(measures, "auc" + group, evaluation.areaUnderCurve());
        add(measures, "logLoss" + group, evaluation.logLoss());
        add(measures, "brier" + group, evaluation.brier());
        add(measures, "calibrationError" + group, evaluation.calibrationError());
    }

    /** An interval of too few moves is not a number, and a manifest holds numbers only. */
    private static void add(List<ModelManifest.Measure> measures, String name, double value) {
        if (Double.isFinite(value)) {
            measures.add(new ModelManifest.Measure(name, value));
        }
    }

    /** Rows spread evenly over train and validation: the test rows stay out of the files as well. */
    private List<GoldenRow> golden(ModelInputs inputs, Model served) {
        FeatureVector vector = new FeatureVector(data.features());
        List<GoldenRow> golden = new ArrayList<>();
        int seen = split.train().length + split.validation().length;
        for (int i = 0; i < ModelManifest.GOLDEN_ROWS; i++) {
            int position = (int) ((long) i * seen / ModelManifest.GOLDEN_ROWS);
            int row = position < split.train().length
                    ? split.train()[position]
                    : split.validation()[position - split.train().length];
            data.copyTo(row, vector);
            golden.add(GoldenRow.of(inputs, vector, served.score(vector)));
        }
        return golden;
    }
}
