package io.v11.engine.venue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.Decimal;
import io.v11.config.VenueSettings;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.trading.TestInstruments.e8;
import static io.v11.engine.venue.VenueFixture.levels;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Funding, margin and liquidation of a perpetual, worked by hand after Binance's formulas. Leverage 20, rate 2.5 %. */
class PerpetualTest {
    private static final long HOUR_US = 3_600_000_000L;
    private static final int PERPETUAL = 1;

    private static VenueFixture venue(String capital) {
        VenueFixture venue = new VenueFixture(VenueSettings.plain(100, 50), Decimal.parse(capital)).of(PERPETUAL);
        return venue.top(0, "999.9", "10", "1000", "10");
    }

    private static void mark(VenueFixture venue, long us, String price, String rate, long nextHour) {
        venue.show(venue.market.at(us * VenueFixture.US).of(PERPETUAL).markPrice(e8(price), e8(price), e8(rate),
                nextHour * HOUR_US * VenueFixture.US));
    }

    @Test
    void shouldPayFundingByTheStatedRateAndMark() {
        VenueFixture venue = venue("10000").send(10, 1, Side.BUY, TimeInForce.IOC, "1000", "2");
        mark(venue, 1_000, "1010", "0.0003", 8);
        venue.reports(2_000);

        mark(venue, 8 * HOUR_US + 500, "1020", "-0.0001", 16);
        // 2 x 1,010 x 0.03 % = 0.606, paid by the long position at eight o'clock sharp
        assertEquals(List.of(8 * HOUR_US + 50 + " funding 0.606 rate 0.0003 on 2 at 1010"),
                venue.reports(9 * HOUR_US));
        venue.send(9 * HOUR_US, 2, Side.SELL, TimeInForce.IOC, "999.9", "3").reports(10 * HOUR_US);
        mark(venue, 16 * HOUR_US, "1020", "0.0001", 24);

        // Short 1, rate below zero: the short pays 1 x 1,020 x 0.01 %
        assertEquals(List.of(16 * HOUR_US + 50 + " funding 0.102 rate -0.0001 on -1 at 1020"),
                venue.reports(17 * HOUR_US));
    }

    @Test
    void shouldPayTheConfiguredRateOnTheLastPriceWithoutMarks() {
        VenueFixture venue = venue("10000").send(10, 1, Side.SELL, TimeInForce.IOC, "999.9", "2")
                .trade(1_000, "1005", "1", Side.BUY);
        venue.reports(2_000);

        venue.trade(8 * HOUR_US + 1, "1006", "1", Side.BUY);

        assertEquals(List.of(8 * HOUR_US + 50 + " funding -0.201 rate 0.0001 on -2 at 1005"),
                venue.reports(9 * HOUR_US));
    }

    @Test
    void shouldRefuseWhatTheInitialMarginDoesNotCover() {
        // 2 x 1,000 / 20 = 100 and a fee of 1: 101 is enough, and once held, nothing more.
        VenueFixture venue = venue("101").send(10, 1, Side.BUY, TimeInForce.GTC, "1000", "2.001")
                .send(11, 2, Side.BUY, TimeInForce.GTC, "1000", "2")
                .send(12, 3, Side.BUY, TimeInForce.GTC, "990", "0.1")
                .send(13, 4, Side.SELL, TimeInForce.IOC, "999.9", "2");

        assertEquals(List.of("160 rejected NEW 1 INSUFFICIENT_BALANCE", "161 ack 2",
                "161 fill 2 TAKER BUY 2 at 1000 leaves 0 fee 1", "162 rejected NEW 3 INSUFFICIENT_BALANCE", "163 ack 4",
                "163 fill 4 TAKER SELL 2 at 999.9 leaves 0 fee 0.9999"), venue.allReports());
    }

    @Test
    void shouldReckonTheOpenLossOfAnOrderBeyondTheMark() {
        // At a mark of 900 a buy at 1,000 needs 50 + 100 + 0.5 for one.
        VenueFixture venue = venue("150");
        mark(venue, 5, "900", "0.0001", 8);
        venue.send(10, 1, Side.BUY, TimeInForce.GTC, "1000", "1");
        assertEquals(List.of("160 rejected NEW 1 INSUFFICIENT_BALANCE"), venue.reports(200));

        VenueFixture richer = venue("150.5");
        mark(richer, 5, "900", "0.0001", 8);
        richer.send(10, 1, Side.BUY, TimeInForce.GTC, "1000", "1");
        assertEquals("160 ack 1", richer.reports(200).getFirst());
    }

    @Test
    void shouldLiquidateAtThePriceOfTheFormula() {
        // Wallet 201 less a fee of 1; long 2 at 1,000. LP = (200 - 2,000) / (2 x 0.025 - 2) = 923.0769...
        VenueFixture venue = venue("201").send(10, 1, Side.BUY, TimeInForce.IOC, "1000", "2");
        venue.reports(300);
        venue.sendStop(400, 2, Side.SELL, "800", "2", true).reports(600);
        mark(venue, 1_000, "923.08", "0.0001", 8);
        assertEquals(List.of(), venue.reports(1_500));
        assertEquals(0, venue.venue.liquidations());

        venue.newerTop(1_500, "922", "0.5", "924", "1");
        mark(venue, 2_000, "923.07", "0.0001", 8);

        // Half a unit into the book, the rest at the mark; 5 bp and 1.25 % of each.
        assertEquals(List.of("2050 cancelled 2 LIQUIDATION leaves 2",
                "2050 fill 0 TAKER SELL 0.5 at 922 leaves 0 fee 5.993",
                "2050 fill 0 TAKER SELL 1.5 at 923.07 leaves 0 fee 17.9998650000".replace("50000", "5")),
                venue.reports(3_000));
        assertEquals(1, venue.venue.liquidations());
        // 200 - 0.5 x 78 - 1.5 x 76.93 - 5.993 - 17.999865
        assertEquals(e8("200") - e8("39") - e8("115.395") - e8("5.993") - e8("17.999865"), venue.venue.walletE8());
    }

    @Test
    void shouldLiquidateInABarBeforeItsCloseUnlessAStopComesFirst() {
        for (boolean stopped : new boolean[]{false, true}) {
            VenueFixture venue = new VenueFixture(VenueSettings.plain(100, 50), Decimal.parse("201")).of(PERPETUAL);
            venue.bar(0, "1000", "1000", "1000", "1000", "1000").end();
            venue.send(VenueFixture.MINUTE_US, 1, Side.BUY, TimeInForce.IOC, "1010", "2");
            venue.bar(1, "1000", "1001", "999", "1000", "1000").reports(VenueFixture.MINUTE_US + 1_000);
            if (stopped) {
                venue.sendStop(VenueFixture.MINUTE_US + 2_000, 2, Side.SELL, "950", "2", true);
            }
            venue.reports(2 * VenueFixture.MINUTE_US);
            venue.end().bar(2, "1000", "1000", "900", "990", "1000");

            List<String> reports = venue.reports(3 * VenueFixture.MINUTE_US - 1);

            assertEquals(1, reports.size(), reports.toString());
            assertEquals(stopped ? 0 : 1, venue.venue.liquidations());
            assertEquals(true, reports.getFirst().contains(stopped
                    ? " fill 2 TAKER SELL 2 at 949.7 "
                    : " fill 0 TAKER SELL 2 at 900 "), reports.toString());
        }
    }

    @Test
    void shouldNotJudgeAPositionByAnExtremeBeforeIt() {
        VenueFixture venue = new VenueFixture(VenueSettings.plain(100, 50), Decimal.parse("201")).of(PERPETUAL);
        venue.bar(0, "1000", "1000", "1000", "1000", "1000").end();
        // 50 s into the bar one path is half way up from 900, the other half way from 1,000 to 1,000: it buys at 1,000.
        venue.sendMarket(VenueFixture.MINUTE_US + 50_000_000L, 1, Side.BUY, "1010", "2");
        venue.bar(1, "1000", "1000", "900", "1000", "1000");

        List<String> reports = venue.reports(2 * VenueFixture.MINUTE_US);

        assertEquals(List.of("110000150 ack 1", "110000150 fill 1 TAKER BUY 2 at 1000 leaves 0 fee 1"), reports);
        assertEquals(0, venue.venue.liquidations());
    }
}
