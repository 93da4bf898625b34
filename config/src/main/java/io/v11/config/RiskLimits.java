package io.v11.config;

import java.util.List;

/**
 * All limits of the account, one group of keys per concern. Fractions are of the equity unless another base is named; money is in
 * quote units. A limit whose text says "0: none" may be left out with 0; every other one is always in force.
 *
 * <p>{@link #conclude} refuses limits that contradict one another and names both keys.
 *
 * @param startingCapital quote units
 * @param price           what an order may be priced at
 * @param order           one order by itself
 * @param exposure        what may be held, working orders counted as if filled
 * @param pace            how often orders may leave
 * @param breakers        losses that stop trading by themselves
 * @param tail            what may be lost in the tail of the distribution
 * @param stop            protective stops that rest at the venue
 */
public record RiskLimits(Decimal startingCapital, Price price, Order order, Exposure exposure, Pace pace,
        Breakers breakers, Tail tail, Stop stop) {
    private static final List<String> BARS = List.of("NONE", "MINUTE", "QUARTER_HOUR", "HOUR");

    /**
     * @param collarBps        farthest a limit price, or the farthest price of a market order, may lie on the aggressive side of the
     *                         reference (mid, or the last close of a feed of bars), basis points
     * @param maximumSpreadBps widest book that an order may open on, basis points of the mid; a feed of bars has none
     * @param staleReferenceMs oldest reference an order may be priced on
     */
    public record Price(double collarBps, double maximumSpreadBps, long staleReferenceMs) {
    }

    /**
     * @param maximumNotional one order, quote units
     * @param cutToFit        an order too large for a limit of its size is cut to what fits; else it is refused
     * @param disabled        instruments, such as BTCUSDT.SPOT, of which no position may be opened
     * @param shortSpot       spot may be sold short, on margin; else a sell needs the base asset
     * @param selfTrade       an order may cross a resting one of our own
     */
    public record Order(Decimal maximumNotional, boolean cutToFit, List<String> disabled, boolean shortSpot,
            boolean selfTrade) {
    }

    /**
     * @param maximumGross         all positions and working orders together, quote units
     * @param maximumNet           long less short, on either side, quote units
     * @param maximumInstrument    position of one instrument, quote units
     * @param maximumConcentration position of one instrument, fraction of the equity
     * @param maximumLeverage      gross over equity
     */
    public record Exposure(Decimal maximumGross, Decimal maximumNet, Decimal maximumInstrument,
            double maximumConcentration, double maximumLeverage) {
    }

    /**
     * @param maximumOpen             orders working at one time
     * @param maximumOpenInstrument   the same of one instrument
     * @param perSecond               new orders in any one second of event time
     * @param perSecondInstrument     the same of one instrument
     * @param perDay                  new orders in a UTC day; 0: none
     * @param notionalPerDay          their notional, quote units; 0: none
     * @param duplicateWindowMs       no second order of the same instrument, side, price and quantity within this time; 0: none
     * @param repeatedFills           orders of one instrument filled on the same side, none on the other between, within
     *                                repeatedWindowMs: then REDUCING until a person resumes; 0: none
     * @param repeatedWindowMs        length of that window
     */
    public record Pace(int maximumOpen, int maximumOpenInstrument, int perSecond, int perSecondInstrument, int perDay,
            Decimal notionalPerDay, long duplicateWindowMs, int repeatedFills, long repeatedWindowMs) {
    }

    /**
     * @param maximumDrawdownFraction fall of equity from its peak, closing costs in: HALTED, everything is closed, a person resumes
     * @param softDrawdownFraction    the same earlier: REDUCING; 0: none
     * @param softClose               at the soft threshold positions are closed as well
     * @param slippageReserveBps      closing costs, basis points of the gross notional
     * @param gapBps                  adverse move of everything held that must not pass the drawdown limit: bounds gross; 0: none
     * @param dailyLossFraction       loss within a UTC day, of the equity at its start: REDUCING; 0: none
     * @param dailyRearm              the next day lifts the daily loss by itself, not a person
     * @param lossStreak              losing round trips in a row: REDUCING; 0: none
     * @param slippageFills           fills over which slippage is averaged; 0: none
     * @param slippageBps             mean slippage against the reference of the decision beyond which: REDUCING
     * @param comparison              the drawdown limit may lie above 0.08, for a comparison such as buy-and-hold in a backtest; refused
     *                                unless threading.mode is INVOKER, which no live engine runs in
     */
    public record Breakers(double maximumDrawdownFraction, double softDrawdownFraction, boolean softClose,
            double slippageReserveBps, double gapBps, double dailyLossFraction, boolean dailyRearm, int lossStreak,
            int slippageFills, double slippageBps, boolean comparison) {
    }

    /**
     * Value at risk, expected shortfall and stress, all fractions of the equity.
     *
     * @param reportBar        length of the bars at whose close the account's risk is told: NONE, MINUTE, QUARTER_HOUR, HOUR
     * @param bar              length of the bars that scenarios are made of; NONE: no tail is measured and none of this is in force
     * @param scenarios        bars kept
     * @param minimumScenarios bars before anything is stated
     * @param confidence       of the expected shortfall, such as 0.975
     * @param decay            weight of the past in the covariance at each bar
     * @param horizonBars      bars that a position is held
     * @param valueAtRisk      limit, historical
     * @param shortfall        limit, the worst of three methods
     * @param marginal         what one order may add to the shortfall
     * @param stress           loss in the worst stress scenario
     * @param budgetShare      share of one instrument in the shortfall; 1: none
     * @param whenUnknown      ALLOW or REFUSE orders while there are too few scenarios
     */
    public record Tail(String reportBar, String bar, int scenarios, int minimumScenarios, double confidence,
            double decay, int horizonBars, double valueAtRisk, double shortfall, double marginal, double stress,
            double budgetShare, String whenUnknown) {
    }

    /**
     * @param mode            NONE; FIXED: at a distance from the entry; TRAILING: from the best price since
     * @param bar             length of the bars that the average true range is taken of: MINUTE, QUARTER_HOUR or HOUR
     * @param atrBars         bars that it is averaged over
     * @param rankBars        bars whose range over price is ranked into low, normal and high volatility
     * @param lowMultiple     distance in average true ranges while volatility is low
     * @param normalMultiple  while it is normal
     * @param highMultiple    while it is high
     * @param stepBps         least move of the stop that is worth a replacement, basis points of the price
     * @param maximumMinutes  a position older than that is closed; 0: none
     * @param answerMs        after that time without an answer of the venue a request is asked again
     */
    public record Stop(Mode mode, String bar, int atrBars, int rankBars, double lowMultiple, double normalMultiple,
            double highMultiple, double stepBps, long maximumMinutes, long answerMs) {
        /** Where a stop order lies. */
        public enum Mode {
            NONE, FIXED, TRAILING
        }
    }

    void conclude(SettingsCheck check) {
        check.require(startingCapital.e8() > 0, "risk.startingCapital", "above 0", startingCapital);
        check.require(price.collarBps > 0 && price.collarBps <= 10_000, "risk.price.collarBps",
                "above 0 and at most 10000", price.collarBps);
        check.require(price.maximumSpreadBps > 0, "risk.price.maximumSpreadBps", "above 0", price.maximumSpreadBps);
        check.require(price.staleReferenceMs > 0, "risk.price.staleReferenceMs", "above 0", price.staleReferenceMs);
        concludeExposure(check);
        concludePace(check);
        concludeBreakers(check);
        concludeTail(check);
        concludeStop(check);
    }

    private void concludeExposure(SettingsCheck check) {
        check.require(order.maximumNotional.e8() > 0, "risk.order.maximumNotional", "above 0", order.maximumNotional);
        atMost(check, "risk.order.maximumNotional", order.maximumNotional, "risk.exposure.maximumInstrument",
                exposure.maximumInstrument);
        atMost(check, "risk.exposure.maximumInstrument", exposure.maximumInstrument, "risk.exposure.maximumGross",
                exposure.maximumGross);
        atMost(check, "risk.exposure.maximumNet", exposure.maximumNet, "risk.exposure.maximumGross",
                exposure.maximumGross);
        check.require(exposure.maximumNet.e8() > 0, "risk.exposure.maximumNet", "above 0", exposure.maximumNet);
        check.require(exposure.maximumConcentration > 0 && exposure.maximumConcentration <= exposure.maximumLeverage,
                "risk.exposure.maximumConcentration", "above 0 and at most risk.exposure.maximumLeverage="
                        + exposure.maximumLeverage,
                exposure.maximumConcentration);
        check.require(exposure.maximumLeverage <= 125, "risk.exposure.maximumLeverage", "at most 125",
                exposure.maximumLeverage);
    }

    private void concludePace(SettingsCheck check) {
        check.require(pace.maximumOpen > 0 && pace.maximumOpen <= Limits.RISK_ORDERS, "risk.pace.maximumOpen",
                "1 to " + Limits.RISK_ORDERS, pace.maximumOpen);
        check.require(pace.maximumOpenInstrument > 0 && pace.maximumOpenInstrument <= pace.maximumOpen,
                "risk.pace.maximumOpenInstrument", "1 to risk.pace.maximumOpen=" + pace.maximumOpen,
                pace.maximumOpenInstrument);
        check.require(pace.perSecond > 0 && pace.perSecond <= Limits.ORDERS_PER_SECOND, "risk.pace.perSecond",
                "1 to " + Limits.ORDERS_PER_SECOND, pace.perSecond);
        check.require(pace.perSecondInstrument > 0 && pace.perSecondInstrument <= pace.perSecond,
                "risk.pace.perSecondInstrument", "1 to risk.pace.perSecond=" + pace.perSecond,
                pace.perSecondInstrument);
        check.require(pace.perDay == 0 || pace.perDay >= pace.perSecond, "risk.pace.perDay",
                "0, or at least risk.pace.perSecond=" + pace.perSecond, pace.perDay);
        check.require(pace.notionalPerDay.e8() == 0 || pace.notionalPerDay.e8() >= order.maximumNotional.e8(),
                "risk.pace.notionalPerDay", "0, or at least risk.order.maximumNotional=" + order.maximumNotional,
                pace.notionalPerDay);
        check.require(pace.duplicateWindowMs >= 0 && pace.duplicateWindowMs <= 60_000, "risk.pace.duplicateWindowMs",
                "0 to 60000", pace.duplicateWindowMs);
        check.require(pace.repeatedFills == 0 || pace.repeatedFills >= 2, "risk.pace.repeatedFills",
                "0, or 2 and more", pace.repeatedFills);
        check.require(pace.repeatedFills == 0 || pace.repeatedWindowMs > 0, "risk.pace.repeatedWindowMs",
                "above 0 with risk.pace.repeatedFills=" + pace.repeatedFills, pace.repeatedWindowMs);
    }

    private void concludeBreakers(SettingsCheck check) {
        double hard = breakers.maximumDrawdownFraction;
        check.require(hard > 0 && hard <= (breakers.comparison ? 1.0 : 0.08), "risk.breakers.maximumDrawdownFraction",
                breakers.comparison ? "above 0 and at most 1" : "above 0 and at most 0.08",
                hard);
        check.require(breakers.softDrawdownFraction >= 0 && breakers.softDrawdownFraction < hard,
                "risk.breakers.softDrawdownFraction", "0, or below risk.breakers.maximumDrawdownFraction=" + hard,
                breakers.softDrawdownFraction);
        check.require(breakers.dailyLossFraction >= 0 && breakers.dailyLossFraction <= hard,
                "risk.breakers.dailyLossFraction",
                "0, or at most risk.breakers.maximumDrawdownFraction=" + hard, breakers.dailyLossFraction);
        check.require(breakers.slippageReserveBps >= 0 && breakers.slippageReserveBps / 10_000
                * exposure.maximumLeverage < hard, "risk.breakers.slippageReserveBps", "0 or more, and with"
                        + " risk.exposure.maximumLeverage=" + exposure.maximumLeverage
                        + " less than risk.breakers.maximumDrawdownFraction=" + hard,
                breakers.slippageReserveBps);
        check.require(breakers.gapBps == 0 || breakers.gapBps > breakers.slippageReserveBps, "risk.breakers.gapBps",
                "0, or above risk.breakers.slippageReserveBps=" + breakers.slippageReserveBps, breakers.gapBps);
        check.require(breakers.lossStreak == 0 || breakers.lossStreak >= 2, "risk.breakers.lossStreak",
                "0, or 2 and more", breakers.lossStreak);
        check.require(breakers.slippageFills >= 0 && breakers.slippageFills <= 10_000, "risk.breakers.slippageFills",
                "0 to 10000", breakers.slippageFills);
        check.require(breakers.slippageFills == 0 || breakers.slippageBps > 0, "risk.breakers.slippageBps",
                "above 0 with risk.breakers.slippageFills=" + breakers.slippageFills, breakers.slippageBps);
    }

    private void concludeTail(SettingsCheck check) {
        check.require(BARS.contains(tail.reportBar), "risk.tail.reportBar", "one of " + BARS, tail.reportBar);
        check.require(BARS.contains(tail.bar), "risk.tail.bar", "one of " + BARS, tail.bar);
        check.require(tail.scenarios >= 2 && tail.scenarios <= Limits.SCENARIOS, "risk.tail.scenarios",
                "2 to " + Limits.SCENARIOS, tail.scenarios);
        check.require(tail.minimumScenarios >= 2 && tail.minimumScenarios <= tail.scenarios,
                "risk.tail.minimumScenarios", "2 to risk.tail.scenarios=" + tail.scenarios, tail.minimumScenarios);
        check.require(tail.confidence >= 0.9 && tail.confidence < 1, "risk.tail.confidence", "0.9 to below 1",
                tail.confidence);
        check.require(tail.decay > 0 && tail.decay < 1, "risk.tail.decay", "between 0 and 1", tail.decay);
        check.require(tail.horizonBars >= 1, "risk.tail.horizonBars", "1 and more", tail.horizonBars);
        check.require(tail.valueAtRisk > 0, "risk.tail.valueAtRisk", "above 0", tail.valueAtRisk);
        check.require(tail.shortfall > 0, "risk.tail.shortfall", "above 0", tail.shortfall);
        check.require(tail.marginal > 0 && tail.marginal <= tail.shortfall, "risk.tail.marginal",
                "above 0 and at most risk.tail.shortfall=" + tail.shortfall, tail.marginal);
        check.require(tail.stress > 0, "risk.tail.stress", "above 0", tail.stress);
        check.require(tail.budgetShare > 0 && tail.budgetShare <= 1, "risk.tail.budgetShare",
                "above 0 and at most 1", tail.budgetShare);
        check.require(List.of("ALLOW", "REFUSE").contains(tail.whenUnknown), "risk.tail.whenUnknown",
                "ALLOW or REFUSE", tail.whenUnknown);
    }

    private void concludeStop(SettingsCheck check) {
        check.require(BARS.indexOf(stop.bar) > 0, "risk.stop.bar", "MINUTE, QUARTER_HOUR or HOUR", stop.bar);
        check.require(stop.atrBars >= 2 && stop.atrBars <= 1_000, "risk.stop.atrBars", "2 to 1000", stop.atrBars);
        check.require(stop.rankBars >= 3 && stop.rankBars <= 1_000, "risk.stop.rankBars", "3 to 1000", stop.rankBars);
        check.require(stop.lowMultiple > 0, "risk.stop.lowMultiple", "above 0", stop.lowMultiple);
        check.require(stop.normalMultiple > 0, "risk.stop.normalMultiple", "above 0", stop.normalMultiple);
        check.require(stop.highMultiple > 0, "risk.stop.highMultiple", "above 0", stop.highMultiple);
        check.require(stop.stepBps >= 0, "risk.stop.stepBps", "0 or more", stop.stepBps);
        check.require(stop.maximumMinutes >= 0, "risk.stop.maximumMinutes", "0 or more", stop.maximumMinutes);
        check.require(stop.answerMs > 0, "risk.stop.answerMs", "above 0", stop.answerMs);
    }

    private static void atMost(SettingsCheck check, String key, Decimal value, String otherKey, Decimal other) {
        check.require(value.e8() <= other.e8(), key, "at most " + otherKey + "=" + other, value);
    }
}
