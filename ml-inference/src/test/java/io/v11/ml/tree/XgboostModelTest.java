package io.v11.ml.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import ml.dmlc.xgboost4j.java.Booster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.ml.AllocatedBytes;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class XgboostModelTest {
    private static final int FEATURES = 70;
    private static final ModelInputs INPUTS = inputs();

    @Test
    void shouldGiveXgboostsProbability() throws Exception {
        Booster booster = Boosters.train(FEATURES, 30, 4, Map.of());
        XgboostModel model = new XgboostModel("trees", read(booster), INPUTS);
        SplittableRandom random = new SplittableRandom(8);
        float[] row = new float[FEATURES];

        for (int i = 0; i < 1000; i++) {
            FeatureVector vector = vector(random);
            XgboostModel.fillRow(INPUTS, vector, row);
            float expected = booster.inplace_predict(row, 1, FEATURES, Float.NaN)[0][0];
            assertEquals(expected, model.score(vector), 2e-7);
        }
        booster.dispose();
    }

    @Test
    void shouldTakeInvalidAndUnrepresentableValuesAsMissing() {
        FeatureVector vector = new FeatureVector(FEATURES);
        vector.set(1, 2.5);
        vector.set(2, 1e300);
        vector.set(65, -1e300);
        vector.set(66, -0.0);
        float[] row = new float[FEATURES];

        XgboostModel.fillRow(INPUTS, vector, row);

        assertTrue(Float.isNaN(row[0]));
        assertEquals(2.5f, row[1]);
        assertTrue(Float.isNaN(row[2]));
        assertTrue(Float.isNaN(row[65]));
        assertEquals(-0.0f, row[66]);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 10})
    void shouldAllocateNothing(int depth) throws Exception {
        Booster booster = Boosters.train(FEATURES, 20, depth, Map.of());
        XgboostModel model = new XgboostModel("trees", read(booster), INPUTS);
        booster.dispose();
        FeatureVector vector = vector(new SplittableRandom(4));
        double[] sink = new double[1];

        long bytes = AllocatedBytes.of(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                vector.set(i % FEATURES, i * 1e-6);
                sink[0] += model.margin(vector);
            }
            sink[0] += model.score(vector);
        });

        assertEquals(0, bytes);
        assertTrue(sink[0] != 0);
    }

    @Test
    void shouldFetchOnlyWhatTheTreesAskAboutAndKeepTheBits() throws Exception {
        Booster booster = Boosters.train(FEATURES, 3, 2, Map.of());
        TreeEnsemble ensemble = read(booster);
        booster.dispose();
        XgboostModel model = new XgboostModel("trees", ensemble, INPUTS);
        TreeKernel whole = TreeKernel.of(ensemble);
        TreeKernel spread = TreeKernel.of(ensemble.over(ensemble.asked()).spread(model.inputs()));
        SplittableRandom random = new SplittableRandom(9);
        float[] row = new float[FEATURES];

        for (int i = 0; i < 1000; i++) {
            FeatureVector vector = vector(random);
            XgboostModel.fillRow(vector, row);
            assertEquals(Float.floatToRawIntBits(whole.margin(row)), Float.floatToRawIntBits(model.margin(vector)));
            assertEquals(Float.floatToRawIntBits(whole.margin(row)), Float.floatToRawIntBits(spread.margin(row)));
        }
        assertTrue(model.inputs().size() <= 9, "asked about " + model.inputs().size());
    }

    @Test
    void shouldServeTreesThatAskNothing() throws Exception {
        Booster booster = Boosters.train(FEATURES, 2, 2, Map.of("gamma", 1e9));
        XgboostModel model = new XgboostModel("stumps", read(booster), INPUTS);
        float expected = booster.inplace_predict(new float[FEATURES], 1, FEATURES, Float.NaN)[0][0];
        booster.dispose();

        assertEquals(expected, model.score(new FeatureVector(FEATURES)), 2e-7);
    }

    @Test
    void shouldRefuseAVectorOfAnotherWidth() throws Exception {
        Booster booster = Boosters.train(FEATURES, 2, 2, Map.of());
        XgboostModel model = new XgboostModel("trees", read(booster), INPUTS);
        booster.dispose();

        ModelException refusal = assertThrows(ModelException.class,
                () -> model.score(new FeatureVector(FEATURES - 1)));
        assertTrue(refusal.getMessage().contains("69 features, model takes 70"), refusal.getMessage());
    }

    @Test
    void shouldFindParityForAnyBaseScore() throws Exception {
        Booster booster = Boosters.train(FEATURES, 20, 4, Map.of("base_score", 0.4237f));
        SplittableRandom random = new SplittableRandom(4);
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            vectors.add(vector(random));
        }

        XgboostParity parity = XgboostParity.check("trees/1", Boosters.file(booster, "ubj"), read(booster), INPUTS,
                vectors);

        assertEquals(200, parity.rows());
        booster.dispose();
    }

    @Test
    void shouldFindALeafThatIsOffByOneBit() throws Exception {
        Booster booster = Boosters.train(FEATURES, 1, 1, Map.of());
        TreeEnsemble ensemble = read(booster);
        float[] values = ensemble.trees().getFirst().value();
        for (int node = 0; node < values.length; node++) {
            if (ensemble.trees().getFirst().isLeaf(node)) {
                values[node] = Math.nextUp(values[node]);
            }
        }
        byte[] file = Boosters.file(booster, "ubj");
        SplittableRandom random = new SplittableRandom(4);
        List<FeatureVector> vectors = List.of(vector(random));

        ModelException refusal = assertThrows(ModelException.class,
                () -> XgboostParity.check("trees/1", file, ensemble, INPUTS, vectors));
        assertTrue(refusal.getMessage().contains("model trees/1: row 0 has margin"), refusal.getMessage());
        booster.dispose();
    }

    private static ModelInputs inputs() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < FEATURES; i++) {
            names.add("f" + i);
        }
        return ModelInputs.all(FeatureSchema.of(names, names));
    }

    private static TreeEnsemble read(Booster booster) throws Exception {
        return XgboostModelReader.read("model.ubj", Boosters.file(booster, "ubj"));
    }

    private static FeatureVector vector(SplittableRandom random) {
        float[] row = Boosters.rows(random, 1, FEATURES);
        FeatureVector vector = new FeatureVector(FEATURES);
        for (int i = 0; i < FEATURES; i++) {
            vector.set(i, row[i]);
        }
        return vector;
    }
}
