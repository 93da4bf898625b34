package io.v11.training.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.ml.FeatureSchema;
import io.v11.ml.stack.StackFile;
import io.v11.ml.stack.StackModel;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Scores;
import io.v11.training.publish.Serving;
import io.v11.training.report.ModelResult.Importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PermutationImportanceTest {
    private final Dataset data = Planted.data(4_000, 2.0);
    private final TimeSplit split = Planted.split(data, true);
    private final PermutationImportance importance = new PermutationImportance(data, split.test(),
            Planted.INSTRUMENTS.count());

    @Test
    void shouldFindWhatTheModelReliesOnAndNothingElse() {
        List<Importance> found = importance.of(new SignalModel(data, 0), false, 0);

        assertEquals(List.of("signal", "noise"), found.stream().map(Importance::input).toList());
        assertTrue(found.getFirst().low() > 0.1, found.toString());
        assertEquals(0.0, found.getLast().rise(), 0.0, "an input that changes nothing costs nothing");
    }

    @Test
    void shouldStepAModelWithMemoryThroughNeighboursAndSkipItsWarmUp() {
        List<Importance> found = importance.of(new SignalModel(data, 20), true, 20);

        assertEquals("signal", found.getFirst().input());
        assertTrue(found.getFirst().low() > 0.1, found.toString());
        assertEquals(found, importance.of(new SignalModel(data, 20), true, 20), "the same rows give the same figures");
    }

    @Test
    void shouldSayWhichMemberAStackWouldMiss() {
        Scores good = Serving.score(new SignalModel(data, 0), data, split.test());
        double[] guesses = new double[good.rows()];
        for (int i = 0; i < guesses.length; i++) {
            guesses[i] = i % 2 == 0 ? 0.45 : 0.55;
        }
        FeatureSchema schema = StackModel.schema(List.of("dull/1", "good/1"));
        StackModel stack = new StackModel("stack",
                new StackFile(0.0, List.of(new StackFile.Member("dull/1", 0.01), new StackFile.Member("good/1", 1.0))),
                schema);

        List<Importance> found = importance.ofStack(stack, List.of("dull/1", "good/1"),
                List.of(new Scores(guesses, good.up(), good.move()), good));

        assertEquals("good/1", found.getFirst().input());
        assertTrue(found.getFirst().low() > 0.1 && Math.abs(found.getLast().rise()) < 0.01, found.toString());
    }
}
