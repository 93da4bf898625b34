package io.v11.engine.venue.margin;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.Decimal;
import io.v11.config.FeeTier;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.VenueSettings;
import io.v11.config.VenueSettings.Perpetual;
import io.v11.journal.event.Side;

import static io.v11.engine.trading.TestInstruments.decimal;
import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The account against Binance's own worked example ("How to Calculate Liquidation Price of USD-M Futures Contracts"):
 * wallet 1,535,443.01; long 3,683.979 ETHUSDT from 1,456.84, rate 10 %, amount 135,365; long 109.488 BTCUSDT from
 * 32,481.98 at a mark of 31,967.27, rate 2.5 %, amount 16,300. Liquidation price of ETHUSDT: 1,153.26.
 */
class AccountTest {
    private static final int BTC = 0;
    private static final int ETH = 1;
    private static final int SPOT = 2;

    private final VenueSettings settings = settings();
    private final Account account = new Account(instruments(), settings, e8("1535443.01"));

    private static Instruments instruments() {
        return new Instruments(List.of(instrument(BTC, "BTCUSDT", Instrument.Market.USDM),
                instrument(ETH, "ETHUSDT", Instrument.Market.USDM),
                instrument(SPOT, "BTCUSDT", Instrument.Market.SPOT)));
    }

    private static Instrument instrument(int id, String symbol, Instrument.Market market) {
        return new Instrument(id, symbol, market, decimal("0.01"), decimal("0.001"), decimal("5"), 2.0, 5.0,
                decimal("10000"), decimal("10000"));
    }

    private static VenueSettings settings() {
        VenueSettings plain = VenueSettings.plain(0, 0);
        return new VenueSettings(plain.orderLatency(), plain.reportLatency(), plain.queue(), FeeTier.INSTRUMENT, 1.0,
                true, 5,
                List.of(new Perpetual("BTCUSDT", 20, 0.025, Decimal.parse("16300"), 0.0125, 8),
                        new Perpetual("ETHUSDT", 5, 0.1, Decimal.parse("135365"), 0.0125, 8)),
                plain.bar());
    }

    private void openBinanceExample() {
        account.onFill(BTC, Side.BUY, e8("32481.98"), e8("109.488"), 0L);
        account.onFill(ETH, Side.BUY, e8("1456.84"), e8("3683.979"), 0L);
        account.onMarkPrice(BTC, e8("31967.27"));
        account.onMarkPrice(ETH, e8("1335.18"));
    }

    @Test
    void shouldAgreeWithTheLiquidationPriceOfBinance() {
        // TMM1 = 109.488 x 31,967.27 x 2.5 % - 16,300 = 71,200.81; UPNL1 = 109.488 x (31,967.27 - 32,481.98) = -56,354.57
        double price = LiquidationPrice.cross(1_535_443.01, 71_200.81144, -56_354.57, 3_683.979, 1_456.84, 0.10,
                135_365.0);

        assertEquals(1_153.26, price, 0.005);
    }

    @Test
    void shouldBeExhaustedFromThatPriceOn() {
        openBinanceExample();

        account.onMarkPrice(ETH, e8("1153.27"));
        assertFalse(account.exhausted(), "margin " + account.marginBalanceE8() + " " + account.maintenanceMarginE8());
        account.onMarkPrice(ETH, e8("1153.25"));
        assertTrue(account.exhausted());
    }

    @Test
    void shouldKeepMarginAsBinanceDoes() {
        openBinanceExample();

        // Unrealised: BTC -56,354.56848, ETH 3,683.979 x (1,335.18 - 1,456.84) = -448,192.88514
        assertEquals(e8("1535443.01") - e8("56354.56848") - e8("448192.88514"), account.marginBalanceE8());
        // Maintenance: 71,200.811... + (4,918,775.08122 x 10 % - 135,365) = 71,200.811... + 356,512.508122
        assertEquals(71_200.81144 + 356_512.508122, account.maintenanceMarginE8() / 1e8, 1e-3);
        // Initial at 5x: (3,500,032.45776 + 4,918,775.08122) / 5
        double initial = (109.488 * 31_967.27 + 3_683.979 * 1_335.18) / 5.0;
        assertEquals(account.marginBalanceE8() / 1e8 - initial, account.freeE8() / 1e8, 1e-5);
    }

    @Test
    void shouldPriceTheEndOfAShort() {
        // Wallet 1,000, short 1 at 10,000, rate 0.4 %: 11,000 - p = 0.004 p, p = 10,956.175
        double price = LiquidationPrice.cross(1_000.0, 0.0, 0.0, -1.0, 10_000.0, 0.004, 0.0);

        assertEquals(11_000.0 / 1.004, price, 1e-9);
    }

    @Test
    void shouldRealiseProfitByPartsAndOnTurning() {
        account.onFill(BTC, Side.BUY, e8("100"), e8("2"), e8("1"));
        account.onFill(BTC, Side.BUY, e8("130"), e8("1"), 0L);
        // Entry 110; a third closed at 140 brings 30.
        account.onFill(BTC, Side.SELL, e8("140"), e8("1"), 0L);
        assertEquals(e8("1535472.01"), account.walletE8(), 2);

        // Two more closed at 100 lose 20; two go short at 100.
        account.onFill(BTC, Side.SELL, e8("100"), e8("4"), 0L);
        assertEquals(e8("1535452.01"), account.walletE8(), 2);
        assertEquals(e8("-2"), account.positionE8(BTC));
        account.onPrice(BTC, e8("90"));
        assertEquals(account.walletE8() + e8("20"), account.marginBalanceE8());

        account.onFill(BTC, Side.BUY, e8("90"), e8("2"), 0L);
        assertEquals(e8("1535472.01"), account.walletE8());
        assertFalse(account.holdsPerpetuals());
    }

    @Test
    void shouldHoldSpotInTheWalletAndAShortAgainstTwiceItsValue() {
        long start = account.walletE8();
        account.onFill(SPOT, Side.BUY, e8("100"), e8("2"), e8("0.2"));
        assertEquals(start - e8("200.2"), account.freeE8());
        assertEquals(e8("2"), account.closableE8(SPOT, Side.SELL));

        account.onFill(SPOT, Side.SELL, e8("100"), e8("5"), 0L);
        account.onPrice(SPOT, e8("110"));
        // Wallet +299.8; owed 3 x 110, as much again is collateral.
        assertEquals(start + e8("299.8") - e8("660"), account.freeE8());
        assertEquals(e8("3"), account.closableE8(SPOT, Side.BUY));
    }

    @Test
    void shouldValueAtStatedMarksOnceThereAreAny() {
        account.onPrice(BTC, e8("10"));
        assertEquals(e8("10"), account.markE8(BTC));
        account.onMarkPrice(BTC, e8("11"));
        account.onPrice(BTC, e8("12"));
        assertEquals(e8("11"), account.markE8(BTC));
    }
}
