package io.v11.engine.venue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.Decimal;
import io.v11.config.FeeTier;
import io.v11.config.VenueSettings;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.venue.VenueFixture.levels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Market, FOK, stop, replacing and reducing orders against a book; balances; fee tiers; queues. */
class OrderTypesTest {
    private static final long[] BIDS = levels("99.99", "1", "99.98", "2", "99.97", "3");
    private static final long[] ASKS = levels("100.01", "1", "100.02", "2", "100.03", "3");

    private final VenueFixture venue = new VenueFixture().snapshot(0, BIDS, ASKS);

    private static VenueSettings settings(VenueSettings.Queue queue, FeeTier fees, boolean spotShort) {
        VenueSettings plain = VenueSettings.plain(100, 50);
        return new VenueSettings(plain.orderLatency(), plain.reportLatency(), queue, fees, 1.0, spotShort, 20,
                plain.perpetuals(), plain.bar());
    }

    @Test
    void shouldTakeTheBookWithAMarketOrderAndCancelWhatItDoesNotHave() {
        venue.sendMarket(10, 1, Side.BUY, "200", "7");

        assertEquals(List.of("160 ack 1", "160 fill 1 TAKER BUY 1 at 100.01 leaves 6 fee 0.10001",
                "160 fill 1 TAKER BUY 2 at 100.02 leaves 4 fee 0.20004",
                "160 fill 1 TAKER BUY 3 at 100.03 leaves 1 fee 0.30009", "160 cancelled 1 NO_LIQUIDITY leaves 1"),
                venue.allReports());
    }

    @Test
    void shouldTakeNoFartherThanAMarketOrderAllows() {
        venue.sendMarket(10, 1, Side.SELL, "99.984", "2");

        assertEquals(List.of("160 ack 1", "160 fill 1 TAKER SELL 1 at 99.99 leaves 1 fee 0.09999",
                "160 cancelled 1 NO_LIQUIDITY leaves 1"), venue.allReports());
    }

    @Test
    void shouldCloseAPositionAtAnyPriceButOpenNoneWithoutOne() {
        venue.sendMarket(10, 1, Side.BUY, "200", "2").sendClosing(20, 2, Side.SELL, "2").sendMarket(30, 3, Side.SELL,
                "0",
                "1");

        List<String> reports = venue.allReports();

        assertEquals(List.of("170 ack 2", "170 fill 2 TAKER SELL 1 at 99.99 leaves 1 fee 0.09999",
                "170 fill 2 TAKER SELL 1 at 99.98 leaves 0 fee 0.09998"), reports.subList(3, 6), reports.toString());
        assertTrue(reports.get(6).contains("FILTER"), reports.toString());
    }

    @Test
    void shouldFillAFokAsAWholeOrNotAtAll() {
        venue.send(10, 1, Side.BUY, TimeInForce.FOK, "100.02", "3.00001").send(11, 2, Side.BUY, TimeInForce.FOK,
                "100.02",
                "3");

        assertEquals(List.of("160 ack 1", "160 cancelled 1 FOK_UNFILLED leaves 3.00001", "161 ack 2",
                "161 fill 2 TAKER BUY 1 at 100.01 leaves 2 fee 0.10001",
                "161 fill 2 TAKER BUY 2 at 100.02 leaves 0 fee 0.20004"), venue.allReports());
        assertTrue(venue.venue.idle());
    }

    @Test
    void shouldTriggerAStopByTheTradeThatReachesItAndTakeBeyondAnyLimit() {
        venue.trade(5, "100", "1", Side.BUY).sendStop(10, 1, Side.SELL, "99.5", "4", false).reports(160);
        venue.trade(200, "99.51", "1", Side.SELL);
        assertEquals(List.of(), venue.reports(300));
        venue.trade(300, "99.5", "1", Side.SELL);

        assertEquals(List.of("350 fill 1 TAKER SELL 1 at 99.99 leaves 3 fee 0.09999",
                "350 fill 1 TAKER SELL 2 at 99.98 leaves 1 fee 0.19996",
                "350 fill 1 TAKER SELL 1 at 99.97 leaves 0 fee 0.09997"), venue.allReports());
    }

    @Test
    void shouldRefuseAStopThatIsReachedAlready() {
        venue.trade(5, "100", "1", Side.BUY).sendStop(10, 1, Side.SELL, "100", "1", false)
                .sendStop(10, 2, Side.BUY, "99", "1", false).sendStop(10, 3, Side.BUY, "100.01", "1", false);

        assertEquals(List.of("160 rejected NEW 1 WOULD_TRIGGER", "160 rejected NEW 2 WOULD_TRIGGER", "160 ack 3"),
                venue.allReports());
    }

    @Test
    void shouldKeepATriggeredStopUntilThereIsABook() {
        venue.trade(5, "100", "1", Side.BUY).sendStop(10, 1, Side.SELL, "99.5", "1", false).reports(160);
        venue.show(venue.market.at(200_000).of(0).feedStatus(false));
        venue.trade(300, "99", "1", Side.SELL);
        assertEquals(List.of(), venue.reports(399));

        venue.snapshot(400, BIDS, ASKS);

        assertEquals(List.of("450 fill 1 TAKER SELL 1 at 99.99 leaves 0 fee 0.09999"), venue.allReports());
    }

    @Test
    void shouldCutAReducingStopToThePositionAndOpenNone() {
        venue.trade(5, "100", "1", Side.BUY).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "0.5")
                .sendStop(11, 2, Side.SELL, "99.5", "2", true).sendStop(11, 3, Side.SELL, "99.4", "2", true)
                .reports(170);
        venue.trade(300, "99.3", "1", Side.SELL);

        assertEquals(List.of("350 fill 2 TAKER SELL 0.5 at 99.99 leaves 1.5 fee 0.049995",
                "350 cancelled 2 INSUFFICIENT_BALANCE leaves 1.5", "350 cancelled 3 INSUFFICIENT_BALANCE leaves 2"),
                venue.allReports());
        assertTrue(venue.venue.idle());
    }

    @Test
    void shouldCutAReducingLimitToThePosition() {
        venue.sendReducing(10, 1, Side.SELL, TimeInForce.IOC, "99.97", "1").reports(110);
        venue.send(200, 2, Side.BUY, TimeInForce.IOC, "100.01", "1")
                .sendReducing(201, 3, Side.SELL, TimeInForce.GTC, "100.5", "3")
                .send(202, 4, Side.SELL, TimeInForce.IOC, "99.99", "0.4");
        assertEquals("160 rejected NEW 1 INSUFFICIENT_BALANCE", venue.reports(400).getFirst());

        venue.trade(500, "100.6", "9", Side.BUY);

        assertEquals(List.of("550 fill 3 MAKER SELL 0.6 at 100.5 leaves 2.4 fee 0.0603",
                "550 cancelled 3 INSUFFICIENT_BALANCE leaves 2.4"), venue.allReports());
    }

    @Test
    void shouldReplaceBothOrNeither() {
        venue.send(10, 1, Side.BUY, TimeInForce.GTC, "99", "1").replace(20, 2, 1, Side.BUY, "99.5", "2")
                .replace(30, 3, 1, Side.BUY, "99.6", "2").replace(40, 4, 2, Side.BUY, "99.615", "2")
                .replace(50, 2, 2, Side.BUY, "99.7", "2").replace(60, 5, 2, Side.BUY, "100.01", "0.5");

        assertEquals(List.of("160 ack 1", "170 cancelled 1 REPLACED leaves 1", "170 ack 2",
                "180 rejected REPLACE 3 UNKNOWN_ORDER", "190 rejected REPLACE 4 FILTER",
                "200 rejected REPLACE 2 DUPLICATE_CLIENT_ORDER_ID", "210 cancelled 2 REPLACED leaves 2", "210 ack 5",
                "210 fill 5 TAKER BUY 0.5 at 100.01 leaves 0 fee 0.050005"), venue.allReports());
    }

    @Test
    void shouldReplaceAStop() {
        venue.trade(5, "100", "1", Side.BUY).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "1")
                .sendStop(11, 2, Side.SELL, "99", "1", true).replaceStop(12, 3, 2, Side.SELL, "99.5", "1")
                .replaceStop(13, 4, 3, Side.SELL, "100", "1").reports(155);
        assertEquals(List.of("160 ack 1", "160 fill 1 TAKER BUY 1 at 100.01 leaves 0 fee 0.10001", "161 ack 2",
                "162 cancelled 2 REPLACED leaves 1", "162 ack 3", "163 rejected REPLACE 4 WOULD_TRIGGER"),
                venue.reports(170));

        venue.trade(300, "99.2", "1", Side.SELL);

        assertEquals(List.of("350 fill 3 TAKER SELL 1 at 99.99 leaves 0 fee 0.09999"), venue.allReports());
    }

    @Test
    void shouldCancelStopsWithAllTheRest() {
        venue.trade(5, "100", "1", Side.BUY).sendStop(10, 1, Side.SELL, "99", "1", false)
                .send(10, 2, Side.BUY, TimeInForce.GTC, "99", "1").cancelAll(20);

        assertEquals(List.of("160 ack 1", "160 ack 2", "170 cancelled 2 REQUESTED leaves 1",
                "170 cancelled 1 REQUESTED leaves 1"), venue.allReports());
        assertEquals(0, venue.venue.restingOrders());
    }

    @Test
    void shouldSpareTheStopsThatProtectPositionsWhenAskedTo() {
        venue.trade(5, "100", "1", Side.BUY).sendStop(10, 1, Side.SELL, "99", "1", false)
                .sendStop(10, 2, Side.SELL, "98", "1", true).send(10, 3, Side.BUY, TimeInForce.GTC, "99", "1")
                .cancelAllButProtection(20);

        assertEquals(List.of("160 ack 1", "160 ack 2", "160 ack 3", "170 cancelled 3 REQUESTED leaves 1",
                "170 cancelled 1 REQUESTED leaves 1"), venue.allReports());
        assertEquals(1, venue.venue.restingOrders());
    }

    @Test
    void shouldSellNoSpotThatIsNotOwnedUnlessShortIsAllowed() {
        VenueFixture cash = new VenueFixture(settings(new VenueSettings.Queue(VenueSettings.Queue.Model.TRADES, 1.0),
                FeeTier.INSTRUMENT, false), Decimal.parse("250"));
        cash.snapshot(0, BIDS, ASKS).send(10, 1, Side.SELL, TimeInForce.IOC, "99.99", "0.1")
                .send(11, 2, Side.BUY, TimeInForce.IOC, "100.01", "1")
                .send(12, 3, Side.SELL, TimeInForce.GTC, "101", "0.7")
                .send(13, 4, Side.SELL, TimeInForce.GTC, "101", "0.4")
                .send(14, 5, Side.SELL, TimeInForce.GTC, "101", "0.3");

        assertEquals(List.of("160 rejected NEW 1 INSUFFICIENT_BALANCE", "161 ack 2",
                "161 fill 2 TAKER BUY 1 at 100.01 leaves 0 fee 0.10001", "162 ack 3",
                "163 rejected NEW 4 INSUFFICIENT_BALANCE", "164 ack 5"), cash.allReports());
    }

    @Test
    void shouldSpendNoMoreThanIsFree() {
        VenueFixture poor = new VenueFixture(VenueSettings.plain(100, 50), Decimal.parse("250"));
        // 1.2 x 100 with 0.1 % is 120.12; twice is within 250, a third is not, nor a short beyond what is left.
        poor.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.GTC, "100", "1.2")
                .send(11, 2, Side.BUY, TimeInForce.GTC, "100", "1.2")
                .send(12, 3, Side.BUY, TimeInForce.GTC, "100", "0.1")
                .send(13, 4, Side.SELL, TimeInForce.GTC, "101", "0.1").cancel(14, 2)
                .send(15, 5, Side.SELL, TimeInForce.GTC, "101", "0.1");

        assertEquals(List.of("160 ack 1", "161 ack 2", "162 rejected NEW 3 INSUFFICIENT_BALANCE",
                "163 rejected NEW 4 INSUFFICIENT_BALANCE", "164 cancelled 2 REQUESTED leaves 1.2", "165 ack 5"),
                poor.allReports());
    }

    @Test
    void shouldChargeByTheTier() {
        VenueFixture bnb = new VenueFixture(settings(new VenueSettings.Queue(VenueSettings.Queue.Model.TRADES, 1.0),
                FeeTier.VIP0_BNB, true));
        bnb.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.IOC, "100.01", "1");

        assertEquals("160 fill 1 TAKER BUY 1 at 100.01 leaves 0 fee 0.0750075", bnb.allReports().get(1));
    }

    @ParameterizedTest
    @EnumSource(value = VenueSettings.Queue.Model.class, names = {"TRADES", "RISK_AVERSE", "POWER"})
    void shouldComeForwardAsItsQueueModelSays(VenueSettings.Queue.Model model) {
        VenueFixture queued = new VenueFixture(settings(new VenueSettings.Queue(model, 1.0), FeeTier.INSTRUMENT, true));
        queued.snapshot(0, BIDS, ASKS).send(10, 1, Side.BUY, TimeInForce.POST_ONLY, "99.98", "1").reports(160);
        // 2 stand ahead and none behind; 3 more come behind, then 4 of 5 go, then 2.5 trade.
        queued.delta(200, levels("99.98", "5"), levels()).delta(210, levels("99.98", "1"), levels());
        queued.trade(300, "99.98", "1.5", Side.SELL);

        // TRADES: 2 ahead. RISK_AVERSE: 1. POWER, n = 1: of 4 gone 3/5 behind: 2 - 1.6 = 0.4.
        String filled = switch (model) {
            case TRADES -> "";
            case RISK_AVERSE -> "0.5 at 99.98 leaves 0.5 fee 0.04999";
            default -> "1 at 99.98 leaves 0 fee 0.09998";
        };
        assertEquals(filled.isEmpty() ? List.of() : List.of("350 fill 1 MAKER BUY " + filled), queued.reports(400));
    }
}
