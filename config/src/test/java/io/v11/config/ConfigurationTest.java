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
        "coolDownMs: 500          | coolDownMs: -1            | signal.order.coolDownMs, holdMs must be 0 or more",
        "bar: hour, adx: 25.0     | bar: quarter, adx: 25.0   | signal.rules.bar must be min or hour",
        "adx: 25.0                | adx: 101                  | signal.rules.adx must be 0 to 100",
        "entry: 0.4               | entry: 0                  | signal.rules.entry must be above 0 and at most 1",
        "fade: 0.8                | fade: 1.1                 | signal.rules.fade must be above 0 and at most 1",
        "exit: 0.0                | exit: 0.4                 | signal.rules.exit must be -1 or more and below entry",
        "volumeRatio: 1.0         | volumeRatio: -1           | signal.rules.volumeRatio must be 0 or more",
        "shockAtr: 3.0            | shockAtr: 0               | signal.rules.shockAtr must be above 0",
        "stopAtr: 2.0             | stopAtr: -2.0             | signal.rules.stopAtr, targetAtr must be above 0",
        "holdBars: 48             | holdBars: 0               | signal.rules.holdBars must be 1 or more",
        "minimumValid: 40         | minimumValid: 48          | signal.rules.minimumValid must be 1 to 47",
        "maximumDrawdownFraction: 0.08 | maximumDrawdownFraction: 0.5 | at most 0.08",
        "comparison: false        | comparison: true          | risk.breakers.comparison must be false unless threading.mode is INVOKER",
        "mode: AUTO               | mode: FAST                | one of [AUTO, INVOKER, SHARED, DEDICATED]",
        "notional: 200            | notional: 2000       | at most risk.order.maximumNotional=1000",
        "softDrawdownFraction: 0.06 | softDrawdownFraction: 0.08 | risk.breakers.softDrawdownFraction must be 0, or below risk.breakers.maximumDrawdownFraction=0.08",
        "dailyLossFraction: 0.04  | dailyLossFraction: 0.09   | risk.breakers.dailyLossFraction must be 0, or at most risk.breakers.maximumDrawdownFraction=0.08",
        "maximumInstrument: 20000 | maximumInstrument: 900    | risk.order.maximumNotional must be at most risk.exposure.maximumInstrument=900",
        "maximumInstrument: 20000 | maximumInstrument: 20001  | risk.exposure.maximumInstrument must be at most risk.exposure.maximumGross=20000",
        "maximumNet: 20000        | maximumNet: 20001         | risk.exposure.maximumNet must be at most risk.exposure.maximumGross=20000",
        "maximumConcentration: 0.5 | maximumConcentration: 1.5 | at most risk.exposure.maximumLeverage=1.0",
        "maximumOpenInstrument: 32 | maximumOpenInstrument: 33 | risk.pace.maximumOpenInstrument must be 1 to risk.pace.maximumOpen=32",
        "perSecondInstrument: 20  | perSecondInstrument: 21   | risk.pace.perSecondInstrument must be 1 to risk.pace.perSecond=20",
        "perDay: 100000           | perDay: 19                | risk.pace.perDay must be 0, or at least risk.pace.perSecond=20",
        "notionalPerDay: 20000000 | notionalPerDay: 999       | risk.pace.notionalPerDay must be 0, or at least risk.order.maximumNotional=1000",
        "repeatedWindowMs: 60000  | repeatedWindowMs: 0       | risk.pace.repeatedWindowMs must be above 0 with risk.pace.repeatedFills=20",
        "slippageReserveBps: 20.0 | slippageReserveBps: 800.0 | risk.breakers.slippageReserveBps must be 0 or more, and with risk.exposure.maximumLeverage=1.0",
        "gapBps: 1000.0           | gapBps: 20.0              | risk.breakers.gapBps must be 0, or above risk.breakers.slippageReserveBps=20.0",
        "slippageBps: 30.0        | slippageBps: 0.0          | risk.breakers.slippageBps must be above 0 with risk.breakers.slippageFills=50",
        "minimumScenarios: 100    | minimumScenarios: 501     | risk.tail.minimumScenarios must be 2 to risk.tail.scenarios=500",
        "marginal: 0.02           | marginal: 0.07            | risk.tail.marginal must be above 0 and at most risk.tail.shortfall=0.06",
        "whenUnknown: ALLOW       | whenUnknown: MAYBE        | risk.tail.whenUnknown must be ALLOW or REFUSE",
        "lowMultiple: 2.0         | lowMultiple: 0.0          | risk.stop.lowMultiple must be above 0",
        "mode: NONE, bar: MINUTE  | mode: LOOSE, bar: MINUTE  | one of [NONE, FIXED, TRAILING]",
        "answerMs: 5000           | answerMs: 0               | risk.stop.answerMs must be above 0",
        "stack: live              | stack: best               | models.stack must be live, none or a stack's name/version",
        "members: []              | members: [mlp/1]          | models.members must be with stack: live []",
        "stack: live              | stack: none               | models.stack must be live or a stack, or models.members 1",
        "strategy: EDGE           | strategy: LUCK            | signal.strategy must be one of [EDGE",
        "deleverageFrom: 0.04     | deleverageFrom: 0.09      | signal.size.deleverageFrom, deleverageTo must be above 0",
        "backend: KERNEL          | backend: GPU              | models.backend must be KERNEL or ONNX",
        "budgetUs: 2000           | budgetUs: 0               | models.budgetUs must be above 0",
        "budgetUs: 2000           | budgetUs: 200000          | at most budget.responseMs=100.0 ms",
        "family: lstm, costUs: 4  | family: lstm, costUs: 0   | models.degradation must be above 0 us for lstm",
        "family: lstm, costUs: 4  | family: mlp, costUs: 4    | without a family that stands twice",
        "coverage: 1.0            | coverage: 1.5             | models.coverage must be above 0 and at most 1",
        "coverageStep: 0.02       | coverageStep: 0           | models.coverageStep must be above 0",
        "confidenceCeiling: 0.0   | confidenceCeiling: 1.1    | signal.size.confidenceFloor, confidenceCeiling must be both 0",
        "confidenceFloor: 0.0     | confidenceFloor: 0.1      | signal.size.confidenceFloor, confidenceCeiling must be both 0",
        "method: INVERSE_VOLATILITY | method: EQUAL           | signal.allocation.method must be one of [INVERSE_VOLATILITY",
        "windowBars: 720, everyMinutes: 1440 | windowBars: 59, everyMinutes: 1440 | signal.allocation.windowBars must be 60 to 4096",
        "everyMinutes: 1440       | everyMinutes: 90          | signal.allocation.everyMinutes must be whole hours",
        "riskAversion: 3.0        | riskAversion: 0           | signal.allocation.riskAversion must be above 0",
        "turnoverCostBps: 5.0     | turnoverCostBps: -1       | signal.allocation.turnoverCostBps must be 0 or more",
        "viewConfidence: 0.5      | viewConfidence: 0         | signal.allocation.viewConfidence must be above 0",
        "fees: INSTRUMENT         | fees: VIP99               | 'VIP99' is not one of [INSTRUMENT, VIP0",
        "model: TRADES            | model: GUESS              | 'GUESS' is not one of [TRADES",
        "exponent: 1.0            | exponent: 0.0             | venue.queue.exponent must be above 0",
        "model: CONSTANT, us: 2000, file: NONE, seed: 1 | model: EMPIRICAL, us: 2000, file: NONE, seed: 1 | venue.orderLatency.file must be a file of measured latencies",
        "seed: 2, usPerEventPerMs: 0.0, windowMs: 10 | seed: 2, usPerEventPerMs: 0.0, windowMs: 0 | venue.reportLatency.windowMs must be 1 to 1000",
        "leverage: 20             | leverage: 200             | venue.leverage must be 1 to 125",
        "maintenanceMarginRate: 0.004 | maintenanceMarginRate: 0.05 | venue.perpetuals.BTCUSDT.maintenanceMarginRate must be above 0 and below",
        "symbol: ANY              | symbol: BTCUSDT           | venue.perpetuals must be without a symbol that stands twice",
        "fundingHours: 8}         | fundingHours: 5}          | fundingHours must be a divisor of 24",
        "participation: 0.1       | participation: 1.5        | venue.bar.participation must be above 0 and at most 1",
        "derived: true, vectors: true | vectors: true        | key 'derived' is missing"})
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
