package io.v11.training.metrics;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.data.SyntheticMarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EvaluationTest {
    @Test
    void shouldFindTheFeatureAndDirectionThatTellsMost() {
        Dataset data = SyntheticMarket.of(1, 4000, 5, row -> row[3] < 0.4 ? 0.8 : 0.2);
        int[] train = IntStream.range(0, 3000).toArray();

        Rule rule = Rule.best(data, train);

        assertEquals("f3", rule.name());
        assertFalse(rule.upAbove());
        assertEquals(0.4, rule.threshold(), 0.1);
        assertEquals(0.8, rule.accuracy(), 0.03);
    }

    @Test
    void shouldFallBackToTheMajorityWhereTheFeatureIsInvalid() {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1));
        Slots slots = new Slots(1);
        builder.beginSource();
        long[] bids = {10, 11, 12, 13, 12, 13};
        double[] values = {1, 2, 3, -1, Double.NaN, 0};
        for (int i = 0; i < bids.length; i++) {
            builder.onEvent(slots.book(0, i, bids[i], bids[i] + 2, values[i]));
        }
        Dataset data = builder.build();

        Rule rule = Rule.best(data, IntStream.range(0, 5).toArray());

        assertTrue(rule.upAbove());
        assertTrue(rule.fallbackUp());
        assertEquals(1.0, rule.accuracy());
        assertTrue(rule.up(data, 4));
        assertFalse(rule.up(data, 3));
    }

    @Test
    void shouldPutModelBesideMajorityAndRule() {
        Scores scores = new Scores(new double[]{0.8, 0.7, Double.NaN, 0.3, 0.6},
                new boolean[]{true, true, true, false, false}, new int[]{0, 0, 1, 2, 3});
        Rule rule = new Rule(0, "f0", 0.0, true, false, 0.6);
        boolean[] ruleUp = {true, false, true, true, false};

        Evaluation evaluation = Evaluation.of("BTCUSDT.SPOT", scores, rule, ruleUp);

        assertEquals(5, evaluation.rows());
        assertEquals(0.8, evaluation.coverage());
        assertEquals(3, evaluation.moves());
        assertEquals(0.5, evaluation.majority());
        assertEquals(0.75, evaluation.accuracy());
        assertEquals(0.5, evaluation.ruleAccuracy());
        assertEquals(0.25, evaluation.lead());
        assertEquals(2.0 / 3.0, evaluation.moveAccuracy(), 1e-12);
        assertEquals(1.5 / 3.0, evaluation.ruleMoveAccuracy(), 1e-12);
        assertEquals(1.0, evaluation.quarterAccuracy());
    }
}
