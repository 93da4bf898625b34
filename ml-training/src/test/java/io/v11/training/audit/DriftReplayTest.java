package io.v11.training.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.engine.feature.DecisionCadence;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.drift.DriftSummary;
import io.v11.training.data.Dataset;
import io.v11.training.data.JournalDataset;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.TrainingReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DriftReplayTest {
    private static final int TRAINED = 10_000;
    private static final int REPLAYED = 2_000;

    @TempDir
    private Path folder;

    @Test
    void shouldCompareAJournalWithTheRowsOfAnother() {
        KlineJournal.write(folder.resolve("baseline/input"), 7, TRAINED);
        KlineJournal.write(folder.resolve("other/input"), 8, REPLAYED);
        Dataset data = JournalDataset.read(List.of(folder.resolve("baseline")), KlineJournal.INSTRUMENTS,
                DecisionCadence.BAR_CLOSE, null, new TrainingListener() {
                }, System::nanoTime).data();
        DriftReference reference = new TrainingReference(data, IntStream.range(0, data.rows()).toArray(),
                KlineJournal.INSTRUMENTS).reference();

        DriftSummary summary = new DriftReplay(KlineJournal.INSTRUMENTS, DecisionCadence.BAR_CLOSE, reference)
                .run(folder.resolve("other/input"));

        assertEquals(REPLAYED, summary.samples());
        assertEquals(REPLAYED / DriftReference.WINDOW, summary.windows());
        assertEquals(data.features() * summary.windows(), summary.total().checks());
        assertEquals(0, summary.alerts(), summary.toString());
        assertTrue(summary.total().driftedShare() < 0.03, summary.toString());
    }
}
