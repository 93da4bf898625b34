package io.v11.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.config.Profile.FamilyCost;
import io.v11.config.Profile.ModelSettings;
import io.v11.ml.ModelException;
import io.v11.ml.stack.StackFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
    void shouldNameThePointedStackAndItsMembersBeforeTheDigestIsTaken() throws IOException {
        stack("stack/1", "xgboost/1", "mlp/1");
        stack("stack/2", "mlp/1");
        Configuration live = asking("live", List.of());

        point("stack/1");
        Configuration first = LiveModels.resolve(registry, live);
        point("stack/2");
        Configuration second = LiveModels.resolve(registry, live);

        assertEquals("stack/1", first.profile().models().stack());
        assertEquals(List.of("xgboost/1", "mlp/1"), first.profile().models().members());
        assertEquals(List.of("mlp/1"), second.profile().models().members());
        assertNotEquals(first.digestHex(), second.digestHex());
        Configuration journaled = Configuration.parse("journal", first.text());
        assertEquals(first, LiveModels.resolve(registry, journaled), "the pointer has moved, a replay does not look");
    }

    @Test
    void shouldTakeTheMembersOfANamedStack() {
        stack("stack/3", "mlp/1", "xgboost/1");

        Configuration named = LiveModels.resolve(registry, asking("stack/3", List.of()));

        assertEquals(List.of("mlp/1", "xgboost/1"), named.profile().models().members());
    }

    @Test
    void shouldSayWhatIsMissing() {
        ConfigurationException pointer = assertThrows(ConfigurationException.class,
                () -> LiveModels.resolve(registry, asking("live", List.of())));
        ModelException stack = assertThrows(ModelException.class,
                () -> LiveModels.resolve(registry, asking("stack/9", List.of())));
        ConfigurationException unresolved = assertThrows(ConfigurationException.class,
                () -> LiveModels.load(registry, asking("live", List.of()).profile().models()));

        assertTrue(pointer.getMessage().contains("live.yaml"), pointer.getMessage());
        assertTrue(stack.getMessage().contains("stack.yaml"), stack.getMessage());
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

    private void point(String stack) throws IOException {
        Files.writeString(registry.resolve("live.yaml"), "stack: " + stack + "\nhistory: [stack/7]\n");
    }

    private void stack(String id, String... members) {
        Path folder = registry.resolve(id);
        assertTrue(folder.toFile().mkdirs());
        new StackFile(0.0, List.of(members).stream().map(member -> new StackFile.Member(member, 1.0)).toList())
                .write(folder);
    }
}
