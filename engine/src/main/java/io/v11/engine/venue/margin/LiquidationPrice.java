package io.v11.engine.venue.margin;

/**
 * The mark price at which cross margin no longer covers a position, other prices being equal. Binance, "How to Calculate
 * Liquidation Price of USD-M Futures Contracts", one-way mode, one bracket:
 *
 * <pre>
 *           WB - TMM1 + UPNL1 + cum - side x position x entry
 *   price = -------------------------------------------------
 *               position x rate - side x position
 * </pre>
 *
 * WB wallet balance; TMM1 maintenance margin and UPNL1 unrealised profit of all other positions; cum and rate the
 * maintenance amount and rate of the position's bracket; side 1 when long, -1 when short; position without sign. The venue
 * itself looks at the margin ratio after every price; this is for reports and as a check on it.
 */
public final class LiquidationPrice {
    private LiquidationPrice() {
    }

    /**
     * @param position signed, base units
     * @return quote units; 0 or less: no price ends the position
     */
    public static double cross(double walletBalance, double maintenanceOfOthers, double unrealisedOfOthers,
            double position, double entryPrice, double maintenanceRate, double maintenanceAmount) {
        return (walletBalance - maintenanceOfOthers + unrealisedOfOthers + maintenanceAmount - position * entryPrice)
                / (Math.abs(position) * maintenanceRate - position);
    }
}
