package io.v11.training.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.split.Folds;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;
import io.v11.training.trainer.Trainer;
import io.v11.training.trainer.tree.XgboostSettings;
import io.v11.training.trainer.tree.XgboostTrainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Forecasts by models that must not have seen what they forecast, on moves of chance of which each has forty rows that look alike:
 * who has learnt from one of them knows the others.
 */
class OutOfFoldTest {
    private static final long SEED = 401L;
    private static final int MOVES = 300;
    private static final int ROWS_A_MOVE = 40;
    private static final int ROWS = MOVES * ROWS_A_MOVE;
    private static final int FEATURES = 4;

    private final Dataset data = alike();
    private final Trainer trees = new XgboostTrainer(new XgboostSettings(60, 60, 6, 0.3, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0,
            256, List.of(), List.of(), List.of()), new SampleWeights(Weighting.UNIFORM, false), Optional.empty(),
            System::nanoTime);

    @Test
    void shouldNotRecogniseAMoveByRowsOfThePast() {
        OutOfFold folds = new OutOfFold(data, data,
                Folds.forward(data, IntStream.range(0, ROWS).toArray(), 3, 0.3, 0.2, 0L, 0L));

        Scores scores = folds.forecast(trees, SEED, TrainingListener.SILENT);

        // Three standard errors under no edge, each move being one sample.
        double area = Metrics.areaUnderCurve(scores);
        double moves = Metrics.distinctMoves(scores);
        assertEquals(0.5, area, 3.0 / Math.sqrt(3.0 * moves), "seed " + SEED + ", " + moves + " moves");
        assertArrayEquals(folds.rows(), Arrays.stream(folds.rows()).sorted().distinct().toArray());
    }

    /** The positive control: what the folds prevent is there to be found. */
    @Test
    void shouldRecogniseMovesWhenRowsAreDealtAtRandom() {
        int[] rows = IntStream.range(0, ROWS).toArray();
        Random random = new Random(SEED);
        for (int i = ROWS - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = rows[i];
            rows[i] = rows[other];
            rows[other] = held;
        }
        OutOfFold dealt = new OutOfFold(data, data, List.of(TimeSplit.of(sorted(rows, 0, ROWS / 2),
                sorted(rows, ROWS / 2, ROWS * 3 / 4), sorted(rows, ROWS * 3 / 4, ROWS))));

        double area = Metrics.areaUnderCurve(dealt.forecast(trees, SEED, TrainingListener.SILENT));

        assertTrue(area > 0.9, "seed " + SEED + ", area " + area);
    }

    private static int[] sorted(int[] rows, int from, int to) {
        return Arrays.stream(rows, from, to).sorted().toArray();
    }

    private static Dataset alike() {
        Random random = new Random(SEED);
        Slots slots = new Slots(FEATURES);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(FEATURES));
        builder.beginSource();
        double[] look = new double[FEATURES];
        double[] row = new double[FEATURES];
        long bid = 1_000_000L;
        for (int i = 0; i < ROWS; i++) {
            for (int f = 0; f < FEATURES; f++) {
                look[f] = i % ROWS_A_MOVE == 0 ? random.nextGaussian() : look[f];
                row[f] = look[f] + 0.01 * random.nextGaussian();
            }
            builder.onEvent(slots.book(0, i, bid, bid + 100, row));
            if (i % ROWS_A_MOVE == ROWS_A_MOVE - 1) {
                bid += random.nextBoolean() ? 100 : -100;
                builder.onEvent(slots.book(0, i, bid, bid + 100, (double[]) null));
            }
        }
        return builder.build();
    }
}
