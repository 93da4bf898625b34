package io.v11.config;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VenueSettingsTest {
    private static Instrument instrument(String symbol, Instrument.Market market) {
        Decimal one = Decimal.parse("1");
        return new Instrument(0, symbol, market, one, one, one, 3.0, 4.0, one, one);
    }

    @ParameterizedTest
    @CsvSource({"INSTRUMENT, 3, 4, 3, 4", "VIP0, 10, 10, 2, 5", "VIP0_BNB, 7.5, 7.5, 1.8, 4.5", "VIP1, 9, 10, 1.6, 4",
        "VIP1_BNB, 6.75, 7.5, 1.44, 3.6"})
    void shouldChargeByMarketAndTier(FeeTier tier, double spotMaker, double spotTaker, double maker, double taker) {
        Instrument spot = instrument("BTCUSDT", Instrument.Market.SPOT);
        Instrument perpetual = instrument("BTCUSDT", Instrument.Market.USDM);

        assertEquals(spotMaker, tier.makerBps(spot));
        assertEquals(spotTaker, tier.takerBps(spot));
        assertEquals(maker, tier.makerBps(perpetual));
        assertEquals(taker, tier.takerBps(perpetual));
    }

    @Test
    void shouldFindTheTermsOfASymbolBeforeThoseOfAny() {
        VenueSettings plain = VenueSettings.plain(1, 2);
        VenueSettings.Perpetual own = new VenueSettings.Perpetual("BTCUSDT", 125, 0.004, Decimal.parse("0"), 0.0125, 8);
        VenueSettings settings = new VenueSettings(plain.orderLatency(), plain.reportLatency(), plain.queue(),
                plain.fees(), 1.0, true, 20, List.of(plain.perpetuals().getFirst(), own), plain.bar());

        assertEquals(own, settings.perpetual(instrument("BTCUSDT", Instrument.Market.USDM)));
        assertEquals(VenueSettings.ANY, settings.perpetual(instrument("XRPUSDT", Instrument.Market.USDM)).symbol());
    }

    @Test
    void shouldSayWhichPerpetualHasNoTerms() {
        VenueSettings plain = VenueSettings.plain(1, 2);
        VenueSettings settings = new VenueSettings(plain.orderLatency(), plain.reportLatency(), plain.queue(),
                plain.fees(), 1.0, true, 20, List.of(), plain.bar());

        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> settings.perpetual(instrument("XRPUSDT", Instrument.Market.USDM)));

        assertTrue(failure.getMessage().contains("venue.perpetuals has no entry for XRPUSDT.USDM"),
                failure.getMessage());
    }
}
