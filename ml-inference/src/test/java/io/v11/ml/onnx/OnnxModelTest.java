package io.v11.ml.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.ml.AllocatedBytes;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.Logistic;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.Standardiser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nets through both ways into ONNX Runtime, against plain loops. */
class OnnxModelTest {
    private static final int FEATURES = 40;
    private static final OnnxFile.Layer[] LAYERS = Perceptrons.layers(3, FEATURES, 32, 16, 1);
    private static final ModelInputs INPUTS = inputs();
    private static final byte[] LOGIT_NET = OnnxFile.perceptron(false, LAYERS);

    @Test
    void shouldAgreeWithPlainLoopsThroughBothSessions() {
        Standardiser standardiser = standardiser(FEATURES);
        SplittableRandom random = new SplittableRandom(11);
        float[] inputs = new float[FEATURES];

        try (OnnxSession foreign = new OnnxForeignSession("net", LOGIT_NET, FEATURES);
                OnnxSession java = new OnnxJavaSession("net", LOGIT_NET, FEATURES)) {
            double worst = 0;
            for (int i = 0; i < 5000; i++) {
                FeatureVector vector = Perceptrons.vector(random, FEATURES);
                standardiser.fill(INPUTS, vector, foreign.input());
                standardiser.fill(INPUTS, vector, java.input());
                foreign.input().get(0, inputs);
                float result = foreign.run();
                assertEquals(Float.floatToRawIntBits(java.run()), Float.floatToRawIntBits(result), "vector " + i);
                double expected = Logistic.probability(Perceptrons.logit(LAYERS, inputs));
                worst = Math.max(worst, Math.abs(expected - Logistic.probability(result)));
            }
            assertTrue(worst <= 1e-5, "largest difference " + worst);
        }
    }

    @Test
    void shouldServeThroughTheForeignSession() {
        try (OnnxModel model = OnnxModel.open("net", LOGIT_NET, INPUTS, standardiser(FEATURES), true)) {
            assertEquals("ONNX Runtime, C interface", model.backend());
            assertEquals("net", model.name());
            assertEquals(FEATURES, model.inputs().size());
        }
    }

    @Test
    void shouldGiveTheSameProbabilityForALogitAndForASigmoidNet() {
        byte[] sigmoidNet = OnnxFile.perceptron(true, LAYERS);
        FeatureVector vector = Perceptrons.vector(new SplittableRandom(5), FEATURES);

        try (OnnxModel logit = OnnxModel.open("a", LOGIT_NET, INPUTS, standardiser(FEATURES), true);
                OnnxModel sigmoid = OnnxModel.open("b", sigmoidNet, INPUTS, standardiser(FEATURES), false)) {
            assertEquals(logit.score(vector), sigmoid.score(vector), 1e-6);
        }
    }

    @Test
    void shouldAllocateNothingThroughTheForeignSession() {
        FeatureVector vector = Perceptrons.vector(new SplittableRandom(5), FEATURES);
        double[] sink = new double[1];

        try (OnnxModel model = OnnxModel.open("net", LOGIT_NET, INPUTS, standardiser(FEATURES), true)) {
            long bytes = AllocatedBytes.of(() -> {
                for (int i = 0; i < 100_000; i++) {
                    vector.set(i % FEATURES, i * 1e-5);
                    sink[0] += model.score(vector);
                }
            });
            assertEquals(0, bytes);
        }
        assertTrue(sink[0] > 0);
    }

    @Test
    void shouldTakeTheMeanForFeaturesThatAreNotValid() {
        FeatureVector none = new FeatureVector(FEATURES);
        FeatureVector means = new FeatureVector(FEATURES);
        for (int i = 0; i < FEATURES; i++) {
            means.set(i, 0.5);
        }

        try (OnnxModel model = OnnxModel.open("net", LOGIT_NET, INPUTS, standardiser(FEATURES), true)) {
            assertEquals(Logistic.probability(Perceptrons.logit(LAYERS, new float[FEATURES])), model.score(none), 1e-6);
            assertEquals(model.score(none), model.score(means));
        }
    }

    @Test
    void shouldClipWhateverComes() {
        FeatureVector huge = new FeatureVector(FEATURES);
        FeatureVector edge = new FeatureVector(FEATURES);
        for (int i = 0; i < FEATURES; i++) {
            huge.set(i, i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
            edge.set(i, i % 2 == 0 ? 10.5 : -9.5);
        }

        try (OnnxModel model = OnnxModel.open("net", LOGIT_NET, INPUTS, standardiser(FEATURES), true)) {
            assertEquals(model.score(edge), model.score(huge));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, FEATURES - 1, FEATURES + 1})
    void shouldRefuseANetOfAnotherWidth(int width) {
        assertThrows(ModelException.class, () -> new OnnxForeignSession("net", LOGIT_NET, width));
        assertThrows(ModelException.class, () -> new OnnxJavaSession("net", LOGIT_NET, width));
    }

    @Test
    void shouldRefuseAVectorOfAnotherWidth() {
        try (OnnxModel model = OnnxModel.open("net", LOGIT_NET, INPUTS, standardiser(FEATURES), true)) {
            FeatureVector narrow = new FeatureVector(FEATURES - 1);

            ModelException refusal = assertThrows(ModelException.class, () -> model.score(narrow));
            assertTrue(refusal.getMessage().contains("39 features, model takes 40"), refusal.getMessage());
        }
    }

    @Test
    void shouldRefuseANetWithTwoInputs() {
        ModelException foreign = assertThrows(ModelException.class,
                () -> new OnnxForeignSession("sum", OnnxFile.sum(), 1));
        ModelException java = assertThrows(ModelException.class, () -> new OnnxJavaSession("sum", OnnxFile.sum(), 1));

        assertTrue(foreign.getMessage().contains("has 2 inputs"), foreign.getMessage());
        assertEquals(foreign.getMessage(), java.getMessage());
    }

    @Test
    void shouldRefuseHalfAFileWithTheRuntimesReason() {
        byte[] half = Arrays.copyOf(LOGIT_NET, LOGIT_NET.length / 2);

        ModelException refusal = assertThrows(ModelException.class,
                () -> new OnnxForeignSession("net", half, FEATURES));
        assertTrue(refusal.getMessage().contains("model net: ONNX Runtime refuses it: "), refusal.getMessage());
    }

    @Test
    void shouldRefuseAStandardisationThatDividesByZero() {
        ModelException refusal = assertThrows(ModelException.class,
                () -> new Standardiser(new double[]{1, 2}, new double[]{1, 0}, 5));

        assertTrue(refusal.getMessage().contains("feature 1"), refusal.getMessage());
    }

    @Test
    void shouldKnowWhereTheLibraryLies() {
        assertEquals("native/linux-x64/libonnxruntime.so", RuntimeLibrary.resource("Linux", "amd64"));
        assertEquals("native/linux-aarch64/libonnxruntime.so", RuntimeLibrary.resource("Linux", "aarch64"));
        assertEquals("native/osx-aarch64/libonnxruntime.dylib", RuntimeLibrary.resource("Mac OS X", "aarch64"));
        assertEquals("native/win-x64/onnxruntime.dll", RuntimeLibrary.resource("Windows 11", "amd64"));
    }

    private static ModelInputs inputs() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < FEATURES; i++) {
            names.add("f" + i);
        }
        return ModelInputs.all(FeatureSchema.of(names, names));
    }

    private static Standardiser standardiser(int features) {
        double[] means = new double[features];
        double[] deviations = new double[features];
        Arrays.fill(means, 0.5);
        Arrays.fill(deviations, 2.0);
        return new Standardiser(means, deviations, 5.0);
    }
}
