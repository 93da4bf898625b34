package io.v11.training.optimisation.space;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.config.YamlBinder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SearchSpaceTest {
    private static final String YAML = """
            reals: [{path: signal.entryBps, low: 0.5, high: 20, log: true}, {path: risk.fraction, low: -1, high: 1, log: false}]
            integers: [{path: signal.holdBars, low: 1, high: 96, log: true}, {path: signal.coolBars, low: 0, high: 9, log: false}]
            choices: [{path: signal.timing, values: [MARKET, POST_ONLY, WAIT]}]
            """;

    @Test
    void shouldReadTypedParametersFromYaml() {
        SearchSpace space = space(YAML);

        Point point = space.at(new double[]{0.5, 0.25, 1.0, 0.0, 0.4});

        assertEquals(StrictMath.sqrt(0.5 * 20.0), point.real("signal.entryBps"), 1e-12);
        assertEquals(-0.5, point.real("risk.fraction"));
        assertEquals(96, point.integer("signal.holdBars"));
        assertEquals(0, point.integer("signal.coolBars"));
        assertEquals("POST_ONLY", point.settings().get("signal.timing"));
    }

    @Test
    void shouldGiveBackEveryPointFromItsText() {
        SearchSpace space = space(YAML);
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            Point point = space.at(random.doubles(5).toArray());

            assertEquals(point, space.parse(point.texts()));
        }
    }

    /** Each value's place lies in its own stretch, and uniform places are uniform among whole numbers. */
    @Test
    void shouldGiveEveryCountableValueItsStretch() {
        for (Parameter parameter : space(YAML).parameters().subList(2, 5)) {
            double end = 0.0;
            for (double value = parameter.low(); value <= parameter.high(); value++) {
                assertEquals(end, parameter.begin(value), 1e-12, parameter.path());
                end = parameter.begin(value + 1.0);
                assertEquals(value, parameter.value(parameter.unit(value)), parameter.path());
                assertEquals(value, parameter.value(parameter.begin(value) + 1e-9), parameter.path());
                assertEquals(value, parameter.value(end - 1e-9), parameter.path());
            }
            assertEquals(1.0, end, 1e-12);
        }
    }

    @Test
    void shouldHaveAnotherDigestWhenARangeChanges() {
        assertEquals(space(YAML).digest(), space(YAML).digest());
        assertNotEquals(space(YAML).digest(), space(YAML.replace("high: 96", "high: 97")).digest());
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertRefused(YAML.replace("log: true", "scale: log"), "unknown key 'scale'");
        assertRefused(YAML.replace("low: 0.5", "low: 0"), "parameter signal.entryBps: low must be greater than 0");
        assertRefused(YAML.replace("high: 9,", "high: 0,"), "parameter signal.coolBars: low 0.0 must be less");
        assertRefused(YAML.replace("[MARKET, POST_ONLY, WAIT]", "[MARKET]"), "two values or more");
        assertRefused(YAML.replace("risk.fraction", "signal.entryBps"), "stands there twice");
        assertRefused(YAML.replace("risk.fraction", "risk..fraction"), "is no path");
    }

    private static void assertRefused(String yaml, String words) {
        String message = assertThrows(ConfigurationException.class, () -> space(yaml)).getMessage();
        assertTrue(message.contains(words), message);
    }

    private static SearchSpace space(String yaml) {
        SpaceSettings settings = YamlBinder.parse("test", yaml, SpaceSettings.class);
        assertEquals(List.of(2, 2, 1),
                List.of(settings.reals().size(), settings.integers().size(), settings.choices().size()));
        return SearchSpace.of(settings);
    }
}
