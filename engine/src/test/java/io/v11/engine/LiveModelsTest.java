package io.v11.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.config.Profile.FamilyCost;
import io.v11.config.Profile.ModelSettings;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelScores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LiveModelsTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final Configuration SHIPPED = Configuration.load(CONFIG, "backtest");
    private static final List<FamilyCost> COSTS = List.of(new FamilyCost("mlp", 6), new FamilyCost("xgboost", 3));

    @TempDir
    private Path registry;

    @Test
    void shouldLeaveAConfigurationWithoutStackAsItIs() {
        Configuration averaged = asking("none", List.of("xgboost/1"));

        assertSame(averaged, LiveModels.resolve(registry, averaged));
    }

    @Test
    void shouldAskNobodyWhenTheStrategyNeedsNoModel() {
        try (LiveModels models = LiveModels.load(registry, SHIPPED.with(Map.of("signal.strategy", "HOLD",
                "models.stack", "none")).profile().models())) {
            ModelScores scores = new ModelScores(0);
            models.ensemble().score(new FeatureVector(models.schema().size()), scores);

            assertEquals(0, models.ensemble().size());
            assertFalse(scores.ready());
            assertEquals(0.0, models.meanMoveBps(SHIPPED.instruments())[0]);
        }
    }

    @Test
    void shouldSayWhatIsMissing() {
        ModelException pointer = assertThrows(ModelException.class,
                () -> LiveModels.resolve(registry, asking("live", List.of())));
        ModelException stack = assertThrows(ModelException.class,
                () -> LiveModels.resolve(registry, asking("stack/9", List.of())));
        ConfigurationException unresolved = assertThrows(ConfigurationException.class,
                () -> LiveModels.load(registry, asking("live", List.of()).profile().models()));

        assertTrue(pointer.getMessage().contains("live.yaml"), pointer.getMessage());
        assertTrue(stack.getMessage().contains("stack/9"), stack.getMessage());
        assertTrue(unresolved.getMessage().contains("must be resolved"), unresolved.getMessage());
    }

    @Test
    void shouldAverageTheMembersWithinTheirBudget() {
        try (LiveModels models = LiveModels.load(CONFIG.resolve("models"), averaged(1_000, COSTS))) {
            assertEquals(List.of("xgboost", "mlp"), models.ensemble().names());
            assertEquals("mean", models.ensemble().combinerName());
            assertEquals(List.of("xgboost/1", "mlp/1"),
                    models.loaded().stream().map(model -> model.manifest().id()).toList());
            double[] moves = models.meanMoveBps(SHIPPED.instruments());
            assertEquals(SHIPPED.instruments().count(), moves.length);
            assertTrue(moves[0] > 0, "mean move of the first instrument " + moves[0]);
        }
    }

    @Test
    void shouldRefuseMembersWithoutACost() {
        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> LiveModels.load(CONFIG.resolve("models"), averaged(1_000, COSTS.subList(0, 1))));

        assertTrue(refusal.getMessage().contains("are of [xgboost, mlp], it names [mlp]"), refusal.getMessage());
    }

    @Test
    void shouldRefuseABudgetThatHoldsNobody() {
        ModelException refusal = assertThrows(ModelException.class,
                () -> LiveModels.load(CONFIG.resolve("models"), averaged(2.5, COSTS)));

        assertTrue(refusal.getMessage().contains("nothing would ever be scored"), refusal.getMessage());
    }

    private static ModelSettings averaged(double budgetUs, List<FamilyCost> costs) {
        return new ModelSettings("none", List.of("xgboost/1", "mlp/1"), "KERNEL", budgetUs, costs, 1.0, 0.02);
    }

    private static Configuration asking(String stack, List<String> members) {
        return SHIPPED.with(SHIPPED.profile().models().with(stack, members));
    }
}
