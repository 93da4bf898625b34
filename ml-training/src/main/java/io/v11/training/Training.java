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
import io.v11.ml.FeatureSchema;
import io.v11.ml.Model;
import io.v11.ml.Sha256;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelRegistry;
import io.v11.training.calibration.CalibrationChoice;
import io.v11.training.calibration.CalibrationRows;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.data.split.Folds;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Judge;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.ManifestWriter;
import io.v11.training.publish.ModelPublisher;
import io.v11.training.publish.Serving;
import io.v11.training.stack.Member;
import io.v11.training.stack.OutOfFold;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;

/**
 * Runs a plan.
 *
 * <pre>
 *   rows ─► split by time ─► each family: every candidate on train rows, the one with the lowest validation loss stays
 *                            └► forecasts of train rows out of fold ─► calibration of each ─► weights of the stack
 *   test rows ─► judged once, by the classes that serve, beside majority class and best one-feature rule ─► published
 * </pre>
 *
 * With {@link TrainingPlan#bothWays} trainers see each row in the mirror too; what is forecast and judged are rows as they
 * were. Confined to one thread; the heavy part of memory is one copy of the train rows as floats.
 */
public final class Training {
    /** Rows beside a held-out stretch that a calibration does not see: neighbours share their label. */
    private static final int APART_ROWS = 100;
    private static final int STRETCHES = 10;
    private static final double NS_PER_SECOND = 1e9;

    private final TrainingPlan plan;
    private final Optional<FeatureSelection> selection;
    private final Mirror mirror;
    private final Instruments instruments;
    private final TrainingListener listener;
    private final NanoClock clock;

    /**
     * @param selection features that may be inputs, all when empty; patterns of the plan's candidates hide more
     * @param mirror    used when the plan shows rows both ways
     * @param clock     for durations and estimates only; nothing that is learnt depends on it
     */
    public Training(TrainingPlan plan, Optional<FeatureSelection> selection, Mirror mirror, Instruments instruments,
            TrainingListener listener, NanoClock clock) {
        this.plan = plan;
        this.selection = selection;
        this.mirror = plan.bothWays() ? mirror : Mirror.NONE;
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
                        codeCommit),
                plan.labelRule().kind().description());
        return new Run(data, split, judge, manifests, publisher).report();
    }

    /** Settings of every family, for the manifest. */
    private Map<String, String> shared() {
        Map<String, String> shared = new LinkedHashMap<>();
        shared.put("label", plan.label());
        shared.put("cadence", plan.cadence().name());
        shared.put("weights", plan.weights().toString());
        shared.put("embargoMs", String.valueOf(plan.embargoMs()));
        shared.put("stack", plan.stack().toString());
        shared.put("mirrorSha256", mirror.present()
                ? Sha256.hex(mirror.toString().getBytes(StandardCharsets.UTF_8))
                : "none");
        selection.ifPresent(chosen -> shared.put("selectionSha256",
                Sha256.hex(chosen.text().getBytes(StandardCharsets.UTF_8))));
        return shared;
    }

    /** One run over one data set. */
    private final class Run {
        private final Dataset data;
        private final Dataset learnt;
        private final TimeSplit split;
        private final TimeSplit fitted;
        private final OutOfFold outOfFold;
        private final float[] foldWeights;
        private final Judge judge;
        private final ManifestWriter manifests;
        private final ModelPublisher publisher;
        private final List<TrainingReport.Result> results = new ArrayList<>();

        private Run(Dataset data, TimeSplit split, Judge judge, ManifestWriter manifests, ModelPublisher publisher) {
            this.data = data;
            this.split = split;
            this.judge = judge;
            this.manifests = manifests;
            this.publisher = publisher;
            learnt = mirror.present() ? data.mirrored(mirror.image(data.schema())) : data;
            fitted = mirror.present() ? split.mirrored(data) : split;
            TrainingPlan.StackSettings stack = plan.stack();
            outOfFold = new OutOfFold(data, learnt, Folds.forward(data, split.train(), stack.folds(),
                    stack.firstShare(), stack.validationShare(), plan.purgeNs(), plan.embargoNs()));
            foldWeights = plan.weights().of(data, outOfFold.rows());
        }

        private TrainingReport report() {
            List<Member> members = new ArrayList<>();
            List<Scores> validated = new ArrayList<>();
            List<Scores> tested = new ArrayList<>();
            new Families(plan, selection, clock).trainers().forEach((family, candidates) -> {
                long begunNs = clock.nanoTime();
                Member member = member(candidates);
                members.add(member);
                publish(member, (clock.nanoTime() - begunNs) / NS_PER_SECOND, validated, tested);
            });
            StackTraining stack = new StackTraining(plan, mirror.present(), listener);
            List<Evaluation> together = stack.publish(members, tested, foldWeights, loaded(members), manifests,
                    publisher, scores -> judge.judge(split.test(), scores));
            List<Scores> forecasts = members.stream().map(Member::outOfFold).toList();
            return new TrainingReport(data.rows(), results, judge.judge(outOfFold.rows(), stack.of(forecasts)),
                    judge.judge(split.validation(), stack.of(validated)), together);
        }

        private Member member(List<Trainer> candidates) {
            int chosen = 0;
            TrainedModel best = null;
            for (int i = 0; i < candidates.size(); i++) {
                Trainer trainer = candidates.get(i);
                TrainedModel trained = trainer.train(learnt, fitted, plan.seed(), listener);
                listener.onText(String.format(Locale.ROOT, "%s candidate %d of %d: validation loss %.5f at step %d",
                        trainer.family().text(), i + 1, candidates.size(), trained.validationLoss(),
                        trained.bestStep()));
                // Of equals the first wins.
                if (best == null || trained.validationLoss() < best.validationLoss()) {
                    best = trained;
                    chosen = i;
                }
            }
            Scores forecasts = outOfFold.forecast(candidates.get(chosen), plan.seed(), listener);
            CalibrationRows rows = CalibrationRows.scored(forecasts.probability(), forecasts.up(), foldWeights);
            CalibrationChoice calibration = CalibrationChoice.of(mirror.present() ? rows.bothWays() : rows, STRETCHES,
                    APART_ROWS);
            listener.onText(best.family().text() + " calibration, on forecasts out of fold: " + calibration.chosen());
            return new Member(best, calibration, forecasts.map(calibration.fitted()::apply));
        }

        private void publish(Member member, double seconds, List<Scores> validated, List<Scores> tested) {
            TrainedModel trained = member.trained();
            try (Model served = member.open()) {
                boolean remembers = trained.family().remembers();
                validated.add(Serving.score(served, remembers, data, split.validation()));
                tested.add(Serving.score(served, remembers, data, split.test()));
                List<Evaluation> validation = judge.judge(split.validation(), validated.getLast());
                List<Evaluation> test = judge.judge(split.test(), tested.getLast());
                ManifestWriter.Publication publication = manifests.member(plan.version(), trained, served,
                        member.calibration().fitted(), test);
                results.add(new TrainingReport.Result(publication.manifest().id(), trained,
                        publisher.publish(publication.manifest(), publication.contents()),
                        judge.judge(outOfFold.rows(), member.outOfFold()), validation, test, seconds));
            }
        }

        private List<LoadedModel> loaded(List<Member> members) {
            FeatureSchema schema = data.schema();
            return ModelRegistry.open(publisher.models()).load(members.stream()
                    .map(member -> member.trained().family().text() + "/" + plan.version()).toList(), schema);
        }
    }
}
