package io.v11.training.selection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.progress.TrainingListener;
import io.v11.training.selection.information.Criterion;
import io.v11.training.selection.report.SelectionOutput;
import io.v11.training.selection.report.Subject;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SelectionStudyTest {
    private static final int FEATURES = 24;
    private static final Subject SUBJECT = new Subject("direction <next> & move", "TOP_CHANGE", "all", "f \"x\"", "00",
            "11", "");

    @Test
    void shouldFindThePlantedFeaturesGroupTheDoubleAndRejectTheNoise() {
        SelectionResult result = run(PlantedMarket.of(21, 4000, FEATURES, 1.5, 2), 21);

        List<String> stable = result.stable().stream().map(Finding::name).toList();
        assertEquals(List.of("f0", "f2"), stable, "the double is spoken for");
        Finding relevant = result.findings().get(PlantedMarket.RELEVANT);
        Finding copy = result.findings().get(PlantedMarket.DOUBLE);
        assertEquals(relevant.cluster(), copy.cluster());
        assertEquals(2, relevant.clusterSize());
        assertEquals(PlantedMarket.RELEVANT, copy.representative());
        assertEquals(1, relevant.jmiRank());
        assertEquals(0, copy.jmiRank());
        assertEquals(1.0, copy.clusterFrequency());
        assertTrue(copy.beyond());
        assertTrue(relevant.interval().low() > 0.0, "loss rises without f0");
        assertTrue(relevant.shapShare() + copy.shapShare() > 0.4);
        assertTrue(relevant.clusterRise() > relevant.permutation(), "its double stands in for it");
        assertTrue(result.withinBand().size() >= FEATURES - 4);
        assertEquals(result.judgements().size(), result.skilledFolds());
        assertTrue(result.clusterStability().meanJaccard() > 2 * result.chanceJaccard());
    }

    @Test
    void shouldSelectNothingWhenTheLabelKnowsNothing(@TempDir Path folder) throws Exception {
        SelectionResult result = run(PlantedMarket.of(23, 2000, FEATURES, 0.0, 1), 23);

        SelectionOutput.write(result, SUBJECT, folder);

        assertEquals(FEATURES, result.withinBand().size());
        assertEquals(0, result.stable().size());
        assertFalse(Files.exists(folder.resolve(SelectionOutput.SELECTION)));
        assertTrue(SelectionOutput.lines(result, SUBJECT).getFirst().contains("nothing is selected"));
        assertTrue(Files.readString(folder.resolve(SelectionOutput.HTML)).contains("little or no skill"));
    }

    @Test
    void shouldWriteTheSameBytesForTheSameSeed(@TempDir Path folder) throws Exception {
        Dataset data = PlantedMarket.of(21, 1500, 10, 1.5, 1);

        SelectionOutput.write(run(data, 5), SUBJECT, folder.resolve("a"));
        SelectionOutput.write(run(data, 5), SUBJECT, folder.resolve("b"));

        for (String file : List.of(SelectionOutput.HTML, SelectionOutput.JSON, SelectionOutput.SELECTION)) {
            assertEquals(-1, Files.mismatch(folder.resolve("a").resolve(file), folder.resolve("b").resolve(file)),
                    file);
        }
    }

    @Test
    void shouldThinRowsByTheStatedRule() {
        Dataset data = PlantedMarket.of(21, 6000, 12, 1.5, 1);
        SelectionSettings settings = new SelectionSettings(
                Criterion.JMI, 5, 8, 20, 2, 0.6, 0.7, 1, 2500, 0, 0, 1);

        SelectionResult result = study(settings, 12).run(data, PlantedMarket.labelled(data));

        assertEquals(6000, result.rows());
        assertEquals(2000, result.rowsUsed(), "one in three is the most that stays below 2500");
    }

    private static SelectionResult run(Dataset data, long seed) {
        SelectionSettings settings = new SelectionSettings(
                Criterion.JMI, 8, 8, 60, 3, 0.6, 0.7, 2, 100_000,
                PlantedMarket.STEP_NS, PlantedMarket.STEP_NS, seed);
        return study(settings, data.features()).run(data, PlantedMarket.labelled(data));
    }

    private static SelectionStudy study(SelectionSettings settings, int features) {
        double[] costs = new double[features];
        Arrays.fill(costs, Double.NaN);
        return new SelectionStudy(settings, new SampleWeights(Weighting.UNIFORM, false), costs, TrainingListener.SILENT,
                System::nanoTime);
    }
}
