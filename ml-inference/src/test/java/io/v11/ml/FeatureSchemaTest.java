package io.v11.ml;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeatureSchemaTest {
    private static final FeatureSchema SCHEMA = FeatureSchema.of(List.of("imbalance", "spread"),
            List.of("ratio", "bps"));

    @Test
    void shouldHashNamesUnitsOrderAndRule() {
        FeatureSchema swapped = FeatureSchema.of(List.of("spread", "imbalance"), List.of("bps", "ratio"));
        FeatureSchema otherUnit = FeatureSchema.of(List.of("imbalance", "spread"), List.of("ratio", "ticks"));
        FeatureSchema otherRule = new FeatureSchema(SCHEMA.names(), SCHEMA.units(), "none");

        assertNotEquals(SCHEMA.sha256(), swapped.sha256());
        assertNotEquals(SCHEMA.sha256(), otherUnit.sha256());
        assertNotEquals(SCHEMA.sha256(), otherRule.sha256());
    }

    @Test
    void shouldKeepItsHashFromOneRunToTheNext() {
        assertEquals("b61d1cbd344368c630d0cd7e19a2ee20af709ed000986c7cac4cc1ec27a37f65", SCHEMA.sha256());
    }

    @Test
    void shouldGiveTheFirstEightBytesForEvents() {
        assertEquals(Long.parseUnsignedLong(SCHEMA.sha256().substring(0, 16), 16), SCHEMA.hash64());
    }

    @Test
    void shouldKnowPositions() {
        assertEquals(1, SCHEMA.indexOf("spread"));
        assertEquals(-1, SCHEMA.indexOf("depth"));
        assertEquals(2, SCHEMA.size());
    }

    @Test
    void shouldRefuseNamesThatCannotBeToldApart() {
        ModelException twice = assertThrows(ModelException.class,
                () -> FeatureSchema.of(List.of("a", "a"), List.of("1", "1")));
        ModelException blank = assertThrows(ModelException.class,
                () -> FeatureSchema.of(List.of("a b"), List.of("1")));
        ModelException units = assertThrows(ModelException.class, () -> FeatureSchema.of(List.of("a"), List.of()));

        assertTrue(twice.getMessage().contains("'a' stands twice"), twice.getMessage());
        assertTrue(blank.getMessage().contains("'a b'"), blank.getMessage());
        assertTrue(units.getMessage().contains("1 names and 0 units"), units.getMessage());
    }
}
