package io.v11.training;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.agrona.concurrent.NanoClock;

import io.v11.config.Instruments;
import io.v11.ml.Model;
import io.v11.ml.Sha256;
import io.v11.ml.registry.ModelManifest;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Judge;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.ManifestWriter;
import io.v11.training.publish.ModelPublisher;
import io.v11.training.publish.Serving;
import io.v11.training.trainer.MlpTrainer;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;
import io.v11.training.trainer.XgboostTrainer;

/**
 * Runs a plan: splits the rows, fits every candidate of every family, keeps of each family the one with the lowest
 * validation loss, judges it once on the test rows beside majority class and best one-feature rule, and publishes it.
 * Confined to one thread; the heavy part of memory is one copy of the train rows as floats.
 */
public final class Training {
    private final TrainingPlan plan;
    private final Optional<FeatureSelection> selection;
    private final Instruments instruments;
    private final TrainingListener listener;
    private final NanoClock clock;

    /**
     * @param selection features that may be inputs, all when empty; patterns of the plan's candidates hide more
     * @param clock     for estimates of the remaining time only; nothing that is learnt depends on it
     */
    public Training(TrainingPlan plan, Optional<FeatureSelection> selection, Instruments instruments,
            TrainingListener listener, NanoClock clock) {
        this.plan = plan;
        this.selection = selection;
        this.instruments = instruments;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * @param journalSha256 digest of what the rows were made of
     * @param codeCommit    empty when unknown
     */
    public TrainingReport run(Dataset data, String journalSha256, String codeCommit, ModelPublisher publisher) {
        List<TimeSplit.Span> spans = plan.resolve(instruments);
        TimeSplit split = TimeSplit.of(data, spans, plan.purgeNs(), plan.embargoNs());
        listener.onText(data.rows() + " decisions: " + split.train().length + " train, " + split.validation().length
                + " validate, " + split.test().length + " test; " + split.purged() + " purged, " + split.embargoed()
                + " under embargo");
        Judge judge = new Judge(data, split.train(), id -> instruments.get(id).qualifiedName());
        ManifestWriter manifests = new ManifestWriter(data, split, spans, instruments, judge, plan.purgeNs(),
                plan.seed(), shared(),
                ModelManifest.Lineage.here(journalSha256, Sha256.hex(plan.toString().getBytes(StandardCharsets.UTF_8)),
                        codeCommit));
        List<TrainingReport.Result> results = new ArrayList<>();
        List<Scores> testScores = new ArrayList<>();
        for (List<Trainer> candidates : families()) {
            TrainedModel best = choose(candidates, data, split);
            try (Model served = Serving.open(best)) {
                Scores scores = Serving.score(served, best.family().remembers(), data, split.test());
                testScores.add(scores);
                List<Evaluation> test = judge.judge(split.test(), scores);
                List<Evaluation> validation = judge.judge(split.validation(),
                        Serving.score(served, best.family().remembers(), data, split.validation()));
                ModelManifest manifest = manifests.manifest(plan.version(), best, served, test);
                results.add(
                        new TrainingReport.Result(manifest.id(), best,
                                publisher.publish(best, manifest, manifests.distribution(best)), validation,
                                test));
            }
        }
        return new TrainingReport(data.rows(), results, judge.judge(split.test(), Scores.mean(testScores)));
    }

    /** Settings of every family, for the manifest. */
    private Map<String, String> shared() {
        Map<String, String> shared = new LinkedHashMap<>();
        shared.put("cadence", plan.cadence().name());
        shared.put("weighting", plan.weights().weighting().name());
        shared.put("balanceInstruments", String.valueOf(plan.weights().balanceInstruments()));
        shared.put("embargoMs", String.valueOf(plan.embargoMs()));
        selection.ifPresent(chosen -> shared.put("selectionSha256",
                Sha256.hex(chosen.text().getBytes(StandardCharsets.UTF_8))));
        return shared;
    }

    private List<List<Trainer>> families() {
        List<Trainer> trees = new ArrayList<>();
        plan.xgboost().forEach(settings -> trees.add(new XgboostTrainer(settings, plan.weights(), selection, clock)));
        List<Trainer> nets = new ArrayList<>();
        plan.mlp().forEach(settings -> nets.add(new MlpTrainer(settings, plan.weights(), selection, clock)));
        List<List<Trainer>> families = new ArrayList<>();
        for (List<Trainer> family : List.of(trees, nets)) {
            if (!family.isEmpty()) {
                families.add(family);
            }
        }
        return families;
    }

    /** The candidate with the lowest validation loss; of equals the first. */
    private TrainedModel choose(List<Trainer> candidates, Dataset data, TimeSplit split) {
        TrainedModel best = null;
        for (int i = 0; i < candidates.size(); i++) {
            Trainer trainer = candidates.get(i);
            TrainedModel trained = trainer.train(data, split, plan.seed(), listener);
            listener.onText(String.format(Locale.ROOT, "%s candidate %d of %d: validation loss %.5f at step %d",
                    trainer.family(), i + 1, candidates.size(), trained.validationLoss(), trained.bestStep()));
            if (best == null || trained.validationLoss() < best.validationLoss()) {
                best = trained;
            }
        }
        return best;
    }
}
