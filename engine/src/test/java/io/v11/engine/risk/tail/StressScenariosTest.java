package io.v11.engine.risk.tail;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StressScenariosTest {
    @Test
    void shouldLoseWhatTheEventsTook() {
        StressScenarios stress = new StressScenarios(new String[]{"BTC", "ETH", "NEXO"}, 1.0);
        stress.exposure(0, 10_000.0);
        stress.exposure(1, -5_000.0);
        stress.exposure(2, 2_000.0);

        double loss = stress.loss(StressEvent.FTX_FALL_24H);

        // NEXO was not measured and moves as SOL, the worst.
        assertEquals(10_000.0 * 0.185687 - 5_000.0 * 0.280921 + 2_000.0 * 0.514518, loss, 1e-9);
        assertEquals(loss + 1_000.0 * 0.280921, stress.lossWith(StressEvent.FTX_FALL_24H, 1, 1_000.0), 1e-9);
    }

    @Test
    void shouldNotLetAShortBookOffBecausePricesFell() {
        StressScenarios stress = new StressScenarios(new String[]{"SOL"}, 1.0);
        stress.exposure(0, -1_000.0);

        assertTrue(stress.loss(StressEvent.LUNA_FALL_24H) < 0.0);
        assertEquals(525.465, stress.worstLoss(), 1e-9);
        assertEquals(0.0, stress.worstLossWith(0, 1_000.0));
    }

    @Test
    void shouldNetNothingInAHaltAndGrowWithTheRootOfTime() {
        StressScenarios stress = new StressScenarios(new String[]{"BTC", "ETH"}, 5.0);
        stress.exposure(0, 10_000.0);
        stress.exposure(1, -10_000.0);
        stress.volatility(0, 0.001);
        stress.volatility(1, 0.002);

        assertEquals(10_000.0 * 3.0 * 0.003 * 4.0, stress.loss(StressEvent.HALT_80_MINUTES), 1e-9);
        assertEquals(10_000.0 * 3.0 * 0.003 * Math.sqrt(152.0 / 5.0), stress.loss(StressEvent.HALT_152_MINUTES), 1e-9);
        assertTrue(stress.lossWith(StressEvent.HALT_80_MINUTES, 1, 4_000.0) < stress
                .loss(StressEvent.HALT_80_MINUTES), "closing is no loss");
    }

    @Test
    void shouldRefuseWhatIsNoNumber() {
        StressScenarios stress = new StressScenarios(new String[]{"BTC"}, 1.0);

        assertThrows(IllegalArgumentException.class, () -> stress.exposure(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> stress.volatility(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new StressScenarios(new String[]{"BTC"}, Double.NaN));
    }
}
