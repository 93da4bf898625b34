package io.v11.engine.trading;

import java.util.List;

import io.v11.config.SignalSettings;

import static io.v11.engine.trading.TestInstruments.decimal;

/** Settings of signals with round numbers, for tests of the order path; the records' own methods vary them. */
public final class TestSignals {
    /** As shipped. */
    public static final SignalSettings.Sleeves SLEEVES = new SignalSettings.Sleeves(List.of("TREND", "CROSS_SECTION",
            "TAKER_FLOW", "FEAR_GREED", "MACRO", "FUNDING_HEAT"), 0.05, 0.15, 3.0, 720, 2160, 743);
    /** As shipped: instruments at the same volatility. */
    public static final SignalSettings.Allocation ALLOCATION = allocation("INVERSE_VOLATILITY", 720, 1_440);
    /** V10's rules with the shipped numbers. */
    public static final SignalSettings.Rules RULES = new SignalSettings.Rules("hour", 25.0, 0.4, 0.8, 0.0, 1.0, 3.0,
            2.0, 4.0, 48, 40, false);

    private TestSignals() {
    }

    /** Shares of at most a half, turnover at 5 bp. */
    public static SignalSettings.Allocation allocation(String method, int windowBars, long everyMinutes) {
        return new SignalSettings.Allocation(method, windowBars, everyMinutes, 0.5, 3.0, 5.0, 0.5);
    }

    /** The models' edge, costs charged once, a fixed size, no band, no waiting but the cool-down. */
    public static SignalSettings edge(double entryBps, String notional, String timeInForce,
            double maximumInvalidFraction,
            long coolDownMs) {
        return new SignalSettings("EDGE", maximumInvalidFraction,
                new SignalSettings.Edge(entryBps, -1_000.0, 1.0, 0.0, 1_000, List.of()),
                SLEEVES, ALLOCATION, new SignalSettings.RandomEntries(11, 24.0, 3_600_000), RULES,
                new SignalSettings.Size("FIXED", decimal(notional), 0.5, 0.2, 240, "MINUTE", 0.25, 0.99, 1.0, 0.0, 0.0),
                new SignalSettings.Order(timeInForce, 0.0, 0.0, coolDownMs, 0, 1_000.0, -1.0), List.of());
    }

    /** The same with another part. */
    public static SignalSettings with(SignalSettings base, SignalSettings.Edge edge, SignalSettings.Size size,
            SignalSettings.Order order, List<SignalSettings.RegimeChoice> regimes) {
        return new SignalSettings(base.strategy(), base.maximumInvalidFraction(), edge, base.sleeves(),
                base.allocation(), base.random(),
                base.rules(), size, order, regimes);
    }

    /** The rules instead, else the same. */
    public static SignalSettings rules(SignalSettings base, SignalSettings.Rules rules) {
        return new SignalSettings("RULES", base.maximumInvalidFraction(), base.edge(), base.sleeves(),
                base.allocation(), base.random(),
                rules, base.size(), base.order(), base.regimes());
    }
}
