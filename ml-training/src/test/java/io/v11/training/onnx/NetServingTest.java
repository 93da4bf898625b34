package io.v11.training.onnx;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.Memory;
import io.v11.ml.Model;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.ServingBackend;
import io.v11.ml.Standardiser;
import io.v11.ml.serving.NetServing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Models as the engine sees them, by both backends: when they start afresh, what they forget, what they allocate. */
class NetServingTest {
    private static final int FEATURES = 10;
    private static final int WARM_UP = 8;
    private static final long GAP_NS = 1_000_000_000L;
    private static final Memory MEMORY = new Memory(WARM_UP, 5, 1000);
    private static final ModelInputs INPUTS = inputs();
    private static final Standardiser STANDARDISER = new Standardiser(filled(0.5), filled(2), 5);
    private static final float[][] ROWS = new RandomNets(7).rows(60, FEATURES);
    private static final byte[] PERCEPTRON = OnnxWriter.perceptron(new RandomNets(4).perceptron(FEATURES, 8, 1));
    private static final byte[] LSTM = OnnxWriter.lstm(new RandomNets(5).lstm(FEATURES, 6));
    /** Reach 9, so that a warm-up of 8 is just enough. */
    private static final byte[] TRANSFORMER = OnnxWriter
            .transformer(new RandomNets(6).transformer(FEATURES, 8, 2, 5, 2), 9);

    private final FeatureVector vector = new FeatureVector(FEATURES);

    @ParameterizedTest
    @CsvSource({"MLP, 60", "LOGISTIC, 60", "LSTM, 52", "TRANSFORMER, 52"})
    void shouldScoreAlikeByBothBackends(Family family, int expectedScores) {
        try (Model kernel = open(family, ServingBackend.KERNEL); Model onnx = open(family, ServingBackend.ONNX)) {
            int scores = 0;
            for (int i = 0; i < ROWS.length; i++) {
                double one = kernel.score(step(2, i, i, 1));
                double other = onnx.score(step(2, i, i, 1));
                scores += Double.isNaN(one) ? 0 : 1;
                assertEquals(one, other, 1e-5, "decision " + i);
            }
            assertEquals(expectedScores, scores);
        }
    }

    @ParameterizedTest
    @CsvSource({"LSTM, KERNEL", "LSTM, ONNX", "TRANSFORMER, KERNEL", "TRANSFORMER, ONNX"})
    void shouldStartAfreshWhenItsPastIsBroken(Family family, ServingBackend backend) {
        double[] fresh = new double[30];
        try (Model model = open(family, backend)) {
            for (int i = 0; i < fresh.length; i++) {
                fresh[i] = model.score(step(2, 30 + i, i, 1));
                assertEquals(i < WARM_UP, Double.isNaN(fresh[i]), "decision " + i);
            }
        }

        assertArrayEquals(fresh, afterABreak(family, backend, 0, 2, false, false), "another episode");
        assertArrayEquals(fresh, afterABreak(family, backend, GAP_NS + 1, 1, false, false), "a gap");
        assertArrayEquals(fresh, afterABreak(family, backend, -GAP_NS, 1, false, false), "time goes back");
        assertArrayEquals(fresh, afterABreak(family, backend, 1, 1, true, false), "a decision skipped");
        assertArrayEquals(fresh, afterABreak(family, backend, 1, 1, false, true), "a reset");
        assertNotEquals(fresh[20], afterABreak(family, backend, GAP_NS, 1, false, false)[0], "no break");
    }

    private double[] afterABreak(Family family, ServingBackend backend, long pauseNs, int episode, boolean skipped,
            boolean reset) {
        try (Model model = open(family, backend)) {
            for (int i = 0; i < 30; i++) {
                model.score(step(2, i, i, 1));
            }
            if (skipped) {
                model.skip(step(2, 59, 29, 1));
            }
            if (reset) {
                model.reset();
            }
            double[] scores = new double[30];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = model.score(step(2, 30 + i, 29 + pauseNs + i, episode));
            }
            return scores;
        }
    }

    @ParameterizedTest
    @CsvSource({"LSTM, KERNEL", "LSTM, ONNX", "TRANSFORMER, KERNEL", "TRANSFORMER, ONNX"})
    void shouldKeepInstrumentsApart(Family family, ServingBackend backend) {
        try (Model both = open(family, backend);
                Model first = open(family, backend);
                Model second = open(family, backend)) {
            for (int i = 0; i < ROWS.length; i++) {
                assertEquals(first.score(step(0, i, i, 1)), both.score(step(0, i, i, 1)));
                assertEquals(second.score(step(63, ROWS.length - 1 - i, i, 4)),
                        both.score(step(63, ROWS.length - 1 - i, i, 4)));
                if (i == 20) {
                    both.skip(step(7, 0, i, 1));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"LSTM, KERNEL", "LSTM, ONNX", "TRANSFORMER, KERNEL", "TRANSFORMER, ONNX"})
    void shouldHashWhatLaterScoresDependOn(Family family, ServingBackend backend) {
        try (Model model = open(family, backend); Model same = open(family, backend)) {
            long empty = model.stateHash();
            assertNotEquals(0, empty);
            for (int i = 0; i < 40; i++) {
                model.score(step(2, i, i, 1));
                long hash = model.stateHash();
                assertNotEquals(same.stateHash(), hash, "after decision " + i);
                same.score(step(2, i, i, 1));
                assertEquals(hash, same.stateHash(), "after decision " + i);
            }
            model.reset();
            assertEquals(empty, model.stateHash());
        }
    }

    @Test
    void shouldHashNothingWithoutMemory() {
        try (Model model = open(Family.MLP, ServingBackend.KERNEL)) {
            model.score(step(2, 0, 0, 1));

            assertEquals(0, model.stateHash());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MLP", "LSTM", "TRANSFORMER"})
    void shouldAllocateNothing(Family family) {
        for (ServingBackend backend : ServingBackend.values()) {
            try (Model model = open(family, backend)) {
                assertEquals(0, allocatedBytes(model), family + " by " + backend);
            }
        }
    }

    private long allocatedBytes(Model model) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        double sum = 0;
        // The first rounds warm up, and compilation may allocate here and there: the least counts.
        for (int round = 0; round < 8 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                double score = model.score(step(i & 3, i % ROWS.length, i, i >> 8));
                sum += Double.isNaN(score) ? 0 : score;
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(sum > 0);
        return least;
    }

    @Test
    void shouldStandardiseAsTheRuntimesModelDoes() {
        FeatureVector odd = new FeatureVector(FEATURES);
        odd.set(0, Double.MAX_VALUE);
        odd.set(1, -1e9);
        odd.invalidate(2);

        try (Model kernel = open(Family.MLP, ServingBackend.KERNEL);
                Model onnx = open(Family.MLP, ServingBackend.ONNX)) {
            assertEquals(onnx.score(odd), kernel.score(odd), 1e-6);
        }
    }

    @Test
    void shouldRefuseAWarmUpThatDoesNotFillTheWindow() {
        ModelException refusal = assertThrows(ModelException.class, () -> NetServing.open(Family.TRANSFORMER, "net",
                TRANSFORMER, INPUTS, STANDARDISER, new Memory(7, 5, 1000), ServingBackend.ONNX));

        assertTrue(refusal.getMessage().contains("runs it over 9 decisions and its warm-up is 7"),
                refusal.getMessage());
    }

    @Test
    void shouldRefuseAFileThatRunsOverOtherSteps() {
        byte[] file = OnnxWriter.transformer(new RandomNets(6).transformer(FEATURES, 8, 2, 5, 2), 8);

        ModelException refusal = assertThrows(ModelException.class, () -> NetServing.open(Family.TRANSFORMER, "net",
                file, INPUTS, STANDARDISER, MEMORY, ServingBackend.ONNX));

        assertTrue(refusal.getMessage().contains("export it with 9 steps"), refusal.getMessage());
    }

    @Test
    void shouldRefuseMemoriesThatDoNotFitTheFamily() {
        assertThrows(ModelException.class, () -> NetServing.open(Family.MLP, "net", PERCEPTRON, INPUTS, STANDARDISER,
                MEMORY, ServingBackend.KERNEL));
        assertThrows(ModelException.class, () -> NetServing.open(Family.LSTM, "net", LSTM, INPUTS, STANDARDISER,
                Memory.NONE, ServingBackend.KERNEL));
        assertThrows(ModelException.class, () -> NetServing.open(Family.XGBOOST, "net", LSTM, INPUTS, STANDARDISER,
                Memory.NONE, ServingBackend.ONNX));
    }

    @Test
    void shouldRefuseANetOfAnotherWidthAndAnInstrumentBeyondTheLimit() {
        byte[] wide = OnnxWriter.lstm(new RandomNets(5).lstm(FEATURES + 1, 6));
        for (ServingBackend backend : ServingBackend.values()) {
            ModelException refusal = assertThrows(ModelException.class, () -> NetServing.open(Family.LSTM, "net", wide,
                    INPUTS, STANDARDISER, MEMORY, backend));
            assertTrue(refusal.getMessage().contains("a net that takes 11"), refusal.getMessage());
        }
        try (Model model = open(Family.LSTM, ServingBackend.KERNEL)) {
            assertThrows(ModelException.class, () -> model.score(step(64, 0, 0, 1)));
            assertThrows(ModelException.class, () -> model.skip(step(-1, 0, 0, 1)));
        }
    }

    private static Model open(Family family, ServingBackend backend) {
        byte[] file = switch (family) {
            case LSTM -> LSTM;
            case TRANSFORMER -> TRANSFORMER;
            default -> PERCEPTRON;
        };
        return NetServing.open(family, "net", file, INPUTS, STANDARDISER, family.remembers() ? MEMORY : Memory.NONE,
                backend);
    }

    private FeatureVector step(int instrument, int row, long timeNs, int episode) {
        vector.origin(instrument, timeNs, episode);
        for (int i = 0; i < FEATURES; i++) {
            vector.set(i, ROWS[row][i]);
        }
        return vector;
    }

    private static ModelInputs inputs() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < FEATURES; i++) {
            names.add("f" + i);
        }
        return ModelInputs.all(FeatureSchema.of(names, names));
    }

    private static double[] filled(double value) {
        double[] values = new double[FEATURES];
        Arrays.fill(values, value);
        return values;
    }
}
