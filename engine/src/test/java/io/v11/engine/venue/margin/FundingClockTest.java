package io.v11.engine.venue.margin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.config.VenueSettings;
import io.v11.engine.trading.TestInstruments;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;

class FundingClockTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final int PERPETUAL = 1;

    private final FundingClock clock = new FundingClock(TestInstruments.TWO, VenueSettings.plain(0, 0));

    @Test
    void shouldFallDueAtEightHoursFromMidnight() {
        assertEquals(Long.MAX_VALUE, clock.nextNs());
        clock.start(HOUR);

        assertEquals(8 * HOUR, clock.nextNs());
        assertEquals(PERPETUAL, clock.next());
        clock.settled(PERPETUAL);
        assertEquals(16 * HOUR, clock.nextNs());
        assertEquals(10_000L, clock.rateE8(PERPETUAL), "1 bp");
    }

    @Test
    void shouldFollowTheMarkPrices() {
        clock.start(HOUR);
        clock.onMarkPrice(PERPETUAL, -25_000L, 4 * HOUR, 2 * HOUR);
        assertEquals(4 * HOUR, clock.nextNs());

        clock.onMarkPrice(PERPETUAL, 30_000L, 12 * HOUR, 4 * HOUR + 1);
        assertEquals(4 * HOUR, clock.nextNs(), "a settlement that is due keeps its time");
        assertEquals(-25_000L, clock.rateE8(PERPETUAL), "and its rate");
    }

    /** Binance: funding amount = nominal value of positions x funding rate. */
    @ParameterizedTest
    @CsvSource({"100000, 0.0001, 10", "-100000, 0.0001, -10", "100000, -0.000375, -37.5",
        "0.00000001, 0.0001, 0.00000001",
        "-0.00000001, 0.0001, 0", "123456789.12345678, 0.00012345, 15240.7406173"})
    void shouldRoundFundingToOurCost(String value, String rate, String amount) {
        assertEquals(e8(amount), FundingClock.amountE8(e8(value), e8(rate)));
    }
}
