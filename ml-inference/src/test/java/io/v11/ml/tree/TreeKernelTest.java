package io.v11.ml.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import ml.dmlc.xgboost4j.java.Booster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The kernels against XGBoost's own library, bit for bit. */
class TreeKernelTest {
    private static final int BATCH = 2000;
    /** NaNs of both signs, quiet and signalling, smallest and largest payload. */
    private static final int[] NANS = {0x7fc00000, 0xffc00000, 0x7f800001, 0xff800001, 0x7fffffff, 0xffffffff};
    private static final float[] EDGES = {0.0f, -0.0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL,
        -Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, 1.0f, -1.0f};

    @ParameterizedTest
    @CsvSource({"20, 100, 6", "100, 61, 4", "7, 30, 8", "12, 25, 10", "3, 9, 1", "5, 1, 2"})
    void shouldGiveXgboostsMarginToTheBit(int features, int trees, int depth) throws Exception {
        Booster booster = Boosters.train(features, trees, depth, Map.of());
        TreeEnsemble ensemble = XgboostModelReader.read("model.ubj", Boosters.file(booster, "ubj"));
        TreeKernel kernel = TreeKernel.of(ensemble);

        assertEquals(ensemble.depth() <= 8 ? PaddedTreeKernel.class : SiblingTreeKernel.class, kernel.getClass());
        assertEquals(trees, kernel.trees());
        assertSameMargins(booster, kernel, ensemble, 100_000);
        booster.dispose();
    }

    @Test
    void shouldGiveTheSameBitsByBothKernels() throws Exception {
        Booster booster = Boosters.train(15, 40, 5, Map.of());
        TreeEnsemble ensemble = XgboostModelReader.read("model.ubj", Boosters.file(booster, "ubj"));

        assertSameMargins(booster, new SiblingTreeKernel(ensemble), ensemble, 20_000);
        assertSameMargins(booster, new PaddedTreeKernel(ensemble), ensemble, 20_000);
        booster.dispose();
    }

    @Test
    void shouldGiveXgboostsMarginForOneRowAtATime() throws Exception {
        Booster booster = Boosters.train(10, 50, 6, Map.of());
        TreeKernel kernel = TreeKernel.of(XgboostModelReader.read("model.ubj", Boosters.file(booster, "ubj")));
        SplittableRandom random = new SplittableRandom(5);

        for (int i = 0; i < 500; i++) {
            float[] row = Boosters.rows(random, 1, 10);
            float expected = booster.inplace_predict(row.clone(), 1, 10, Float.NaN, new int[]{0, 0},
                    Booster.PredictionType.kMargin, null)[0][0];
            assertEquals(Float.floatToRawIntBits(expected), Float.floatToRawIntBits(kernel.margin(row)));
        }
        booster.dispose();
    }

    @Test
    void shouldOrderKeysAsFloatsForEveryPairOfEdges() {
        List<Float> thresholds = new ArrayList<>(
                List.of(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0.3f, -7e9f));
        for (float edge : EDGES) {
            thresholds.add(edge);
        }
        List<Float> values = new ArrayList<>(thresholds);
        for (int bits : NANS) {
            values.add(Float.intBitsToFloat(bits));
        }
        int[] keys = new int[2];
        for (float threshold : thresholds) {
            for (float value : values) {
                RowKeys.fill(new float[]{value}, 1, keys);
                for (boolean defaultLeft : new boolean[]{false, true}) {
                    boolean left = Float.isNaN(value) ? defaultLeft : value < threshold;
                    assertEquals(left ? -1 : 0, RowKeys.below(RowKeys.node(threshold, 0, defaultLeft, 1), keys),
                            value + " < " + threshold + " with default " + (defaultLeft ? "left" : "right"));
                }
            }
        }
    }

    private static void assertSameMargins(Booster booster, TreeKernel kernel, TreeEnsemble ensemble, int rows)
            throws Exception {
        SplittableRandom random = new SplittableRandom(99);
        float[] thresholds = thresholds(ensemble);
        int features = kernel.features();
        int missing = 0;
        int onThreshold = 0;
        for (int done = 0; done < rows; done += BATCH) {
            float[] values = Boosters.rows(random, BATCH, features);
            for (int i = 0; i < values.length; i++) {
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> {
                        values[i] = thresholds[random.nextInt(thresholds.length)];
                        onThreshold++;
                    }
                    case 3 -> values[i] = Math.nextDown(thresholds[random.nextInt(thresholds.length)]);
                    case 4 -> values[i] = EDGES[random.nextInt(EDGES.length)];
                    case 5 -> values[i] = Float.intBitsToFloat(NANS[random.nextInt(NANS.length)]);
                    default -> {
                    }
                }
                missing += Float.isNaN(values[i]) ? 1 : 0;
            }
            float[][] expected = booster.inplace_predict(values.clone(), BATCH, features, Float.NaN, new int[]{0, 0},
                    Booster.PredictionType.kMargin, null);
            float[] row = new float[features];
            for (int i = 0; i < BATCH; i++) {
                System.arraycopy(values, i * features, row, 0, features);
                float margin = kernel.margin(row);
                if (Float.floatToRawIntBits(expected[i][0]) != Float.floatToRawIntBits(margin)) {
                    assertEquals(expected[i][0], margin, 0.0f, "row " + (done + i) + " " + Arrays.toString(row));
                }
            }
        }
        assertTrue(missing > rows / 20, "missing values tried: " + missing);
        assertTrue(onThreshold > rows / 20, "values on a threshold tried: " + onThreshold);
    }

    private static float[] thresholds(TreeEnsemble ensemble) {
        List<Float> thresholds = new ArrayList<>();
        for (DecisionTree tree : ensemble.trees()) {
            for (int node = 0; node < tree.left().length; node++) {
                if (!tree.isLeaf(node)) {
                    thresholds.add(tree.value()[node]);
                }
            }
        }
        float[] values = new float[thresholds.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = thresholds.get(i);
        }
        return values;
    }
}
