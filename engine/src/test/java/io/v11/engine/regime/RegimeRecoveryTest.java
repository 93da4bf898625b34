package io.v11.engine.regime;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.v11.config.RegimeSettings;
import io.v11.engine.slot.RegimeView;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Share of bars whose state is told rightly, on markets whose states are known: states of 200 bars in the mean, drifts of 10 bp
 * against 10 bp of volatility. The first 1,100 bars are left out: the window of the first fit, its rounds, the confirmation.
 */
class RegimeRecoveryTest {
    private static final int SEEDS = 24;
    private static final int BARS = 6_000;
    private static final int WARM_UP_BARS = 1_100;

    @Test
    void shouldTellTheStatesThatAreStated() {
        Recovery recovery = recover("stated", RegimeFixture.stated());

        assertTrue(recovery.medianFiltered() >= 95.0, recovery.toString());
        assertTrue(recovery.worstFiltered() >= 92.0, recovery.toString());
        assertTrue(recovery.medianHeld() >= 94.0, recovery.toString());
        assertTrue(recovery.worstHeld() >= 91.0, recovery.toString());
    }

    @Test
    void shouldTellTheStatesThatItLearns() {
        Recovery recovery = recover("fitted", RegimeFixture.fitted(1_000, 250));

        assertTrue(recovery.medianFiltered() >= 90.0, recovery.toString());
        assertTrue(recovery.worstFiltered() >= 85.0, recovery.toString());
        assertTrue(recovery.medianHeld() >= 90.0, recovery.toString());
        assertTrue(recovery.worstHeld() >= 82.0, recovery.toString());
    }

    /** Percent of bars by seed, from the worst on: by the highest posterior, and with hysteresis. */
    private record Recovery(double[] filtered, double[] held) {
        double medianFiltered() {
            return filtered[SEEDS / 2];
        }

        double worstFiltered() {
            return filtered[0];
        }

        double medianHeld() {
            return held[SEEDS / 2];
        }

        double worstHeld() {
            return held[0];
        }

        @Override
        public String toString() {
            return "filtered " + Arrays.toString(filtered) + " held " + Arrays.toString(held);
        }
    }

    private static Recovery recover(String name, RegimeSettings settings) {
        double[] filtered = new double[SEEDS];
        double[] held = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            RegimeDetector detector = RegimeFixture.detector(settings);
            SimulatedMarket market = new SimulatedMarket(seed, 200, 10.0);
            RegimeView view = new RegimeView();
            int right = 0;
            int rightHeld = 0;
            for (int t = 0; t < BARS; t++) {
                detector.onBar(market.next());
                detector.copyTo(view);
                if (t >= WARM_UP_BARS) {
                    right += view.likeliest.ordinal() == market.state + 1 ? 1 : 0;
                    rightHeld += view.state.ordinal() == market.state + 1 ? 1 : 0;
                }
            }
            filtered[seed] = Math.round(1_000.0 * right / (BARS - WARM_UP_BARS)) / 10.0;
            held[seed] = Math.round(1_000.0 * rightHeld / (BARS - WARM_UP_BARS)) / 10.0;
        }
        Arrays.sort(filtered);
        Arrays.sort(held);
        Recovery recovery = new Recovery(filtered, held);
        System.out.println("regimes, " + name + ": " + recovery);
        return recovery;
    }
}
