package io.v11.config;

import java.util.List;

/**
 * @param minimumEdgeBps   a proposal needs at least this expected edge after half spread and fees, basis points
 * @param orderNotional    size of an order, quote units
 * @param timeInForce      IOC takes, POST_ONLY makes
 * @param maximumInvalidFraction a vector with a larger part of the models' inputs invalid is not traded on
 * @param coolDownMs       no second proposal on an instrument within this time, event time
 */
public record SignalSettings(double minimumEdgeBps, Decimal orderNotional, String timeInForce,
        double maximumInvalidFraction, long coolDownMs) {

    void conclude(SettingsCheck check) {
        check.require(orderNotional.e8() > 0, "signal.orderNotional", "above 0", orderNotional);
        check.require(List.of("IOC", "GTC", "POST_ONLY").contains(timeInForce), "signal.timeInForce",
                "IOC, GTC or POST_ONLY", timeInForce);
        check.require(maximumInvalidFraction >= 0 && maximumInvalidFraction < 1, "signal.maximumInvalidFraction",
                "0 or more and below 1", maximumInvalidFraction);
        check.require(coolDownMs >= 0, "signal.coolDownMs", "0 or more", coolDownMs);
    }
}
