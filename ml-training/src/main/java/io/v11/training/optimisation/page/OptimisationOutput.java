package io.v11.training.optimisation.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.training.optimisation.OptimisationResult;
import io.v11.training.optimisation.StepResult;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.page.RecordJson;

/** Writes the page and, beside it, every trial at full precision. */
public final class OptimisationOutput {
    public static final String HTML = "optimisation.html";
    public static final String JSON = "optimisation.json";

    private OptimisationOutput() {
    }

    /** Makes the folder when it is not there. */
    public static void write(OptimisationResult result, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(HTML), OptimisationPage.of(result));
            Files.writeString(folder.resolve(JSON), json(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the search into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String json(OptimisationResult result) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("settings", result.settings());
        parts.put("data", result.data());
        parts.put("space", result.space().description());
        parts.put("trials", result.trials());
        parts.put("holdout", result.walk().holdout());
        parts.put("holdoutTrials", result.holdoutTrials());
        parts.put("holdoutReadings", result.holdoutReadings());
        parts.put("chosen", result.chosen().settings());
        parts.put("steps", result.steps().stream().map(OptimisationOutput::step).toList());
        return RecordJson.of(parts);
    }

    private static Map<String, Object> step(StepResult step) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("train", step.step().train());
        parts.put("validation", step.step().validation());
        parts.put("chosen", trial(step.chosen()));
        parts.put("finalists", trials(step.finalists()));
        parts.put("search", trials(step.search()));
        return parts;
    }

    private static List<Map<String, Object>> trials(List<Trial> trials) {
        return trials.stream().map(OptimisationOutput::trial).toList();
    }

    private static Map<String, Object> trial(Trial trial) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("number", trial.number());
        parts.put("point", trial.point().settings());
        parts.put("measures", trial.outcome().measures());
        return parts;
    }
}
