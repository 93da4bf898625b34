package io.v11.engine.regime;

import java.util.List;

import io.v11.config.RegimeSettings;

/** Settings of the tests: entry at 0.8 on 3 bars, or on one with a change of 0.8; 24 unseen bars are forgiven. */
final class RegimeFixture {
    static final long TICK_E8 = 1_000_000L;

    private RegimeFixture() {
    }

    static RegimeSettings fitted(int windowBars, int refitBars) {
        return new RegimeSettings("HOUR", windowBars, refitBars, 1, Math.min(200, windowBars), 240, 5, 0.8, 0.8, 3, 24,
                List.of());
    }

    /** The states of {@link SimulatedMarket} with a drift of 10 bp as {@link BarObservation} sees them. */
    static RegimeSettings stated() {
        return new RegimeSettings("HOUR", 200, 0, 1, 200, 240, 5, 0.8, 0.8, 3, 24,
                List.of(new RegimeSettings.State(7.9, 0.33, 0.0, 1.04),
                        new RegimeSettings.State(9.2, 0.37, 0.88, 0.89),
                        new RegimeSettings.State(9.2, 0.37, -0.88, 0.89),
                        new RegimeSettings.State(23.6, 0.33, 0.0, 1.19)));
    }

    static RegimeDetector detector(RegimeSettings settings) {
        return new RegimeDetector(settings, new ModelFit(settings.windowBars(), settings.dwellBars()), TICK_E8);
    }
}
