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
    void shouldHashNamesUnitsFormulasRulesAndOrder() {
        FeatureSchema swapped = FeatureSchema.of(List.of("spread", "imbalance"), List.of("bps", "ratio"));
        FeatureSchema otherUnit = FeatureSchema.of(List.of("imbalance", "spread"), List.of("ratio", "ticks"));
        FeatureSchema otherFormula = new FeatureSchema(List.of(SCHEMA.definition(0),
                new FeatureDefinition("spread", "bps", "(ask - bid) / mid", Normalisation.NONE)));
        FeatureSchema otherRule = new FeatureSchema(List.of(SCHEMA.definition(0),
                new FeatureDefinition("spread", "bps", "spread", Normalisation.ROBUST_Z)));

        assertNotEquals(SCHEMA.sha256(), otherFormula.sha256());
        assertNotEquals(SCHEMA.sha256(), swapped.sha256());
        assertNotEquals(SCHEMA.sha256(), otherUnit.sha256());
        assertNotEquals(SCHEMA.sha256(), otherRule.sha256());
    }

    @Test
    void shouldKeepItsHashFromOneRunToTheNext() {
        assertEquals("1d70c819c922033aefe7d674afbf3923e1c2792f7625ebe8e918d67574a62c38", SCHEMA.sha256());
    }

    @Test
    void shouldGiveTheFirstEightBytesForEvents() {
        assertEquals(Long.parseUnsignedLong(SCHEMA.sha256().substring(0, 16), 16), SCHEMA.hash64());
    }

    @Test
    void shouldGiveASubsetInTheOrderAskedFor() {
        FeatureSchema schema = FeatureSchema.of(List.of("a", "b", "c"), List.of("1", "2", "3"));

        FeatureSchema subset = schema.subset(List.of("c", "a"));

        assertEquals(FeatureSchema.of(List.of("c", "a"), List.of("3", "1")), subset);
        assertEquals(schema.subset(List.of("c", "a")).sha256(), subset.sha256());
        assertNotEquals(schema.subset(List.of("a", "c")).sha256(), subset.sha256());
        ModelException missing = assertThrows(ModelException.class, () -> schema.subset(List.of("a", "d")));
        assertTrue(missing.getMessage().contains("no feature is called 'd'"), missing.getMessage());
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
