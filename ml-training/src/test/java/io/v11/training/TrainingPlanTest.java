package io.v11.training;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.ml.Family;
import io.v11.training.data.TimeSplit.Span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainingPlanTest {
    private static final String TEXT = """
            version: 1
            cadence: TOP_CHANGE
            seed: 11
            weights: {weighting: ROOT_MOVE, balanceInstruments: true, halfLifeHours: 0}
            purgeMs: 1000
            embargoMs: 2000
            captures: []
            spans:
              - {part: TRAIN, instrument: NEXOUSDT.SPOT, from: 2024-07-23T15:39:00Z, to: 2024-07-24T04:00:00Z}
              - {part: VALIDATION, instrument: NEXOUSDT.SPOT, from: 2024-07-24T04:00:00Z, to: 2024-07-24T08:00:00Z}
              - {part: TEST, instrument: NEXOUSDT.SPOT, from: 2024-07-24T08:00:00Z, to: 2024-07-24T16:00:00Z}
            label: next-move
            bothWays: false
            stack: {folds: 3, firstShare: 0.4, validationShare: 0.2, l2: 0.001}
            families:
              xgboost:
                - {rounds: 10, patience: 2, depth: 2, learningRate: 0.1, minimumChildWeight: 50, rowSample: 0.5, columnSample: 0.5,
                   l2: 1, l1: 0, minimumGain: 0, bins: 64, features: [], increasing: [], decreasing: []}
              forest: []
              mlp: []
              lstm: []
              transformer: []
              logistic: []
            """;
    private static final Instruments INSTRUMENTS = new Instruments(
            List.of(new Instrument(0, "NEXOUSDT", Instrument.Market.SPOT, Decimal.parse("0.001"), Decimal.parse("0.01"),
                    Decimal.parse("5"), 10, 10, Decimal.parse("1"), Decimal.parse("1"))));

    @Test
    void shouldReadSpansInNanoseconds() {
        TrainingPlan plan = parse(TEXT);

        List<Span> spans = plan.resolve(INSTRUMENTS);

        assertEquals(1_721_808_000_000_000_000L, spans.get(2).fromNs());
        assertEquals(0, spans.get(2).instrument());
        assertEquals(2_000_000_000L, plan.embargoNs());
    }

    @Test
    void shouldRefuseAPlanWithoutTestRange() {
        String text = TEXT.replace("part: TEST", "part: TRAIN");

        assertTrue(refusal(text).contains("spans: none is for TEST"), refusal(text));
    }

    @Test
    void shouldRefuseHyperparametersOutOfRangeWithTheLine() {
        String text = TEXT.replace("depth: 2", "depth: 9");

        assertTrue(refusal(text).contains("plan.yaml:17: xgboost: depth must be between 1 and 8, is 9"), refusal(text));
    }

    @Test
    void shouldRefuseALabelOfNoKnownKindAndNameThoseThereAre() {
        String refusal = refusal(TEXT.replace("label: next-move", "label: tomorrow"));

        assertTrue(refusal.contains("label 'tomorrow' is of no known kind"), refusal);
        assertTrue(refusal.contains("triple-barrier:TIME"), refusal);
    }

    @Test
    void shouldKeepTheWantedFamiliesOnly() {
        TrainingPlan plan = parse(TEXT);

        assertEquals(1, plan.only(EnumSet.of(Family.XGBOOST, Family.MLP)).families().xgboost().size());
        assertTrue(assertThrows(ConfigurationException.class, () -> plan.only(EnumSet.of(Family.MLP))).getMessage()
                .contains("no family has a candidate"));
    }

    @Test
    void shouldRefuseATimeThatIsNone() {
        TrainingPlan plan = parse(TEXT.replace("2024-07-24T16:00:00Z", "2024-07-24 16:00"));

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> plan.resolve(INSTRUMENTS));

        assertTrue(refusal.getMessage().contains("'2024-07-24 16:00' is not a UTC time"), refusal.getMessage());
    }

    @Test
    void shouldRefuseAnUnknownInstrument() {
        TrainingPlan plan = parse(
                TEXT.replace("NEXOUSDT.SPOT, from: 2024-07-24T08", "DOGEUSDT.SPOT, from: 2024-07-24T08"));

        assertTrue(assertThrows(ConfigurationException.class, () -> plan.resolve(INSTRUMENTS)).getMessage()
                .contains("DOGEUSDT"));
    }

    private static String refusal(String text) {
        return assertThrows(ConfigurationException.class, () -> parse(text)).getMessage();
    }

    private static TrainingPlan parse(String text) {
        return YamlBinder.parse("plan.yaml", text, TrainingPlan.class);
    }
}
