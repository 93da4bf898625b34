package io.v11.binance;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instrument.Market;
import io.v11.config.Instruments;

/** Instruments of the recordings and the kline sets. */
public final class TestInstruments {
    public static final Instruments ALL;

    static {
        List<Instrument> all = new ArrayList<>();
        for (String symbol : new String[]{"BTCUSDT", "ETHUSDT", "NEXOUSDT"}) {
            all.add(of(all.size(), symbol, Market.SPOT));
        }
        all.add(of(all.size(), "BTCUSDT", Market.USDM));
        for (String symbol : new String[]{"SOLUSDT", "ARBUSDT", "BNBUSDT", "XRPUSDT", "ADAUSDT", "DOGEUSDT"}) {
            all.add(of(all.size(), symbol, Market.SPOT));
        }
        ALL = new Instruments(all);
    }

    private TestInstruments() {
    }

    public static Instrument find(String symbol, Market market) {
        return ALL.find(symbol, market);
    }

    private static Instrument of(int id, String symbol, Market market) {
        Decimal step = Decimal.parse("0.01");
        Decimal large = Decimal.parse("1000");
        return new Instrument(id, symbol, market, step, step, step, 10, 10, large, large);
    }
}
