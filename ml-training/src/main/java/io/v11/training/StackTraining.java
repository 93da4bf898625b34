package io.v11.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.Model;
import io.v11.ml.calibration.Calibration;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.StackSchema;
import io.v11.ml.stack.StackFile;
import io.v11.ml.stack.StackModel;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.ManifestWriter;
import io.v11.training.publish.ModelPublisher;
import io.v11.training.publish.Serving;
import io.v11.training.stack.Member;
import io.v11.training.stack.StackFit;

/** Puts the members of a run together: weights from forecasts out of fold, judged and published like any model. */
final class StackTraining {
    private final TrainingPlan plan;
    private final boolean bothWays;
    private final TrainingListener listener;
    private StackFile file;
    private FeatureSchema schema;

    StackTraining(TrainingPlan plan, boolean bothWays, TrainingListener listener) {
        this.plan = plan;
        this.bothWays = bothWays;
        this.listener = listener;
    }

    /**
     * The weighted log-odds of calibrated members need no calibration of their own: the fit is one.
     *
     * @param tested  what each member says of the test rows
     * @param weights of the rows that the members forecast out of fold
     * @param loaded  the published members; closed here
     * @return the stack on the test rows
     */
    List<Evaluation> publish(List<Member> members, List<Scores> tested, float[] weights, List<LoadedModel> loaded,
            ManifestWriter manifests, ModelPublisher publisher, Function<Scores, List<Evaluation>> judge) {
        List<String> names = loaded.stream().map(member -> member.manifest().id()).toList();
        loaded.forEach(member -> member.model().close());
        List<Scores> outOfFold = members.stream().map(Member::outOfFold).toList();
        schema = StackSchema.of(loaded);
        file = StackFit.fit(names, outOfFold, weights, plan.stack().l2(), bothWays);
        listener.onText("stack: " + file.members());
        try (Model served = model()) {
            List<Evaluation> test = judge.apply(Serving.stack(served, tested));
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("members", String.join(" ", names));
            ManifestWriter.Publication publication = manifests.stack(plan.version(), file, loaded, Calibration.IDENTITY,
                    served, settings, outOfFold, test);
            publisher.publish(publication.manifest(), publication.contents());
            return test;
        }
    }

    /** What the published stack says of rows of which its members said this. */
    Scores of(List<Scores> members) {
        try (Model served = model()) {
            return Serving.stack(served, members);
        }
    }

    private Model model() {
        return new StackModel(Family.STACK.text(), file, schema);
    }
}
