package io.v11.engine.venue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.VenueSettings;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Orders inside bars of a minute, of which the first has passed. Half spread 1 bp, slippage 2 bp, a tenth of the volume,
 * order latency 100 us, report latency 50 us.
 */
class BarVenueTest {
    private static final long MINUTE = VenueFixture.MINUTE_US;

    private final VenueFixture venue = new VenueFixture(VenueSettings.plain(100, 50))
            .bar(0, "100", "101", "99", "100", "50").end();

    /** Reports of the minute that begins at {@code minute}, in us since its start. */
    private List<String> minute(long minute) {
        List<String> reports = venue.reports((minute + 1) * MINUTE);
        venue.end();
        return reports.stream().map(report -> {
            int space = report.indexOf(' ');
            return Long.parseLong(report.substring(0, space)) - minute * MINUTE + report.substring(space);
        }).toList();
    }

    @Test
    void shouldTradeAtTheWorsenedOpenOfTheNextBarBeforeTheEngineHearsOfIt() {
        venue.sendMarket(MINUTE, 1, Side.BUY, "110", "1").send(MINUTE, 2, Side.SELL, TimeInForce.IOC, "99", "1");
        venue.bar(1, "102", "103", "101", "102", "50");

        // 1 bp of 102 is 0.0102, rounded to the tick against us.
        assertEquals(List.of("150 ack 1", "150 fill 1 TAKER BUY 1 at 102.02 leaves 0 fee 0.10202", "150 ack 2",
                "150 fill 2 TAKER SELL 1 at 101.98 leaves 0 fee 0.10198"), minute(1));
    }

    @Test
    void shouldNotTradeOutsideTheBar() {
        venue.sendMarket(MINUTE, 1, Side.BUY, "110", "1").bar(1, "102", "102", "101", "101.5", "50");

        assertEquals("150 fill 1 TAKER BUY 1 at 102 leaves 0 fee 0.102", minute(1).get(1));
    }

    @Test
    void shouldTakeNoFartherThanTheLimit() {
        venue.send(MINUTE, 1, Side.BUY, TimeInForce.IOC, "102.01", "1").sendMarket(MINUTE, 2, Side.BUY, "102.01", "1");
        venue.bar(1, "102", "103", "101", "102", "50");

        assertEquals(List.of("150 ack 1", "150 cancelled 1 IOC_REMAINDER leaves 1", "150 ack 2",
                "150 cancelled 2 NO_LIQUIDITY leaves 1"), minute(1));
    }

    @Test
    void shouldCloseAPositionAtAnyPriceWithoutOneBeingNamed() {
        venue.sendMarket(MINUTE, 1, Side.SELL, "90", "1").bar(1, "100", "101", "99", "100", "50");
        minute(1);
        venue.sendClosing(2 * MINUTE, 2, Side.BUY, "3").bar(2, "130", "131", "129", "130", "50");

        // 1 bp of 130 is 0.013: 130.02 on the grid.
        assertEquals(List.of("150 ack 2", "150 fill 2 TAKER BUY 1 at 130.02 leaves 2 fee 0.13002",
                "150 cancelled 2 INSUFFICIENT_BALANCE leaves 2"), minute(2));
    }

    @Test
    void shouldFillNoMoreThanAShareOfTheVolume() {
        venue.sendMarket(MINUTE, 1, Side.BUY, "110", "3").send(MINUTE, 2, Side.BUY, TimeInForce.FOK, "110", "2.1")
                .send(MINUTE, 3, Side.BUY, TimeInForce.GTC, "110", "4").sendMarket(MINUTE, 4, Side.BUY, "110", "1");
        venue.bar(1, "102", "103", "101", "102", "50");
        assertEquals(List.of("150 ack 1", "150 fill 1 TAKER BUY 3 at 102.02 leaves 0 fee 0.30606", "150 ack 2",
                "150 cancelled 2 FOK_UNFILLED leaves 2.1", "150 ack 3",
                "150 fill 3 TAKER BUY 2 at 102.02 leaves 2 fee 0.20404", "150 ack 4",
                "150 cancelled 4 NO_LIQUIDITY leaves 1"), minute(1));

        venue.bar(2, "102", "103", "101", "102", "10");
        assertEquals(List.of("50 fill 3 MAKER BUY 1 at 103 leaves 1 fee 0.103"), minute(2),
                "its limit, at most the high");
    }

    @Test
    void shouldFillARestingLimitOnlyBeyondItsPriceOnBothPaths() {
        venue.send(MINUTE, 1, Side.BUY, TimeInForce.GTC, "99", "1").bar(1, "100", "101", "99", "100", "50");
        assertEquals(List.of("150 ack 1"), minute(1));

        venue.bar(2, "100", "101", "98", "100", "50");
        // The later path is down from 101 to 98 in the second third of 59.999 s, at 99 after two thirds of it.
        List<String> reports = minute(2);
        assertEquals(1, reports.size());
        assertTrue(reports.getFirst().endsWith(" fill 1 MAKER BUY 1 at 99 leaves 0 fee 0.099"), reports.toString());
        long us = Long.parseLong(reports.getFirst().substring(0, reports.getFirst().indexOf(' ')));
        assertEquals(33_333_333L, us, 1_000L);
    }

    @Test
    void shouldTakeTheWorseOfTwoWhenABarReachesStopAndTarget() {
        venue.sendMarket(MINUTE, 1, Side.BUY, "110", "1").bar(1, "100", "100.5", "99.5", "100", "50");
        minute(1);
        venue.sendStop(2 * MINUTE, 2, Side.SELL, "95", "1", true)
                .sendReducing(2 * MINUTE, 3, Side.SELL, TimeInForce.GTC, "105", "1");
        venue.bar(2, "100", "106", "94", "105.5", "50");

        List<String> reports = minute(2);

        // 3 bp of 95 is 0.0285: 94.97 on the grid.
        assertTrue(reports.get(2).endsWith(" fill 2 TAKER SELL 1 at 94.97 leaves 0 fee 0.09497"), reports.toString());
        assertTrue(reports.get(3).endsWith(" cancelled 3 INSUFFICIENT_BALANCE leaves 1"), reports.toString());
        assertEquals(4, reports.size());
    }

    @Test
    void shouldFillAStopAtTheOpenAfterAGap() {
        venue.sendStop(MINUTE, 1, Side.SELL, "95", "1", false).bar(1, "100", "101", "99", "100", "50");
        assertEquals(List.of("150 ack 1"), minute(1));

        venue.bar(5, "90", "91", "88", "89", "50");

        assertEquals(List.of("50 fill 1 TAKER SELL 1 at 89.97 leaves 0 fee 0.08997"), minute(5));
    }

    @Test
    void shouldLetTheRestOfAStopTakeAtTheNextOpens() {
        venue.sendStop(MINUTE, 1, Side.SELL, "95", "8", false).bar(1, "100", "101", "94", "100", "50");
        List<String> first = minute(1);
        assertTrue(first.get(1).endsWith(" fill 1 TAKER SELL 5 at 94.97 leaves 3 fee 0.47485"), first.toString());

        venue.bar(2, "99", "101", "98", "100", "50");

        assertEquals(List.of("50 fill 1 TAKER SELL 3 at 98.97 leaves 0 fee 0.29691"), minute(2));
    }

    @Test
    void shouldLetOrdersWaitThroughAHaltAndMeetTheGap() {
        venue.sendMarket(MINUTE, 1, Side.SELL, "50", "1").send(MINUTE, 2, Side.BUY, TimeInForce.POST_ONLY, "99", "1")
                .send(MINUTE, 3, Side.BUY, TimeInForce.IOC, "70", "1")
                .send(MINUTE, 4, Side.SELL, TimeInForce.GTC, "100", "1");
        assertEquals(List.of("60000150 ack 1", "60000150 ack 2", "60000150 ack 3", "60000150 ack 4"),
                venue.reports(9 * MINUTE));
        venue.bar(10, "80", "82", "79", "81", "50");

        assertEquals(List.of("50 fill 1 TAKER SELL 1 at 79.99 leaves 0 fee 0.07999",
                "50 cancelled 2 WOULD_TAKE leaves 1", "50 cancelled 3 IOC_REMAINDER leaves 1"), minute(10));
        assertEquals(1, venue.venue.restingOrders());
    }

    @Test
    void shouldFillNothingInABarWithoutVolume() {
        venue.sendStop(MINUTE, 1, Side.SELL, "99.5", "1", false).send(MINUTE, 2, Side.BUY, TimeInForce.GTC, "99.5", "1")
                .sendMarket(MINUTE, 3, Side.BUY, "110", "1");
        venue.bar(1, "100", "101", "99", "100", "0");

        assertEquals(List.of("150 ack 1", "150 ack 2", "150 ack 3", "150 cancelled 3 NO_LIQUIDITY leaves 1"),
                minute(1));
        venue.bar(2, "100", "100", "100", "100", "0");
        assertEquals(List.of(), minute(2));
        assertEquals(2, venue.venue.restingOrders());
    }

    @Test
    void shouldAnswerInTimeInsideABar() {
        venue.send(MINUTE, 1, Side.BUY, TimeInForce.GTC, "98", "1").bar(1, "100", "100", "90", "99", "50");
        assertTrue(venue.venue.nextReport(2 * MINUTE * VenueFixture.US));
        assertTrue(venue.venue.nextReport(2 * MINUTE * VenueFixture.US));
        long filledUs = venue.venue.timeNs() / VenueFixture.US;
        // The engine answers the fill with a stop while the same bar goes on down: it works from its arrival.
        venue.sendStop(filledUs, 2, Side.SELL, "91", "1", true);

        List<String> reports = venue.reports(2 * MINUTE);

        assertEquals(filledUs + 150 + " ack 2", reports.getFirst());
        assertTrue(reports.get(1).contains(" fill 2 TAKER SELL 1 at 90.97 "), reports.toString());
        assertEquals(2, reports.size());
        assertEquals(0, venue.venue.lateOrders());
    }

    @Test
    void shouldTriggerAStopAtOnceThatOnlyOnePathHasReached() {
        // Half a minute in, one path is at 95 on its way up and the other at 95 on its way down.
        venue.bar(1, "100", "100", "90", "100", "50").sendStop(MINUTE + MINUTE / 6, 1, Side.SELL, "99", "1", false)
                .sendStop(MINUTE + MINUTE / 2, 2, Side.SELL, "96", "1", false);

        List<String> reports = minute(1);

        assertEquals("10000150 ack 1", reports.getFirst());
        assertEquals("10000150 fill 1 TAKER SELL 1 at 94.97 leaves 0 fee 0.09497", reports.get(1));
        assertEquals("30000150 rejected NEW 2 WOULD_TRIGGER", reports.get(2));
    }

    @Test
    void shouldJudgeStopsAndMakersOnArrivalInsideABar() {
        venue.bar(1, "100", "101", "99", "100", "50");
        venue.sendStop(MINUTE, 1, Side.SELL, "100.01", "1", false).sendStop(MINUTE, 2, Side.BUY, "99", "1", false)
                .send(MINUTE, 3, Side.BUY, TimeInForce.POST_ONLY, "100", "1")
                .send(MINUTE, 4, Side.BUY, TimeInForce.POST_ONLY, "99.99", "1").cancel(MINUTE + 5, 4);

        assertEquals(List.of("150 rejected NEW 1 WOULD_TRIGGER", "150 rejected NEW 2 WOULD_TRIGGER",
                "150 rejected NEW 3 WOULD_TAKE", "150 ack 4", "155 cancelled 4 REQUESTED leaves 1"), minute(1));
    }

    @Test
    void shouldRefuseBeforeTheFirstBar() {
        VenueFixture empty = new VenueFixture(VenueSettings.plain(100, 50));
        empty.sendMarket(10, 1, Side.BUY, "100", "1");

        assertEquals(List.of("160 rejected NEW 1 NO_BOOK"), empty.allReports());
    }

    @Test
    void shouldHeedTheShortestBarsAlone() {
        venue.send(MINUTE, 1, Side.BUY, TimeInForce.GTC, "98", "1").bar(1, "100", "101", "99", "100", "50");
        minute(1);
        venue.market.at(2 * MINUTE * VenueFixture.US).of(0).kline(0, 2 * MINUTE * VenueFixture.US, 100, 100, 1, 100,
                1_000_000_000_000L, 0);
        venue.venue.onUpcoming(venue.market.buffer(), 0, venue.market.length());
        venue.show(venue.market);

        assertEquals(List.of(), venue.reports(3 * MINUTE));
    }

    @Test
    void shouldHeedTheBookAloneWhereThereIsOne() {
        venue.snapshot(MINUTE, VenueFixture.levels("99.99", "1"), VenueFixture.levels("100.01", "1"));
        venue.send(MINUTE, 1, Side.BUY, TimeInForce.GTC, "99", "1").bar(1, "100", "101", "90", "100", "50");

        assertEquals(List.of("150 ack 1"), minute(1));
    }
}
