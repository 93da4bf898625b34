package io.v11.config;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RegimeSettingsTest {
    private static final SettingsCheck CHECK = (holds, key, needed, found) -> {
        if (!holds) {
            throw new ConfigurationException(key + " must be " + needed + ", is " + found);
        }
    };

    @Test
    void shouldReadStatesFromYaml() {
        RegimeSettings settings = YamlBinder.parse("test", """
                bar: HOUR
                windowBars: 720
                refitBars: 0
                trendBars: 1
                dwellBars: 48
                runBars: 240
                changeBars: 5
                changeProbability: 0.8
                entryProbability: 0.8
                confirmBars: 3
                resetBars: 24
                states:
                  - {volatilityBps: 40, volatilitySpread: 0.4, trend: 0.0, trendSpread: 0.9}
                  - {volatilityBps: 50, volatilitySpread: 0.4, trend: 0.4, trendSpread: 0.9}
                  - {volatilityBps: 50, volatilitySpread: 0.4, trend: -0.4, trendSpread: 0.9}
                  - {volatilityBps: 120, volatilitySpread: 0.5, trend: 0.0, trendSpread: 1.1}
                """, RegimeSettings.class);

        settings.conclude(CHECK);

        assertTrue(settings.stated());
        assertEquals(120.0, settings.states().getLast().volatilityBps());
    }

    @Test
    void shouldRefuseWhatCannotBe() {
        refused("regime.bar", new RegimeSettings("SECOND", 720, 168, 1, 48, 240, 5, 0.8, 0.8, 3, 24, List.of()));
        refused("regime.windowBars", new RegimeSettings("HOUR", 99, 168, 1, 48, 240, 5, 0.8, 0.8, 3, 24, List.of()));
        refused("regime.refitBars", new RegimeSettings("HOUR", 720, 25, 1, 48, 240, 5, 0.8, 0.8, 3, 24, List.of()));
        refused("regime.changeBars", new RegimeSettings("HOUR", 720, 168, 1, 48, 240, 121, 0.8, 0.8, 3, 24,
                List.of()));
        refused("regime.entryProbability", new RegimeSettings("HOUR", 720, 168, 1, 48, 240, 5, 0.8, 0.5, 3, 24,
                List.of()));
    }

    @Test
    void shouldRefuseStatesThatBelieTheirNames() {
        RegimeSettings.State calm = new RegimeSettings.State(40, 0.4, 0.0, 1);
        RegimeSettings.State rising = new RegimeSettings.State(40, 0.4, 0.5, 1);
        RegimeSettings.State falling = new RegimeSettings.State(40, 0.4, -0.5, 1);
        RegimeSettings.State turbulent = new RegimeSettings.State(90, 0.4, 0.0, 1);

        stated(0, calm, rising, falling, turbulent).conclude(CHECK);

        refused("regime.states", stated(0, calm, falling, rising, turbulent));
        refused("regime.states", stated(0, turbulent, rising, falling, calm));
        refused("regime.states", stated(0, calm, rising, falling));
        refused("regime.refitBars", stated(168, calm, rising, falling, turbulent));
        RegimeSettings.none().conclude(CHECK);
    }

    private static RegimeSettings stated(int refitBars, RegimeSettings.State... states) {
        return new RegimeSettings("HOUR", 720, refitBars, 1, 48, 240, 5, 0.8, 0.8, 3, 24, List.of(states));
    }

    private static void refused(String key, RegimeSettings settings) {
        ConfigurationException failure = assertThrows(ConfigurationException.class, () -> settings.conclude(CHECK));

        assertTrue(failure.getMessage().startsWith(key + " must be "), failure.getMessage());
    }
}
