package io.v11.training.selection.information;

import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.selection.PlantedMarket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NullBandTest {
    @Test
    void shouldLetOnlyPlantedFeaturesBeyondChance() {
        NullBand band = NullBand.of(rows(11, 1.0, 1), 100, 1);

        assertArrayEquals(new int[]{PlantedMarket.RELEVANT, PlantedMarket.DOUBLE, PlantedMarket.WEAKER},
                band.beyond());
        assertTrue(band.information(PlantedMarket.RELEVANT) > 5 * band.upper(PlantedMarket.RELEVANT));
    }

    @Test
    void shouldKeepConstantsAndFeaturesThatAreNeverValidWithin() {
        NullBand band = NullBand.of(rows(11, 1.0, 1), 100, 1);

        assertFalse(band.beyond(PlantedMarket.CONSTANT));
        assertFalse(band.beyond(PlantedMarket.NEVER_VALID));
        assertEquals(0.0, band.information(PlantedMarket.CONSTANT), 1e-12);
    }

    @Test
    void shouldLetFeaturesOfALabelThatKnowsNothingBeyondInFewStudies() {
        int studies = 60;
        int withAny = 0;
        for (int seed = 0; seed < studies; seed++) {
            withAny += NullBand.of(rows(1000 + seed, 0.0, 1), 60, seed).beyond().length > 0 ? 1 : 0;
        }

        // 5 % by design: 3 of 60; more than 9 has a chance of 1 in 1,000.
        assertTrue(withAny <= 9, "studies with a feature beyond the band: " + withAny + " of " + studies);
    }

    @Test
    void shouldGiveASlowFeatureAWiderBandThanAFastOneWhenTheLabelIsSlow() {
        Dataset data = SlowLabels.of(5, 4000);
        NullBand band = NullBand.of(BinnedRows.of(data, PlantedMarket.labelled(data), 8), 100, 1);

        assertFalse(band.beyond(0), "a clock and a slow label meet by chance");
        assertTrue(band.information(0) > 20 * band.information(1), "and yet look related");
        assertTrue(band.upper(0) > 10 * band.upper(1));
    }

    @Test
    void shouldGiveTheSameBandForTheSameSeed() {
        NullBand first = NullBand.of(rows(11, 1.0, 2), 40, 9);
        NullBand again = NullBand.of(rows(11, 1.0, 2), 40, 9);
        NullBand other = NullBand.of(rows(11, 1.0, 2), 40, 10);

        for (int feature = 0; feature < 10; feature++) {
            assertEquals(first.upper(feature), again.upper(feature));
        }
        assertTrue(first.upper(7) != other.upper(7));
    }

    @Test
    void shouldRefuseTooFewRotations() {
        assertThrows(IllegalArgumentException.class, () -> NullBand.of(rows(11, 1.0, 1), 19, 1));
    }

    private static BinnedRows rows(long seed, double strength, int instruments) {
        Dataset data = PlantedMarket.of(seed, 2000, 10, strength, instruments);
        return BinnedRows.of(data, PlantedMarket.labelled(data), 8);
    }
}
