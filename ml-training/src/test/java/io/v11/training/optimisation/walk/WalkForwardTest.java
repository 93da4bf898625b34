package io.v11.training.optimisation.walk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.walk.WalkSettings.Mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WalkForwardTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long START_NS = 1_704_067_200_000_000_000L; // 2024-01-01

    @ParameterizedTest
    @EnumSource(Mode.class)
    void shouldLeavePurgeAndEmbargoAtEachBoundary(Mode mode) {
        WalkForward walk = WalkForward.of(settings(mode, 100, 40, 50));

        assertEquals(5, walk.steps().size());
        for (int i = 0; i < 5; i++) {
            WalkStep step = walk.steps().get(i);
            long boundary = START_NS + (100 + 40L * i) * MINUTE_NS;
            assertEquals(mode == Mode.ANCHORED ? START_NS : boundary - 100 * MINUTE_NS, step.train().fromNs());
            assertEquals(boundary - 3 * MINUTE_NS, step.train().toNs());
            assertEquals(boundary + 2 * MINUTE_NS, step.validation().fromNs());
            assertEquals(boundary + 37 * MINUTE_NS, step.validation().toNs());
            assertTrue(step.validation().toNs() + 5 * MINUTE_NS <= walk.holdout().fromNs());
        }
        assertEquals(START_NS + 312 * MINUTE_NS, walk.holdout().fromNs());
        assertEquals(START_NS + 360 * MINUTE_NS, walk.holdout().toNs());
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        assertRefused("no room", () -> WalkForward.of(settings(Mode.SLIDING, 300, 40, 50)));
        assertRefused("leave nothing", () -> settings(Mode.SLIDING, 100, 5, 50));
        assertRefused("a minute or longer", () -> settings(Mode.SLIDING, 100, 40, 0));
        assertRefused("'yesterday' is not a UTC time", () -> WalkForward
                .of(new WalkSettings(Mode.SLIDING, "yesterday", "2024-01-01T06:00:00Z", 100, 40, 50, 3, 2)));
    }

    private static void assertRefused(String words, Executable cut) {
        String message = assertThrows(ConfigurationException.class, cut).getMessage();
        assertTrue(message.contains(words), message);
    }

    private static WalkSettings settings(Mode mode, long train, long validation, long holdout) {
        return new WalkSettings(mode, "2024-01-01T00:00:00Z", "2024-01-01T06:00:00Z", train, validation, holdout, 3,
                2);
    }
}
