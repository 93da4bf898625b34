package io.v11.training.backtest.run;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.engine.LiveModels;
import io.v11.engine.play.Span;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** By the models that ship: trained on BTC and ETH from 2024-08-08 23:54:13 UTC to 23:56:43, chosen on until 23:57:20. */
class ModelRangesTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final long TRAIN_NS = 1_723_161_253_000_000_000L;
    private static final long VALIDATION_END_NS = 1_723_161_440_000_000_000L;

    private static void require(Span span, String instrument) {
        Path registry = CONFIG.resolve("models");
        Configuration live = LiveModels.resolve(registry, Configuration.load(CONFIG, "backtest"));
        try (LiveModels models = LiveModels.load(registry, live.profile().models())) {
            ModelRanges.require(models, span, List.of(instrument));
        }
    }

    @ParameterizedTest
    @CsvSource({"BTCUSDT.SPOT, train", "BTCUSDT.USDM, train", "ETHUSDT.SPOT, train", "ETHUSDT.USDM, train"})
    void shouldRefuseTheTrainRangeInWhateverMarket(String instrument, String part) {
        Span seen = new Span(TRAIN_NS, TRAIN_NS + 1);

        String reason = assertThrows(ConfigurationException.class, () -> require(seen, instrument)).getMessage();

        assertTrue(reason.contains("its " + part + " (" + instrument.substring(0, 7)), reason);
    }

    @Test
    void shouldRefuseTheValidationRangeAndAllowTheTest() {
        assertThrows(ConfigurationException.class,
                () -> require(new Span(VALIDATION_END_NS - 1, VALIDATION_END_NS + 1), "BTCUSDT.SPOT"));
        assertDoesNotThrow(() -> require(new Span(VALIDATION_END_NS, Long.MAX_VALUE), "BTCUSDT.SPOT"));
        assertDoesNotThrow(() -> require(new Span(0L, TRAIN_NS), "BTCUSDT.SPOT"));
        assertDoesNotThrow(() -> require(Span.ALL, "DOGEUSDT.USDM"), "of which no model has seen anything");
    }
}
