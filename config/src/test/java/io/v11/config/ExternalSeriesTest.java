package io.v11.config;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExternalSeriesTest {
    @ParameterizedTest
    @EnumSource
    void shouldBeFoundByIdAndFile(ExternalSeries series) {
        assertEquals(series.ordinal(), series.id());
        assertSame(series, ExternalSeries.of(series.id()));
        assertEquals(Optional.of(series), ExternalSeries.ofFile(series.fileName()));
    }

    /** Journals hold these ids: an old one must not be read as another series. */
    @Test
    void shouldKeepIdsThatJournalsHold() {
        assertEquals(0, ExternalSeries.SPX.id());
        assertEquals(17, ExternalSeries.FEAR_GREED.id());
        assertEquals(22, ExternalSeries.Y10.id());
        assertEquals(30, ExternalSeries.CPI.id());
        assertEquals(38, ExternalSeries.WALCL.id());
    }

    @Test
    void shouldHaveOneFileEach() {
        assertEquals(ExternalSeries.count(), new HashSet<>(
                Arrays.stream(ExternalSeries.values()).map(ExternalSeries::fileName).toList()).size());
    }

    @Test
    void shouldRefuseUnknownIds() {
        for (int id : new int[]{-1, ExternalSeries.count(), Integer.MAX_VALUE}) {
            assertFalse(ExternalSeries.knows(id));
            String message = assertThrows(IllegalArgumentException.class, () -> ExternalSeries.of(id)).getMessage();
            assertTrue(message.contains("unknown external series: id=" + id + " known=0.."), message);
        }
    }

    @Test
    void shouldTellFilesByTheirExactNames() {
        assertEquals(Optional.of(ExternalSeries.SPREAD_10Y2Y), ExternalSeries.ofFile("T10Y2Y.csv"));
        assertEquals(Optional.empty(), ExternalSeries.ofFile("t10y2y.csv"));
        assertEquals(Optional.empty(), ExternalSeries.ofFile("MANIFEST.csv"));
    }

    @Test
    void shouldTakeTheColumnByEitherName() {
        assertTrue(ExternalSeries.EURUSD.isColumn("value"));
        assertTrue(ExternalSeries.EURUSD.isColumn("dexuseu"));
        assertTrue(ExternalSeries.SPX.isColumn("CLOSE"));
        assertFalse(ExternalSeries.FUNDING_BTC.isColumn("funding_abs"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldPublishNothingBeforeItsPeriodBegins(ExternalSeries series) {
        long hourNs = 3_600_000_000_000L;
        LocalDate.of(2016, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).forEach(
                date -> assertTrue(series.publishedNs(date) >= date.toEpochDay() * 24 * hourNs + hourNs,
                        date::toString));
    }
}
