package io.v11.config;

/**
 * One instrument of one market. Quantities in base units, prices and notionals in quote units, fees in basis points of
 * the traded notional (negative: a rebate).
 */
public record Instrument(int id, String symbol, Market market, Decimal tickSize, Decimal lotSize,
        Decimal minimumNotional,
        double makerFeeBps, double takerFeeBps, Decimal maximumOrderQuantity, Decimal maximumPosition) {

    /** Where the instrument trades. */
    public enum Market {
        /** Binance spot. */
        SPOT,
        /** Binance USD-M perpetual futures. */
        USDM
    }

    /** e.g. {@code BTCUSDT.SPOT}: unique over all markets. */
    public String qualifiedName() {
        return symbol + "." + market;
    }
}
