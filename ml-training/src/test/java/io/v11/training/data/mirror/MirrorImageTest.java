package io.v11.training.data.mirror;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.config.YamlBinder;
import io.v11.ml.FeatureSchema;
import io.v11.training.data.mirror.Mirror.Swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MirrorImageTest {
    private static final List<String> NAMES = List.of("ret_1s", "spread", "ask_queue_1s", "bid_queue_1s", "ret_10s",
            "bid_queue_10s", "ask_queue_10s", "rsi");
    private static final FeatureSchema SCHEMA = FeatureSchema.of(NAMES, Collections.nCopies(NAMES.size(), "one"));
    private static final Mirror MIRROR = new Mirror(List.of("ret_*"), List.of("spread"),
            List.of(new Swap("bid_queue_*", "ask_queue_*")));

    @Test
    void shouldTurnTheSignOfOddFeaturesOnly() {
        MirrorImage image = MIRROR.image(SCHEMA);

        assertEquals(0, image.partner(0));
        assertEquals(-1.0, image.sign(0));
        assertEquals(4, image.partner(4), "a pattern names every feature that begins so");
        assertEquals(-1.0, image.sign(4));
        assertEquals(1, image.partner(1));
        assertEquals(1.0, image.sign(1));
    }

    @Test
    void shouldExchangeFeaturesOfTheSameEnding() {
        MirrorImage image = MIRROR.image(SCHEMA);

        assertEquals(3, image.partner(2));
        assertEquals(2, image.partner(3));
        assertEquals(6, image.partner(5));
        assertEquals(5, image.partner(6));
        assertEquals(1.0, image.sign(6));
    }

    @Test
    void shouldBeItsOwnInverse() {
        MirrorImage image = MIRROR.image(SCHEMA);
        int named = 0;

        for (int i = 0; i < SCHEMA.size(); i++) {
            if (image.has(i)) {
                assertEquals(i, image.partner(image.partner(i)), NAMES.get(i));
                assertEquals(1.0, image.sign(i) * image.sign(image.partner(i)), NAMES.get(i));
                named++;
            }
        }

        assertEquals(7, named);
    }

    @Test
    void shouldRefuseTheImageOfAFeatureThatNothingNames() {
        MirrorImage image = MIRROR.image(SCHEMA);

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> image.partner(7));

        assertFalse(image.has(7));
        assertTrue(refusal.getMessage().contains("'rsi' has no image"), refusal.getMessage());
    }

    @Test
    void shouldRefuseAPatternThatNamesNothing() {
        assertRefuses("'return_*'", new Mirror(List.of("return_*"), List.of(), List.of()));
        assertRefuses("'ret'", new Mirror(List.of(), List.of("ret"), List.of()));
        assertRefuses("'bid_age'", new Mirror(List.of(), List.of(), List.of(new Swap("bid_age", "ask_queue_1s"))));
    }

    @Test
    void shouldRefuseAPairOfWhichOneIsMissing() {
        assertRefuses("'ask_age_*'", new Mirror(List.of(), List.of(), List.of(new Swap("bid_queue_*", "ask_age_*"))));
        assertRefuses("'ask_*'", new Mirror(List.of(), List.of(), List.of(new Swap("bid_queue_1s", "ask_*"))));
    }

    @Test
    void shouldRefuseAFeatureThatIsNamedTwice() {
        assertRefuses("'ret_1s' is named twice", new Mirror(List.of("ret_*"), List.of("ret_1s"), List.of()));
        assertRefuses("'ret_10s' is named twice", new Mirror(List.of("ret_*", "ret_10s"), List.of(), List.of()));
        assertRefuses("'ask_queue_1s' is named twice",
                new Mirror(List.of(), List.of("ask_queue_1s"), List.of(new Swap("bid_queue_*", "ask_queue_*"))));
        assertRefuses("'spread' is named twice",
                new Mirror(List.of(), List.of(), List.of(new Swap("spread", "spread"))));
    }

    @Test
    void shouldBeReadFromYaml() {
        Mirror read = YamlBinder.parse("mirror.yaml", """
                odd: [ret_*]
                even: [spread]
                swapped:
                  - {bid: bid_queue_*, ask: ask_queue_*}
                """, Mirror.class);

        assertEquals(MIRROR, read);
    }

    @Test
    void shouldBePresentWhenItNamesSomething() {
        assertFalse(Mirror.NONE.present());
        assertTrue(MIRROR.present());
        assertTrue(new Mirror(List.of(), List.of("spread"), List.of()).present());
        assertFalse(Mirror.NONE.image(SCHEMA).has(0));
    }

    private static void assertRefuses(String part, Mirror mirror) {
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> mirror.image(SCHEMA));

        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
