package io.v11.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConfigurationTest {
    private static final Path FOLDER = Path.of(".").toAbsolutePath().normalize();
    private static final Path LATENCY = FOLDER.resolve("profiles/latency.yaml");

    @ParameterizedTest
    @ValueSource(strings = {"latency", "shared", "backtest"})
    void shouldLoadEveryShippedProfile(String name) {
        Configuration configuration = Configuration.load(FOLDER, name);

        assertEquals(name, configuration.profile().name());
        assertEquals(1_000_000L,
                configuration.instruments().find("btcusdt", Instrument.Market.SPOT).tickSize().e8());
    }

    @Test
    void shouldReadBackItsOwnText() {
        Configuration configuration = Configuration.load(FOLDER, "latency");

        Configuration again = Configuration.parse("journal", configuration.text());

        assertEquals(configuration, again);
        assertEquals(configuration.digestHex(), again.digestHex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pin: true                | pim: true                 | unknown key 'pim'",
        "ringSize: 1024           | ringSize: 1000            | threading.ringSize must be a power of two",
        "ringSize: 1024           | ringSize: many            | 'many' is not a whole number",
        "coolDownMs: 500          | coolDownMs: -1            | signal.coolDownMs must be 0 or more",
        "maximumDrawdownFraction: 0.08 | maximumDrawdownFraction: 0.5 | at most 0.08",
        "mode: AUTO               | mode: FAST                | one of [AUTO, INVOKER, SHARED, DEDICATED]",
        "orderNotional: 200       | orderNotional: 2000       | at most risk.order.maximumNotional=1000",
        "stack: live              | stack: best               | models.stack must be live, none or a stack's name/version",
        "members: []              | members: [mlp/1]          | models.members must be with stack: live []",
        "backend: KERNEL          | backend: GPU              | models.backend must be KERNEL or ONNX",
        "budgetUs: 2000           | budgetUs: 0               | models.budgetUs must be above 0",
        "budgetUs: 2000           | budgetUs: 200000          | at most budget.responseMs=100.0 ms",
        "family: lstm, costUs: 4  | family: lstm, costUs: 0   | models.degradation must be above 0 us for lstm",
        "family: lstm, costUs: 4  | family: mlp, costUs: 4    | without a family that stands twice",
        "coverage: 1.0            | coverage: 1.5             | models.coverage must be above 0 and at most 1",
        "coverageStep: 0.02       | coverageStep: 0           | models.coverageStep must be above 0",
        "durability: OS, derived: true | durability: OS       | key 'derived' is missing"})
    void shouldRefuseWithPlaceAndRemedy(String good, String bad, String message) throws IOException {
        String text = Files.readString(LATENCY);
        assertTrue(text.contains(good), "the shipped profile no longer has: " + good);

        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> YamlBinder.parse("latency.yaml", text.replace(good, bad), Profile.class).conclude());

        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[xgboost] | models.members must be name/version each",
        "[mlp/1, mlp/1] | without a model that stands twice"})
    void shouldRefuseMembersThatCannotBeAveraged(String members, String message) throws IOException {
        String text = Files.readString(LATENCY).replace("stack: live", "stack: none").replace("members: []",
                "members: " + members);

        ConfigurationException failure = assertThrows(ConfigurationException.class, () -> parsed(text).conclude());

        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }

    @Test
    void shouldTakeAStackWithoutMembersAndOneWhoseMembersWereFilledIn() throws IOException {
        String text = Files.readString(LATENCY);

        Profile pointed = parsed(text);
        Profile named = parsed(text.replace("stack: live", "stack: stack/1"));
        Profile filled = parsed(
                text.replace("stack: live", "stack: stack/1").replace("members: []", "members: [xgboost/1, mlp/1]"));

        assertTrue(pointed.models().stacked() && named.models().stacked());
        assertEquals(filled.models(), pointed.models().with("stack/1", filled.models().members()));
    }

    private static Profile parsed(String text) {
        return YamlBinder.parse("latency.yaml", text, Profile.class).conclude();
    }

    @Test
    void shouldNameTheLineOfAnUnknownKey() {
        String text = "instruments:\n  - {id: 0,\n     colour: red}\n";

        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> YamlBinder.parse("instruments.yaml", text, Instruments.class));

        assertTrue(failure.getMessage().startsWith("instruments.yaml:3: unknown key 'colour'"), failure.getMessage());
    }

    @Test
    void shouldSayWhichProfileIsMissing() {
        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> Configuration.load(FOLDER, "nosuch"));

        assertTrue(failure.getMessage().contains("no profile 'nosuch'"), failure.getMessage());
    }
}
