package io.v11.training.backtest.page;

import java.io.IOException;
import java.util.Locale;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.UtcText;
import io.v11.training.backtest.account.Fill;
import io.v11.training.backtest.reading.RunReading;

/** Fills, one a line, with the mids at decision and fill. */
final class FillCsv {
    private FillCsv() {
    }

    static void write(RunReading run, Appendable out) throws IOException {
        out.append("utc,timeNs,instrument,side,liquidity,orderType,price,quantity,notional,fee,spread,slippage,"
                + "clientOrderId,causeSequence,decisionNs,midAtDecision,midAtFill,forecast,regime\n");
        for (Fill fill : run.fills()) {
            out.append(String.format(Locale.ROOT, "%s,%d,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%d,%d,%d,%s,%s,%s,%s\n",
                    UtcText.of(fill.timeNs()), fill.timeNs(), run.instrumentName(fill.instrument()),
                    fill.buy() ? "BUY" : "SELL", fill.maker() ? "MAKER" : "TAKER", fill.cause().type(),
                    FixedPoint.format(fill.priceE8()), FixedPoint.format(fill.quantityE8()),
                    FixedPoint.format(fill.notionalE8()), FixedPoint.format(fill.feeE8()),
                    FixedPoint.format(fill.spreadE8()), FixedPoint.format(fill.slippageE8()), fill.clientOrderId(),
                    fill.cause().sequence(), fill.cause().timeNs(), half(fill.cause().midTwiceE8()),
                    half(fill.midAtFillTwiceE8()), TradeCsv.number(fill.cause().forecast()), fill.regime()));
        }
    }

    /** Nothing when there was no price. */
    private static String half(long priceTwiceE8) {
        return priceTwiceE8 == 0 ? "" : String.valueOf(FixedPoint.toDouble(priceTwiceE8) / 2.0);
    }
}
