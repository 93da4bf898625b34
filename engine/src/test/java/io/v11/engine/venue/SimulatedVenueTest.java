package io.v11.engine.venue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.Limits;
import io.v11.config.VenueSettings;
import io.v11.engine.book.MarketFrames;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.trading.TestInstruments.e8;
import static io.v11.engine.venue.VenueFixture.levels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The rules of the simulated venue, as lists of what it answers. */
class SimulatedVenueTest {
    private static final long[] BIDS = levels("99.99", "1", "99.98", "2", "99.97", "3");
    private static final long[] ASKS = levels("100.01", "1", "100.02", "2", "100.03", "3");

    private final VenueFixture venue = new VenueFixture();

    @Test
    void shouldFillOverThreeLevelsEachAtItsPrice() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.03", "4.5");

        assertEquals(List.of( //
                "160 ack 1", //
                "160 fill 1 TAKER BUY 1 at 100.01 leaves 3.5 fee 0.10001", //
                "160 fill 1 TAKER BUY 2 at 100.02 leaves 1.5 fee 0.20004", //
                "160 fill 1 TAKER BUY 1.5 at 100.03 leaves 0 fee 0.150045"), venue.allReports());
    }

    @Test
    void shouldSellIntoTheBids() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.SELL, TimeInForce.IOC, "99.98", "2");

        assertEquals(List.of( //
                "160 ack 1", //
                "160 fill 1 TAKER SELL 1 at 99.99 leaves 1 fee 0.09999", //
                "160 fill 1 TAKER SELL 1 at 99.98 leaves 0 fee 0.09998"), venue.allReports());
    }

    @Test
    void shouldCancelTheRestOfAnIoc() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "1.5").send(10, 2, Side.BUY,
                TimeInForce.IOC, "99.5", "1");

        assertEquals(List.of( //
                "160 ack 1", //
                "160 fill 1 TAKER BUY 1 at 100.01 leaves 0.5 fee 0.10001", //
                "160 cancelled 1 IOC_REMAINDER leaves 0.5", //
                "160 ack 2", //
                "160 cancelled 2 IOC_REMAINDER leaves 1"), venue.allReports());
    }

    @Test
    void shouldRoundFeesUpAtTheLastDecimal() {
        venue.snapshot(0, BIDS, levels("100.01", "1")).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "0.33333");

        // 0.33333 x 100.01 = 33.3363333, of which 10 bp = 0.0333363333
        assertEquals("160 fill 1 TAKER BUY 0.33333 at 100.01 leaves 0 fee 0.03333634", venue.allReports().get(1));
    }

    @Test
    void shouldMeetTheBookOfItsArrival() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.05", "1");
        venue.delta(109, levels(), levels("100.01", "0"));
        venue.delta(111, levels(), levels("100.02", "0"));

        assertEquals(List.of("160 ack 1", "160 fill 1 TAKER BUY 1 at 100.02 leaves 0 fee 0.10002"), venue.allReports());
    }

    @Test
    void shouldMeetTheBookBeforeAnEventOfTheVeryTime() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.05", "1");
        assertEquals(List.of(), venue.reports(110));
        venue.delta(110, levels(), levels("100.01", "0"));

        assertEquals("160 fill 1 TAKER BUY 1 at 100.01 leaves 0 fee 0.10001", venue.allReports().get(1));
    }

    @Test
    void shouldReportAfterTheLatencyOfReports() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.GTC, "99", "1");

        assertEquals(List.of(), venue.reports(159));
        assertEquals(List.of("160 ack 1"), venue.reports(160));
        assertEquals(List.of(), venue.reports(161));
    }

    @Test
    void shouldRememberWhatItTookUntilTheLevelChanges() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "0.75")
                .send(11, 2, Side.BUY, TimeInForce.IOC, "100.01", "0.75");
        assertEquals(List.of( //
                "160 ack 1", "160 fill 1 TAKER BUY 0.75 at 100.01 leaves 0 fee 0.0750075", //
                "161 ack 2", "161 fill 2 TAKER BUY 0.25 at 100.01 leaves 0.5 fee 0.0250025",
                "161 cancelled 2 IOC_REMAINDER leaves 0.5"), venue.reports(161));

        venue.delta(200, levels(), levels("100.01", "0.8")).send(200, 3, Side.BUY, TimeInForce.IOC, "100.01", "0.75");
        assertEquals(List.of("350 ack 3", "350 fill 3 TAKER BUY 0.75 at 100.01 leaves 0 fee 0.0750075"),
                venue.allReports());
    }

    @Test
    void shouldRestTheRestOfAGtcOrder() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.GTC, "100.01", "1.5");
        assertEquals(List.of("160 ack 1", "160 fill 1 TAKER BUY 1 at 100.01 leaves 0.5 fee 0.10001"),
                venue.reports(160));
        assertEquals(1, venue.venue.restingOrders());

        venue.trade(200, "100.01", "0.2", Side.SELL);
        assertEquals(List.of("250 fill 1 MAKER BUY 0.2 at 100.01 leaves 0.3 fee 0.020002"), venue.allReports());
    }

    @Test
    void shouldRejectPostOnlyThatWouldTake() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.POST_ONLY, "100.01", "1")
                .send(10, 2, Side.BUY, TimeInForce.POST_ONLY, "100", "1")
                .send(10, 3, Side.SELL, TimeInForce.POST_ONLY, "99.99", "1");

        assertEquals(List.of("160 rejected NEW 1 WOULD_TAKE", "160 ack 2", "160 rejected NEW 3 WOULD_TAKE"),
                venue.allReports());
    }

    @Test
    void shouldServeTheQueueAheadFirst() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.POST_ONLY, "99.98", "1").reports(160);
        // 2 stand ahead; that they are cancelled does not help.
        venue.delta(200, levels("99.98", "0.1"), levels());
        venue.trade(210, "99.98", "1.5", Side.SELL);
        assertEquals(List.of(), venue.reports(300));
        venue.trade(300, "99.98", "0.9", Side.SELL);
        assertEquals(List.of("350 fill 1 MAKER BUY 0.4 at 99.98 leaves 0.6 fee 0.039992"), venue.reports(350));
        venue.trade(400, "99.98", "9", Side.BUY);
        assertEquals(List.of(), venue.reports(450), "a buyer does not hit a bid");
        venue.trade(500, "99.98", "9", Side.SELL);
        assertEquals(List.of("550 fill 1 MAKER BUY 0.6 at 99.98 leaves 0 fee 0.059988"), venue.allReports());
        assertTrue(venue.venue.idle());
    }

    @Test
    void shouldFillARestingOrderThatIsTradedThrough() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.SELL, TimeInForce.GTC, "100.02", "1").reports(160);
        venue.trade(200, "100.03", "0.25", Side.BUY);
        venue.trade(300, "100.03", "5", Side.BUY);

        assertEquals(List.of( //
                "250 fill 1 MAKER SELL 0.25 at 100.02 leaves 0.75 fee 0.025005", //
                "350 fill 1 MAKER SELL 0.75 at 100.02 leaves 0 fee 0.075015"), venue.allReports());
    }

    @Test
    void shouldShareATradeAmongRestingOrdersBestAndEarliestFirst() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.GTC, "99.99", "1")
                .send(11, 2, Side.BUY, TimeInForce.GTC, "100", "1").send(12, 3, Side.BUY, TimeInForce.GTC, "100", "1")
                .reports(200);
        venue.trade(300, "99.98", "2.5", Side.SELL);

        assertEquals(List.of( //
                "350 fill 2 MAKER BUY 1 at 100 leaves 0 fee 0.1", //
                "350 fill 3 MAKER BUY 1 at 100 leaves 0 fee 0.1", //
                "350 fill 1 MAKER BUY 0.5 at 99.99 leaves 0.5 fee 0.049995"), venue.allReports());
    }

    @Test
    void shouldFillBehindTheUnseenOnlyWhenTradedThrough() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.GTC, "99", "1").reports(160);
        venue.trade(200, "99", "1000000", Side.SELL);
        assertEquals(List.of(), venue.reports(300));
        venue.trade(300, "98.99", "1", Side.SELL);
        assertEquals(List.of("350 fill 1 MAKER BUY 1 at 99 leaves 0 fee 0.099"), venue.allReports());
    }

    @Test
    void shouldCancelOnRequest() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.GTC, "99", "1").cancel(20, 1).cancel(30, 1)
                .cancel(30, 7);

        assertEquals(List.of("160 ack 1", "170 cancelled 1 REQUESTED leaves 1", "180 rejected CANCEL 1 UNKNOWN_ORDER",
                "180 rejected CANCEL 7 UNKNOWN_ORDER"), venue.allReports());
    }

    @Test
    void shouldCancelAll() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.GTC, "99", "1")
                .send(10, 2, Side.SELL, TimeInForce.GTC, "101", "1").send(10, 3, Side.BUY, TimeInForce.GTC, "99.5", "1")
                .cancelAll(20);

        assertEquals(List.of("160 ack 1", "160 ack 2", "160 ack 3", "170 cancelled 3 REQUESTED leaves 1",
                "170 cancelled 1 REQUESTED leaves 1", "170 cancelled 2 REQUESTED leaves 1"), venue.allReports());
        assertEquals(0, venue.venue.restingOrders());
    }

    @Test
    void shouldRefuseADuplicateClientOrderId() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "0.1")
                .send(20, 1, Side.BUY, TimeInForce.IOC, "100.01", "0.1");

        assertEquals("170 rejected NEW 1 DUPLICATE_CLIENT_ORDER_ID", venue.allReports().getLast());
        assertEquals(1, venue.venue.fills());
    }

    @Test
    void shouldRefuseWhatTheFiltersForbid() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.015", "1")
                .send(10, 2, Side.BUY, TimeInForce.IOC, "100.01", "1.000001")
                .send(10, 3, Side.BUY, TimeInForce.IOC, "100", "0.04999")
                .send(10, 4, Side.NONE, TimeInForce.IOC, "100", "1").send(10, 5, Side.BUY, TimeInForce.NONE, "100", "1")
                .send(10, 6, Side.BUY, TimeInForce.IOC, "-100", "1")
                .send(10, 7, Side.BUY, TimeInForce.IOC, "100", "0.05");

        List<String> reports = venue.allReports();
        for (int i = 1; i <= 6; i++) {
            assertEquals("160 rejected NEW " + i + " FILTER", reports.get(i - 1));
        }
        assertEquals("160 ack 7", reports.get(6));
    }

    @Test
    void shouldRefuseWithoutABook() {
        venue.send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "1");
        assertEquals(List.of("160 rejected NEW 1 NO_BOOK"), venue.allReports());

        venue.snapshot(200, BIDS, ASKS).show(venue.market.at(300_000).of(0).feedStatus(false));
        venue.send(300, 2, Side.BUY, TimeInForce.IOC, "100.01", "1");
        assertEquals(List.of("450 rejected NEW 2 NO_BOOK"), venue.allReports());
    }

    @Test
    void shouldMatchAgainstTheTopAloneWhenThereIsNoBook() {
        venue.top(0, "99.99", "1", "100.01", "0.5").send(10, 1, Side.BUY, TimeInForce.IOC, "100.05", "1")
                .send(10, 2, Side.BUY, TimeInForce.GTC, "99.99", "1").reports(110);
        assertEquals(List.of("160 ack 1", "160 fill 1 TAKER BUY 0.5 at 100.01 leaves 0.5 fee 0.050005",
                "160 cancelled 1 IOC_REMAINDER leaves 0.5", "160 ack 2"), venue.reports(160));

        venue.trade(200, "99.99", "1.25", Side.SELL);
        assertEquals(List.of("250 fill 2 MAKER BUY 0.25 at 99.99 leaves 0.75 fee 0.0249975"), venue.allReports());
    }

    @Test
    void shouldNotTradeAtPricesThatANewerTopHasLeftBehind() {
        venue.snapshot(0, BIDS, ASKS).newerTop(5, "100.01", "3", "100.02", "0.5")
                .send(10, 1, Side.BUY, TimeInForce.IOC, "100.03", "2")
                .send(10, 2, Side.SELL, TimeInForce.IOC, "99.98", "5");

        assertEquals(List.of("160 ack 1", "160 fill 1 TAKER BUY 0.5 at 100.02 leaves 1.5 fee 0.05001",
                "160 fill 1 TAKER BUY 1.5 at 100.03 leaves 0 fee 0.150045", //
                "160 ack 2", "160 fill 2 TAKER SELL 3 at 100.01 leaves 2 fee 0.30003",
                "160 fill 2 TAKER SELL 1 at 99.99 leaves 1 fee 0.09999",
                "160 fill 2 TAKER SELL 1 at 99.98 leaves 0 fee 0.09998"), venue.allReports());
    }

    @Test
    void shouldReturnToTheBookWhenItIsNewerAgain() {
        venue.snapshot(0, BIDS, ASKS).newerTop(5, "100.01", "3", "100.02", "0.5")
                .delta(6, levels("99.99", "2"), levels())
                .send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "0.25");

        assertEquals("160 fill 1 TAKER BUY 0.25 at 100.01 leaves 0 fee 0.0250025", venue.allReports().get(1));
    }

    @Test
    void shouldQueueBehindANewerTop() {
        venue.snapshot(0, BIDS, ASKS).newerTop(5, "99.98", "0.3", "100.02", "1")
                .send(10, 1, Side.BUY, TimeInForce.GTC, "99.98", "1")
                .send(10, 2, Side.BUY, TimeInForce.GTC, "99.99", "1")
                .send(10, 3, Side.BUY, TimeInForce.GTC, "99.97", "1").reports(160);
        venue.trade(200, "99.98", "1.4", Side.SELL);
        assertEquals(List.of("250 fill 2 MAKER BUY 1 at 99.99 leaves 0 fee 0.09999",
                "250 fill 1 MAKER BUY 0.1 at 99.98 leaves 0.9 fee 0.009998"), venue.reports(250));

        venue.trade(300, "99.97", "4", Side.SELL);
        assertEquals(List.of("350 fill 1 MAKER BUY 0.9 at 99.98 leaves 0 fee 0.089982",
                "350 fill 3 MAKER BUY 0.1 at 99.97 leaves 0.9 fee 0.009997"), venue.allReports());
    }

    @Test
    void shouldPreferTheDeepBookToAnOlderTop() {
        venue.top(0, "99.9", "1", "100", "9").snapshot(1, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01",
                "1");

        assertEquals("160 fill 1 TAKER BUY 1 at 100.01 leaves 0 fee 0.10001", venue.allReports().get(1));
    }

    @Test
    void shouldNotMatchAgainstHalfAMessage() {
        MarketFrames market = venue.market.at(110_000).of(0);
        venue.send(10, 1, Side.BUY, TimeInForce.IOC, "100.05", "4");
        venue.show(market.snapshot(0, false, 500, BIDS, levels("100.01", "1")));
        assertEquals(List.of(), venue.reports(110));
        venue.show(market.snapshot(1, true, 500, levels(), levels("100.02", "2")));

        assertEquals(List.of("160 ack 1", "160 fill 1 TAKER BUY 1 at 100.01 leaves 3 fee 0.10001",
                "160 fill 1 TAKER BUY 2 at 100.02 leaves 1 fee 0.20004", "160 cancelled 1 IOC_REMAINDER leaves 1"),
                venue.allReports());
    }

    @Test
    void shouldCountOrdersThatComeAfterTheirTime() {
        venue.snapshot(0, BIDS, ASKS).delta(500, levels(), levels("100.01", "0"));
        venue.send(10, 1, Side.BUY, TimeInForce.IOC, "100.05", "1");

        assertEquals(List.of("550 ack 1", "550 fill 1 TAKER BUY 1 at 100.02 leaves 0 fee 0.10002"), venue.allReports());
        assertEquals(1, venue.venue.lateOrders());
    }

    @Test
    void shouldTakeTheAnswerToAReportInTime() {
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.GTC, "99", "1").send(150, 2, Side.BUY,
                TimeInForce.GTC, "99", "1");
        assertTrue(venue.venue.nextReport(1_000_000));
        // The engine answers the acknowledgement of 160 at once, while the player has long moved on to 1,000.
        venue.cancel(160, 1);

        assertEquals(List.of("300 ack 2", "310 cancelled 1 REQUESTED leaves 1"), venue.reports(1_000));
        assertEquals(0, venue.venue.lateOrders());
    }

    @Test
    void shouldKeepTheOrderInWhichOrdersWereSent() {
        venue.snapshot(0, BIDS, ASKS).send(20, 1, Side.BUY, TimeInForce.GTC, "99", "1").cancel(10, 1);

        assertEquals(List.of("170 ack 1", "170 cancelled 1 REQUESTED leaves 1"), venue.allReports());
    }

    @Test
    void shouldRefuseMoreOrdersThanItsQueueHolds() {
        int taken = 0;
        IllegalStateException full = null;
        while (full == null) {
            try {
                venue.send(10, ++taken, Side.BUY, TimeInForce.IOC, "100", "1");
            } catch (IllegalStateException e) {
                full = e;
            }
        }
        assertTrue(taken > Limits.VENUE_QUEUE && taken < 2 * Limits.VENUE_QUEUE, "taken " + taken);
        assertTrue(full.getMessage().contains("queue is full"), full.getMessage());
    }

    @Test
    void shouldFailWhenReportsAreNotPolled() {
        venue.snapshot(0, BIDS, ASKS);
        assertThrows(IllegalStateException.class, () -> {
            for (int i = 1; i <= Limits.VENUE_REPORTS; i++) {
                venue.send(10, i, Side.BUY, TimeInForce.IOC, "1", "10");
                if (i % 100 == 0) {
                    venue.delta(1_000 + i, levels(), levels());
                }
            }
        });
    }

    @Test
    void shouldBeIdleOnlyWhenNothingIsUnderWay() {
        assertTrue(venue.venue.idle());
        venue.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "1");
        assertFalse(venue.venue.idle());
        venue.allReports();
        assertTrue(venue.venue.idle());
        assertEquals(1, venue.venue.orders());
    }

    @Test
    void shouldNotWaitWithoutLatency() {
        VenueFixture instant = new VenueFixture(VenueSettings.plain(0, 0));
        instant.snapshot(5, BIDS, ASKS).send(5, 1, Side.BUY, TimeInForce.IOC, "100.01", "1");

        assertEquals(List.of("5 ack 1", "5 fill 1 TAKER BUY 1 at 100.01 leaves 0 fee 0.10001"), instant.reports(5));
        assertEquals(e8("1"), instant.venue.fills() * e8("1"));
    }
}
