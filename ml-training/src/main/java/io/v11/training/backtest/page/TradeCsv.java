package io.v11.training.backtest.page;

import java.io.IOException;
import java.util.Locale;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.UtcText;
import io.v11.training.backtest.account.Trade;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.performance.RoundTrip;

/** Round trips, one a line. */
final class TradeCsv {
    private TradeCsv() {
    }

    static void write(RunReading run, Appendable out) throws IOException {
        out.append("openUtc,closeUtc,openNs,closeNs,instrument,side,quantity,entryPrice,exitPrice,notional,pnl,fees,"
                + "spread,slippage,funding,fills,regime,forecast,stopped,open\n");
        for (Trade trade : run.trades()) {
            RoundTrip trip = trade.trip();
            out.append(String.format(Locale.ROOT, "%s,%s,%d,%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%d,%s,%s,%s,%s\n",
                    UtcText.of(trip.openNs()), UtcText.of(trip.closeNs()), trip.openNs(), trip.closeNs(),
                    run.instrumentName(trip.instrument()), trip.side() > 0 ? "LONG" : "SHORT",
                    FixedPoint.format(trade.quantityE8()), number(trade.entryPrice()), number(trade.exitPrice()),
                    number(trip.notional()), number(trip.pnl()), number(trip.fees()), number(trip.spreadCost()),
                    number(trip.slippageCost()), number(trip.funding()), trade.fills(), trade.regime(),
                    number(trade.forecast()), trade.stopped(), trade.open()));
        }
    }

    /** Full precision; nothing for what is not known. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }
}
