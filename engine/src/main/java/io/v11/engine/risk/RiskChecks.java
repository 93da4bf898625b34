package io.v11.engine.risk;

import io.v11.config.Instruments;
import io.v11.config.RiskLimits;

/** The order in which a proposal is judged; the first refusal is the verdict. A check may rely on those above it. */
final class RiskChecks {
    private RiskChecks() {
    }

    static RiskCheck[] inOrder(Instruments instruments, RiskLimits limits, TradingSwitch trading,
            ReferencePrices references, WorkingOrders working, OrderRate rate) {
        return new RiskCheck[]{ //
            new MalformedCheck(instruments), //
            new TradingStateCheck(trading, working), //
            new DrawdownCheck(trading), //
            new ReferencePriceCheck(references), //
            new StaleReferenceCheck(references, limits), //
            new PriceCollarCheck(references, limits), //
            new OrderQuantityCheck(instruments), //
            new OrderNotionalCheck(limits), //
            new MinimumNotionalCheck(instruments), //
            new PositionLimitCheck(instruments, working), //
            new GrossNotionalCheck(limits, working), //
            new OpenOrdersCheck(limits, working), //
            new OrderRateCheck(rate), //
        };
    }
}
