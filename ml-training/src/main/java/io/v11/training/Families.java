package io.v11.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.agrona.concurrent.NanoClock;

import io.v11.ml.Family;
import io.v11.training.data.FeatureSelection;
import io.v11.training.trainer.Trainer;
import io.v11.training.trainer.net.LogisticTrainer;
import io.v11.training.trainer.net.MlpTrainer;
import io.v11.training.trainer.sequence.LstmTrainer;
import io.v11.training.trainer.sequence.TransformerTrainer;
import io.v11.training.trainer.tree.ForestTrainer;
import io.v11.training.trainer.tree.XgboostTrainer;

/** The trainers that a plan asks for: of each family one for every candidate, families in the order of {@link Family}. */
final class Families {
    private final Map<Family, List<Trainer>> trainers = new EnumMap<>(Family.class);

    /** @param clock for estimates of the remaining time only */
    Families(TrainingPlan plan, Optional<FeatureSelection> selection, NanoClock clock) {
        add(plan.families().xgboost(), s -> new XgboostTrainer(s, plan.weights(), selection, clock));
        add(plan.families().forest(), s -> new ForestTrainer(s, plan.weights(), selection, clock));
        add(plan.families().mlp(), s -> new MlpTrainer(s, plan.weights(), selection, clock));
        add(plan.families().lstm(), s -> new LstmTrainer(s, plan.weights(), selection, clock));
        add(plan.families().transformer(), s -> new TransformerTrainer(s, plan.weights(), selection, clock));
        add(plan.families().logistic(), s -> new LogisticTrainer(s, plan.weights(), selection, clock));
    }

    private <S> void add(List<S> candidates, Function<S, Trainer> trainer) {
        if (!candidates.isEmpty()) {
            List<Trainer> ofFamily = candidates.stream().map(trainer).toList();
            trainers.put(ofFamily.getFirst().family(), ofFamily);
        }
    }

    /** Candidates of each family that has any. */
    Map<Family, List<Trainer>> trainers() {
        return trainers;
    }
}
