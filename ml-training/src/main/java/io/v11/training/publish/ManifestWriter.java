package io.v11.training.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.config.Instruments;
import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.InputPlane;
import io.v11.ml.Memory;
import io.v11.ml.Model;
import io.v11.ml.ModelInputs;
import io.v11.ml.Sha256;
import io.v11.ml.calibration.Calibration;
import io.v11.ml.calibration.CalibrationText;
import io.v11.ml.drift.DistributionFile;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.StackSchema;
import io.v11.ml.stack.StackFile;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.TimeSplit.Span;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Judge;
import io.v11.training.metrics.Rule;
import io.v11.training.metrics.Scores;
import io.v11.training.report.LearningCurve;
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
    private final String labelDefinition;
    private final DriftReference reference;
    private final GoldenRows golden;

    /**
     * @param spans   as the split was made from
     * @param common  settings that all families share, in a fixed order
     * @param lineage where the rows came from
     * @param labelDefinition what is up, in words
     */
    public ManifestWriter(Dataset data, TimeSplit split, List<Span> spans, Instruments instruments, Judge judge,
            long purgeNs, long seed, Map<String, String> common, ModelManifest.Lineage lineage,
            String labelDefinition) {
        this.data = data;
        this.split = split;
        this.spans = spans;
        this.instruments = instruments;
        this.judge = judge;
        this.purgeNs = purgeNs;
        this.seed = seed;
        this.common = common;
        this.lineage = lineage;
        this.labelDefinition = labelDefinition;
        this.golden = new GoldenRows(data, split);
        this.reference = new TrainingReference(data, split.train(), instruments).reference();
    }

    /** A manifest and the contents of the files that it names, in its order. */
    public record Publication(ModelManifest manifest, List<byte[]> contents) {
    }

    /**
     * Of a model that reads features.
     *
     * @param served      calibrated, as it will be served; its memory is used and left reset
     * @param calibration of what the file computes
     * @param test        the model on the test rows, all instruments first
     */
    public Publication member(String version, TrainedModel trained, Model served, Calibration calibration,
            List<Evaluation> test) {
        ModelManifest.Inputs inputs = inputs(trained);
        List<byte[]> contents = List.of(trained.bytes(),
                bytes(DistributionFile.text(reference.restrictedTo(inputs.names()))), bytes(curve(trained)));
        List<ModelManifest.ModelFile> files = files(
                List.of(trained.fileName(), DistributionFile.NAME, LearningCurve.NAME), contents);
        CalibrationText text = CalibrationText.of(calibration);
        Map<String, String> settings = new LinkedHashMap<>(trained.hyperparameters());
        settings.put("bestStep", String.valueOf(trained.bestStep()));
        return new Publication(new ModelManifest(trained.family().text(), version, trained.family(),
                trained.family().trees() ? ModelManifest.Output.LOGIT : ModelManifest.Output.PROBABILITY, files, inputs,
                trained.memory(), new ModelManifest.Calibrated(text.method(), text.parameters()), label(),
                fit(settings), metrics(test), lineage, golden.of(trained, served)), contents);
    }

    /**
     * Of a stack.
     *
     * @param members  the published members, in the order of the stack's inputs
     * @param settings of the fit
     * @param said     what the members say of some rows, which the golden rows are taken from
     */
    public Publication stack(String version, StackFile file, List<LoadedModel> members, Calibration calibration,
            Model served, Map<String, String> settings, List<Scores> said, List<Evaluation> test) {
        FeatureSchema schema = StackSchema.of(members);
        List<ModelManifest.Feature> features = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            features.add(ModelManifest.Feature.of(schema.definition(i), 0.5, 1.0));
        }
        List<byte[]> contents = List.of(bytes(file.text()));
        CalibrationText text = CalibrationText.of(calibration);
        return new Publication(new ModelManifest(Family.STACK.text(), version, Family.STACK,
                ModelManifest.Output.PROBABILITY, files(List.of(StackFile.NAME), contents),
                ModelManifest.Inputs.of(InputPlane.RAW, 1.0, features), Memory.NONE,
                new ModelManifest.Calibrated(text.method(), text.parameters()), label(), fit(settings), metrics(test),
                lineage, GoldenRows.ofStack(ModelInputs.all(schema), served, said)), contents);
    }

    private static List<ModelManifest.ModelFile> files(List<String> names, List<byte[]> contents) {
        List<ModelManifest.ModelFile> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            files.add(new ModelManifest.ModelFile(names.get(i), Sha256.hex(contents.get(i))));
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String curve(TrainedModel trained) {
        StringBuilder text = new StringBuilder("step,train,validation\n");
        for (TrainedModel.CurvePoint point : trained.curve()) {
            text.append(point.step()).append(',').append(point.trainLoss()).append(',').append(point.validationLoss())
                    .append('\n');
        }
        return text.toString();
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
                labelDefinition + " is up; horizonNs is the longest wait for it on the train rows",
                longest, judge.meanMoveBps(-1));
    }

    private ModelManifest.Fit fit(Map<String, String> own) {
        List<ModelManifest.Setting> settings = new ArrayList<>();
        own.forEach((name, value) -> settings.add(new ModelManifest.Setting(name, value)));
        common.forEach((name, value) -> settings.add(new ModelManifest.Setting(name, value)));
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
        add(measures, "moveLead" + group, evaluation.moveLead());
        add(measures, "moveLeadLow95" + group, evaluation.moveLeadInterval().low());
        add(measures, "moveLeadHigh95" + group, evaluation.moveLeadInterval().high());
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
}
