package io.v11.training.selection;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.training.TrainingPlan;
import io.v11.training.data.Dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DevelopmentRowsTest {
    private static final TrainingPlan PLAN = YamlBinder.parse("plan",
            """
                    version: 1
                    cadence: TOP_CHANGE
                    seed: 11
                    weights: {weighting: UNIFORM, balanceInstruments: false, halfLifeHours: 0}
                    purgeMs: 1000
                    embargoMs: 2000
                    captures: []
                    spans:
                      - {part: TRAIN, instrument: AUSDT.SPOT, from: 1970-01-01T00:00:00Z, to: 1970-01-01T00:10:00Z}
                      - {part: VALIDATION, instrument: AUSDT.SPOT, from: 1970-01-01T00:10:00Z, to: 1970-01-01T00:15:00Z}
                      - {part: TEST, instrument: AUSDT.SPOT, from: 1970-01-01T00:15:00Z, to: 1970-01-01T00:20:00Z}
                    label: next-move
                    bothWays: false
                    stack: {folds: 2, firstShare: 0.4, validationShare: 0.2, l2: 0.001}
                    families:
                      xgboost:
                        - {rounds: 10, patience: 2, depth: 2, learningRate: 0.1, minimumChildWeight: 50, rowSample: 0.5, columnSample: 0.5,
                           l2: 1, l1: 0, minimumGain: 0, bins: 64, features: [], increasing: [], decreasing: []}
                      forest: []
                      mlp: []
                      lstm: []
                      transformer: []
                      logistic: []
                    """,
            TrainingPlan.class);
    private static final Instruments INSTRUMENTS = new Instruments(
            List.of(instrument(0, "AUSDT"), instrument(1, "BUSDT")));
    private static final long MINUTE = 60_000_000_000L;

    /** 30 minutes, a row a second, two instruments in turns. */
    private final Dataset data = PlantedMarket.of(1, 1800, 8, 1.0, 2);

    @Test
    void shouldTakeTrainAndValidationRowsOfThePlanAndNoOther() {
        DevelopmentRows rows = DevelopmentRows.ofPlan(data, PLAN, INSTRUMENTS, null);

        for (int row : rows.rows()) {
            assertEquals(0, data.instrument(row));
            assertTrue(data.labelEndNs(row) < 15 * MINUTE, "label ends at " + data.labelEndNs(row));
        }
        assertEquals(450, rows.rows().length, 8);
    }

    @Test
    void shouldRefuseARangeThatTouchesATestRangeOfAnyInstrument() {
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> DevelopmentRows.ofRange(data,
                PLAN, INSTRUMENTS, "1970-01-01T00:19:59Z", "1970-01-01T00:25:00Z", "BUSDT.SPOT"));

        assertTrue(
                refusal.getMessage().contains("test range 1970-01-01T00:15:00Z .. 1970-01-01T00:20:00Z of AUSDT.SPOT"),
                refusal.getMessage());
        DevelopmentRows.refuseTestRange(PLAN, INSTRUMENTS, "1970-01-01T00:20:00Z", "1970-01-01T00:25:00Z");
    }

    @Test
    void shouldTakeARangeThatKeepsClearOfTheTests() {
        DevelopmentRows both = DevelopmentRows.ofRange(data, PLAN, INSTRUMENTS, "1970-01-01T00:20:00Z",
                "1970-01-01T00:25:00Z", null);
        DevelopmentRows one = DevelopmentRows.ofRange(data, PLAN, INSTRUMENTS, "1970-01-01T00:20:00Z",
                "1970-01-01T00:25:00Z", "BUSDT.SPOT");

        assertEquals(300, both.rows().length, 6);
        assertEquals(150, one.rows().length, 3);
        assertTrue(Arrays.stream(one.rows()).allMatch(row -> data.instrument(row) == 1));
        assertTrue(Arrays.stream(both.rows()).allMatch(row -> data.labelEndNs(row) < 25 * MINUTE));
    }

    @Test
    void shouldSayWhenNoRowIsLeft() {
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> DevelopmentRows.ofRange(data,
                PLAN, INSTRUMENTS, "1980-01-01T00:00:00Z", "1980-01-02T00:00:00Z", null));

        assertTrue(refusal.getMessage().contains("give --from and --to within the journals"), refusal.getMessage());
    }

    private static Instrument instrument(int id, String symbol) {
        Decimal one = Decimal.parse("1");
        return new Instrument(id, symbol, Instrument.Market.SPOT, one, one, one, 10, 10, one, one);
    }
}
