package io.v11.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ModelRegistry;
import io.v11.training.data.JournalDataset;
import io.v11.training.data.TimeSplit.Part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShippedModelsTest {
    private static final Path CONFIG = Path.of("..", "config");

    @Test
    void shouldLoadWithTheFeaturesOfThisBuild() {
        List<LoadedModel> models = ModelRegistry.open(CONFIG.resolve("models")).load(List.of("xgboost/1", "mlp/1"),
                JournalDataset.schema());

        assertEquals(2, models.size(), "train again with `v11 train --replace` when features have changed");
        models.forEach(model -> model.model().close());
    }

    @Test
    void shouldStaySmallEnoughForTheRepository() throws IOException {
        for (String file : List.of("xgboost/1/model.ubj", "mlp/1/model.onnx", "xgboost/1/manifest.yaml",
                "mlp/1/manifest.yaml")) {
            long bytes = Files.size(CONFIG.resolve("models").resolve(file));
            assertTrue(bytes < 300_000, file + " has " + bytes + " bytes");
        }
    }

    @Test
    void shouldBeWhatThePlanSays() {
        TrainingPlan plan = TrainingPlan.read(CONFIG.resolve("training.yaml"));
        Instruments instruments = YamlBinder.read(CONFIG.resolve("instruments.yaml"), Instruments.class);

        for (LoadedModel model : ModelRegistry.open(CONFIG.resolve("models")).load(List.of("xgboost/1", "mlp/1"),
                JournalDataset.schema())) {
            assertEquals(plan.seed(), model.manifest().fit().seed());
            assertEquals(plan.version(), model.manifest().version());
            List<Long> begins = plan.resolve(instruments).stream().filter(span -> span.part() == Part.TEST)
                    .map(span -> span.fromNs()).toList();
            List<Long> recorded = model.manifest().fit().spans().stream().filter(span -> span.part().equals("TEST"))
                    .map(span -> span.fromNs()).toList();
            assertEquals(begins, recorded);
            model.model().close();
        }
    }
}
