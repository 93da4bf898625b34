package io.v11.training.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.v11.config.Instruments;
import io.v11.ml.FeatureVector;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelManifest.Setting;
import io.v11.training.TrainingPlan;
import io.v11.training.data.JournalDataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.Serving;

/**
 * Asks every model about the test rows of a plan, by the classes that serve it live, and judges the answers. Confined to one thread; each
 * model scores each row once, and some rows again for importance.
 */
public final class ReportStudy {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final String BEST_STEP = "bestStep";

    private final TrainingPlan plan;
    private final Instruments instruments;
    private final TrainingListener listener;

    public ReportStudy(TrainingPlan plan, Instruments instruments, TrainingListener listener) {
        this.plan = plan;
        this.instruments = instruments;
        this.listener = listener;
    }

    /** Stacks first, each with its members behind it, then the models on their own. */
    public ModelsReport run(JournalDataset journals, ReportModels models) {
        TimeSplit split = TimeSplit.of(journals.data(), plan.resolve(instruments), plan.purgeNs(), plan.embargoNs());
        GroupRules rules = GroupRules.of(journals.data(), split, id -> instruments.get(id).qualifiedName(),
                models.first().manifest().metrics().oneFeature());
        Run run = new Run(new TestRows(journals.data(), split, instruments), rules, models.folder(),
                new PermutationImportance(journals.data(), split.test(), instruments.count()));
        listener.onText(journals.data().rows() + " decisions, " + split.test().length + " test rows");
        List<ModelResult> results = new ArrayList<>();
        for (LoadedStack stack : models.stacks()) {
            run.addStack(stack, results);
        }
        for (LoadedModel model : models.singles()) {
            results.add(run.single(model, "on its own", run.scores(model)));
        }
        return new ModelsReport(journals.sha256(), journals.data().schema().sha256(), plan.cadence().name(), ranges(),
                split.test().length, rules.source(), fees(split, journals), results,
                HonestNotes.of(results, split.train().length > 0));
    }

    private List<String> ranges() {
        return plan.resolve(instruments).stream().filter(span -> span.part() == TimeSplit.Part.TEST)
                .map(span -> instruments.get(span.instrument()).qualifiedName() + " " + time(span.fromNs()) + " to "
                        + time(span.toNs()))
                .toList();
    }

    private static String time(long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, NS_PER_SECOND)).toString();
    }

    private String fees(TimeSplit split, JournalDataset journals) {
        return Arrays.stream(split.test()).map(journals.data()::instrument).distinct().sorted()
                .mapToObj(id -> instruments.get(id).qualifiedName() + " " + instruments.get(id).takerFeeBps() + " bp")
                .collect(Collectors.joining(", "));
    }

    /** The models of one report. */
    private final class Run {
        private final TestRows test;
        private final GroupRules rules;
        private final Path folder;
        private final PermutationImportance importance;

        private Run(TestRows test, GroupRules rules, Path folder, PermutationImportance importance) {
            this.test = test;
            this.rules = rules;
            this.folder = folder;
            this.importance = importance;
        }

        private Scores scores(LoadedModel model) {
            listener.onText("scoring " + model.manifest().id());
            return Serving.score(model.model(), model.manifest().family().remembers(), test.data(), test.rows());
        }

        private void addStack(LoadedStack loaded, List<ModelResult> results) {
            Map<LoadedModel, Scores> members = new LinkedHashMap<>();
            loaded.members().forEach(member -> members.put(member, scores(member)));
            List<Scores> said = List.copyOf(members.values());
            List<String> names = loaded.members().stream().map(member -> member.manifest().id()).toList();
            results.add(result(loaded.stack(), "stack of " + String.join(", ", names), stacked(loaded, said),
                    importance.ofStack(loaded.stack().model(), names, said)));
            members.forEach((member, scores) -> results.add(
                    single(member, "member of " + loaded.stack().manifest().id(), scores)));
        }

        /** What the stack says when it has all that its members say. */
        private Scores stacked(LoadedStack loaded, List<Scores> members) {
            double[] probability = new double[test.rows().length];
            FeatureVector said = new FeatureVector(members.size());
            for (int i = 0; i < probability.length; i++) {
                said.clear();
                said.ready(true);
                for (int member = 0; member < members.size(); member++) {
                    said.set(member, members.get(member).probability()[i]);
                }
                probability[i] = loaded.stack().model().score(said);
            }
            return new Scores(probability, members.getFirst().up(), members.getFirst().move());
        }

        private ModelResult single(LoadedModel model, String role, Scores scores) {
            ModelManifest m = model.manifest();
            listener.onText("permuting the inputs of " + m.id());
            return result(model, role, scores,
                    importance.of(model.model(), m.family().remembers(), m.memory().warmUp()));
        }

        private ModelResult result(LoadedModel model, String role, Scores scores,
                List<ModelResult.Importance> worst) {
            ModelManifest m = model.manifest();
            List<GroupResult> groups = new ArrayList<>();
            for (Evaluation evaluation : rules.judge(scores)) {
                groups.add(GroupJudge.of(test, evaluation, scores, rules.positions(evaluation.group())));
            }
            return new ModelResult(m.id(), m.family().name(), m.inputs().features().size(), role, settings(m),
                    model.notes(), groups, LearningCurve.read(folder.resolve(m.name()).resolve(m.version())),
                    bestStep(m), worst);
        }

        private String settings(ModelManifest m) {
            return m.fit().hyperparameters().stream().filter(setting -> !setting.name().equals("features"))
                    .map(setting -> setting.name() + " " + setting.value()).collect(Collectors.joining(", "));
        }

        private int bestStep(ModelManifest m) {
            return m.fit().hyperparameters().stream().filter(setting -> setting.name().equals(BEST_STEP))
                    .map(Setting::value).filter(value -> value.matches("[0-9]{1,9}")).findFirst().map(Integer::parseInt)
                    .orElse(0);
        }
    }
}
