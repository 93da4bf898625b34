package io.v11.training.data.label;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.DecisionCadence;
import io.v11.training.data.HorizonLabels;
import io.v11.training.data.HorizonLabels.Price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelRuleTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"next-move | 0 | NextMoveLabels", "horizon:1s | 1 | HorizonLabels",
        "horizon:10s | 10 | HorizonLabels", "horizon:60s,0.5 | 60 | HorizonLabels",
        "horizon:15m,5 | 900 | HorizonLabels", "horizon:1h,5 | 3600 | HorizonLabels",
        "horizon:4h,10 | 14400 | HorizonLabels", "triple-barrier:60s,2.0 | 60 | TripleBarrierLabels",
        "triple-barrier:60s,2.0,none,500ms,200 | 60 | TripleBarrierLabels",
        "trend-scan:1s,5,21 | 20 | TrendScanLabels", "trend-scan:1m,5,21,2.5 | 1200 | TrendScanLabels",
        "cost-aware:60s | 60 | CostAwareLabels", "cost-aware:next-move,5 | 0 | CostAwareLabels",
        "cost-aware:15m,5,1 | 900 | CostAwareLabels"})
    void shouldMakeTheLabelsThatTheTextNames(String text, long spanSeconds, String type) {
        LabelRule rule = LabelRule.parse(text);

        assertEquals(text, rule.text());
        assertEquals(rule, LabelRule.parse(" " + text.toUpperCase() + " "));
        assertEquals(type, rule.labels(Price.MID).getClass().getSimpleName());
        assertEquals(spanSeconds * SECOND, rule.spanNs());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"nextmove | is of no known kind; write one of", "'' | is of no known kind",
        "horizon | lacks the horizon; write horizon:TIME[,DEAD_ZONE_BPS]",
        "horizon: | horizon '' must be a number with ms, s, m or h, e.g. 15m",
        "horizon:10 | horizon '10' must be a number with ms", "horizon:10s,x | dead zone 'x' must be a number",
        "horizon:10s,-1 | dead zone must be 0 or more", "horizon:10s,1,2 | at most 2 values behind the colon, has 3",
        "next-move:1 | at most 0 values", "triple-barrier:10s | lacks the multiple of the volatility",
        "triple-barrier:10s,0 | barriers must lie", "triple-barrier:10s,1,maybe | 'maybe' is not sign or none",
        "triple-barrier:10s,1,sign,1s,1.5 | number of samples '1.5' must be a whole number",
        "trend-scan:1s,2,9 | lines must go through 3 to 10000 prices", "trend-scan:1s,3 | lacks the most prices",
        "cost-aware:10s,-1 | fee and spread must be 0 to 1000"})
    void shouldSayWhatIsWrongAndHowToWriteIt(String text, String reason) {
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> LabelRule.parse(text));

        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }

    @Test
    void shouldListEveryKindWithItsUsage() {
        for (LabelKind kind : LabelKind.values()) {
            assertTrue(LabelRule.kinds().contains(kind.usage() + ": " + kind.description()), kind.text());
        }
    }

    @Test
    void shouldTakeClosesWhereRowsAreBarCloses() {
        assertEquals(Price.CLOSE, LabelRule.price(DecisionCadence.BAR_CLOSE));
        assertEquals(Price.MID, LabelRule.price(DecisionCadence.TOP_CHANGE));
        assertInstanceOf(HorizonLabels.class, LabelRule.parse("horizon:15m").labels(Price.CLOSE));
        assertThrows(ConfigurationException.class, () -> LabelRule.parse("horizon:10s").labels(Price.CLOSE));
    }
}
