package io.v11.engine.risk.tail;

/**
 * Things that happened, as moves of BTC, ETH and SOL.
 *
 * <p>
 * Measured on Binance spot 1-minute klines, 2022-05-07..13 (UST/LUNA) and 2022-11-06..12 (FTX): a fall is the lowest low over the highest high of
 * an earlier minute at most 1 h or 24 h before, less one; a rise is the highest high over the lowest low likewise, which is what a short
 * book meets. Each asset has its own worst window, so together they are somewhat worse than any moment was. An asset that was not measured moves
 * by as much as the worst measured one (always SOL): a beta of one to the worst.
 *
 * <p>
 * Halts: on 2023-03-24 Binance spot had no minutes from 12:40 to 13:59 UTC (80), but the last trade was at 11:28, so nobody could leave for
 * 152 minutes. From the last price to the low of the first minute after it BTC fell by 0.9 deviations of that time, SOL 1.2, ARB 1.3 and ETH 2.1
 * (volatility of the minutes before, decay 0.97, times the root of 152).
 */
public enum StressEvent {
    LUNA_FALL_1H(-0.086391, -0.123821, -0.249179),
    LUNA_FALL_24H(-0.169843, -0.265717, -0.437284),
    LUNA_RISE_1H(0.098116, 0.125026, 0.244314),
    LUNA_RISE_24H(0.161995, 0.191667, 0.442869),
    FTX_FALL_1H(-0.097077, -0.123586, -0.233449),
    FTX_FALL_24H(-0.185687, -0.280921, -0.514518),
    FTX_RISE_1H(0.086002, 0.110276, 0.237374),
    FTX_RISE_24H(0.167501, 0.257534, 0.525465),
    HALT_80_MINUTES(80),
    HALT_152_MINUTES(152);

    private final double bitcoin;
    private final double ether;
    private final double solana;
    private final int haltMinutes;

    StressEvent(double bitcoin, double ether, double solana) {
        this.bitcoin = bitcoin;
        this.ether = ether;
        this.solana = solana;
        haltMinutes = 0;
    }

    StressEvent(int haltMinutes) {
        bitcoin = 0.0;
        ether = 0.0;
        solana = 0.0;
        this.haltMinutes = haltMinutes;
    }

    /** Whether nobody could leave, rather than a move of stated size. */
    public boolean halt() {
        return haltMinutes > 0;
    }

    /** Minutes without exit; 0 when it was a move. */
    public int haltMinutes() {
        return haltMinutes;
    }

    /** Simple return of an asset such as "BTC"; 0 when it was a halt. */
    public double move(String baseAsset) {
        return switch (baseAsset) {
            case "BTC" -> bitcoin;
            case "ETH" -> ether;
            default -> solana;
        };
    }
}
