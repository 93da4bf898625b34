package io.v11.config;

/**
 * Fees of an account by its VIP level, both markets: what the simulated venue charges in place of an instrument's own.
 * Basis points of the traded notional. Source: Binance's fee schedules for spot trading and USD-M futures (USDT pairs,
 * regular users and VIP 1), with 25 % off spot fees and 10 % off futures fees when they are paid in BNB.
 */
public enum FeeTier {
    /** What the instrument says. */
    INSTRUMENT(0, 0, 0, 0),
    /** Spot 10/10, perpetuals 2/5. */
    VIP0(10.0, 10.0, 2.0, 5.0),
    /** The same paid in BNB: 7.5/7.5 and 1.8/4.5. */
    VIP0_BNB(7.5, 7.5, 1.8, 4.5),
    /** Spot 9/10, perpetuals 1.6/4. */
    VIP1(9.0, 10.0, 1.6, 4.0),
    /** The same paid in BNB: 6.75/7.5 and 1.44/3.6. */
    VIP1_BNB(6.75, 7.5, 1.44, 3.6);

    private final double spotMakerBps;
    private final double spotTakerBps;
    private final double perpetualMakerBps;
    private final double perpetualTakerBps;

    FeeTier(double spotMakerBps, double spotTakerBps, double perpetualMakerBps, double perpetualTakerBps) {
        this.spotMakerBps = spotMakerBps;
        this.spotTakerBps = spotTakerBps;
        this.perpetualMakerBps = perpetualMakerBps;
        this.perpetualTakerBps = perpetualTakerBps;
    }

    /** Fee of an order that rested, basis points. */
    public double makerBps(Instrument instrument) {
        if (this == INSTRUMENT) {
            return instrument.makerFeeBps();
        }
        return instrument.market() == Instrument.Market.SPOT ? spotMakerBps : perpetualMakerBps;
    }

    /** Fee of an order that took, basis points. */
    public double takerBps(Instrument instrument) {
        if (this == INSTRUMENT) {
            return instrument.takerFeeBps();
        }
        return instrument.market() == Instrument.Market.SPOT ? spotTakerBps : perpetualTakerBps;
    }
}
