package io.v11.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.ml.Family;
import io.v11.ml.registry.LivePointer;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelRegistry;
import io.v11.training.data.JournalDataset;
import io.v11.training.data.TimeSplit.Part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShippedModelsTest {
    private static final Path CONFIG = Path.of("..", "config");

    private static LoadedStack live() {
        Path models = CONFIG.resolve("models");
        return ModelRegistry.open(models).loadStack(LivePointer.require(models).stack(), JournalDataset.schema(),
                ModelRegistry.DEFAULT_BACKEND);
    }

    @Test
    void shouldLoadAStackOfAllFamiliesWithTheFeaturesOfThisBuild() {
        try (LoadedStack stack = live()) {
            assertEquals(EnumSet.complementOf(EnumSet.of(Family.STACK)), stack.members().stream()
                    .map(member -> member.manifest().family()).collect(Collectors.toSet()),
                    "train again with `v11 train --replace` when features have changed");
        }
    }

    @Test
    void shouldStaySmallEnoughForTheRepository() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG.resolve("models"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTrue(Files.size(file) < 1_500_000, file + " has " + Files.size(file) + " bytes");
            }
        }
    }

    @Test
    void shouldBeWhatThePlanSays() {
        TrainingPlan plan = TrainingPlan.read(CONFIG.resolve("training.yaml"));
        Instruments instruments = YamlBinder.read(CONFIG.resolve("instruments.yaml"), Instruments.class);

        LoadedStack stack = live();
        for (LoadedModel model : Stream.concat(stack.members().stream(), Stream.of(stack.stack())).toList()) {
            assertEquals(plan.seed(), model.manifest().fit().seed());
            assertEquals(plan.version(), model.manifest().version());
            List<Long> begins = plan.resolve(instruments).stream().filter(span -> span.part() == Part.TEST)
                    .map(span -> span.fromNs()).toList();
            List<Long> recorded = model.manifest().fit().spans().stream().filter(span -> span.part().equals("TEST"))
                    .map(span -> span.fromNs()).toList();
            assertEquals(begins, recorded);
        }
        stack.close();
    }
}
