package io.v11.ml.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

import ml.dmlc.xgboost4j.java.Booster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class XgboostModelReaderTest {
    private static final int FEATURES = 6;
    private static byte[] binary;
    private static byte[] json;

    @BeforeAll
    static void train() throws Exception {
        Booster booster = Boosters.train(FEATURES, 5, 3, Map.of("base_score", 0.37));
        binary = Boosters.file(booster, "ubj");
        json = Boosters.file(booster, "json");
        booster.dispose();
    }

    @Test
    void shouldReadTheSameTreesFromBothFormats() {
        TreeEnsemble first = XgboostModelReader.read("model.ubj", binary);
        TreeEnsemble second = XgboostModelReader.read("model.json", json);

        assertEquals(5, first.trees().size());
        assertEquals(FEATURES, first.features());
        assertEquals(3, first.depth());
        assertEquals(first.baseMargin(), second.baseMargin());
        for (int i = 0; i < 5; i++) {
            DecisionTree tree = first.trees().get(i);
            DecisionTree other = second.trees().get(i);
            assertArrayEquals(tree.left(), other.left());
            assertArrayEquals(tree.right(), other.right());
            assertArrayEquals(tree.feature(), other.feature());
            assertArrayEquals(tree.value(), other.value(), 0.0f);
            assertArrayEquals(tree.defaultLeft(), other.defaultLeft());
        }
    }

    @Test
    void shouldTurnTheBaseScoreIntoLogOdds() throws Exception {
        Booster half = Boosters.train(FEATURES, 1, 1, Map.of("base_score", 0.5));

        assertEquals(-0.53221714f, XgboostModelReader.read("model.ubj", binary).baseMargin(), 1e-6f);
        assertEquals(0.0f, Math.abs(XgboostModelReader.read("half", Boosters.file(half, "ubj")).baseMargin()));
        half.dispose();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"name\":\"binary:logistic\" | \"name\":\"reg:squarederror\" | objective",
        "\"name\":\"gbtree\" | \"name\":\"dart\" | gradient_booster.name is 'dart'",
        "\"version\":[3,0,4] | \"version\":[3,1,0] | only 3.0.x",
        "\"num_class\":\"0\" | \"num_class\":\"3\" | num_class is '3'",
        "\"num_target\":\"1\" | \"num_target\":\"2\" | num_target",
        "\"num_feature\":\"6\" | \"num_feature\":\"5\" | reads feature 5 of 5",
        "\"base_score\":\"3.7E-1\" | \"base_score\":\"1E0\" | between 0 and 1",
        "\"base_score\":\"3.7E-1\" | \"base_score\":\"[3.7E-1]\" | must be a number",
        "\"num_trees\":\"5\" | \"num_trees\":\"4\" | announces 4 trees and has 5",
        "\"tree_info\":[0,0,0,0,0] | \"tree_info\":[0,1,0,0,0] | class 1",
        "\"size_leaf_vector\":\"1\" | \"size_leaf_vector\":\"2\" | size_leaf_vector",
        "\"split_type\":[0,0 | \"split_type\":[1,0 | categories",
        "\"left_children\":[1,3 | \"left_children\":[1,1 | has two parents",
        "\"left_children\":[1,3 | \"left_children\":[1,99 | has child 99",
        "\"learner_model_param\":{ | \"learner_model_param\":{\"novelty\":\"1\", | unknown key 'novelty'",
        "\"name\":\"gbtree\" | \"nom\":\"gbtree\" | unknown key 'nom'",
        "\"gradient_booster\":{ | \"gradient_booster\":[ | lacks a"})
    void shouldRefuseWhatItDoesNotUnderstand(String from, String to, String reason) {
        String text = new String(json, StandardCharsets.UTF_8);
        assertTrue(text.contains(from), () -> "the model has no " + from + ": " + text.substring(0, 600));
        byte[] changed = text.replace(from, to).getBytes(StandardCharsets.UTF_8);

        ModelException refusal = assertThrows(ModelException.class,
                () -> XgboostModelReader.read("m/1/model.json", changed));
        assertTrue(refusal.getMessage().startsWith("m/1/model.json"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void shouldRefuseTruncatedFilesOfBothFormats() {
        for (byte[] file : new byte[][]{binary, json}) {
            for (int length = 0; length < file.length; length += 1 + length / 50) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThrows(ModelException.class, () -> XgboostModelReader.read("cut", cut), "length " + length);
            }
        }
    }

    @Test
    void shouldEitherRefuseADamagedFileOrReadATree() {
        SplittableRandom random = new SplittableRandom(17);
        int refused = 0;
        for (int i = 0; i < 6000; i++) {
            byte[] damaged = (i % 2 == 0 ? binary : json).clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                TreeEnsemble ensemble = XgboostModelReader.read("damaged", damaged);
                float margin = TreeKernel.of(ensemble).margin(new float[ensemble.features()]);
                assertTrue(!Float.isNaN(margin), "case " + i);
            } catch (ModelException expected) {
                refused++;
            }
        }
        assertTrue(refused > 1000, "refused " + refused);
    }
}
