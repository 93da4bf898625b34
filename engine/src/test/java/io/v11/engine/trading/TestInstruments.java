package io.v11.engine.trading;

import java.util.List;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.RiskLimits;

/** Instruments and limits with round numbers, for tests of the order path. */
public final class TestInstruments {
    /** 0: spot, fees 10/10 bp. 1: perpetual, fees 2/5 bp. */
    public static final Instruments TWO = new Instruments(List.of(
            new Instrument(0, "BTCUSDT", Instrument.Market.SPOT, decimal("0.01"), decimal("0.00001"), decimal("5"),
                    10.0, 10.0,
                    decimal("1"), decimal("2")),
            new Instrument(1, "ETHUSDT", Instrument.Market.USDM, decimal("0.1"), decimal("0.001"), decimal("20"), 2.0,
                    5.0,
                    decimal("10"), decimal("20"))));

    private TestInstruments() {
    }

    public static Decimal decimal(String text) {
        return Decimal.parse(text);
    }

    public static long e8(String text) {
        return Decimal.parse(text).e8();
    }

    /** Collar 50 bp, order 100,000, gross 250,000, 5 orders/s, 4 open, 1 s old, 8 % of 100,000. */
    public static RiskLimits limits() {
        return TestLimits.limits();
    }
}
