package io.v11.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.registry.LivePointer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReportModelsCommandTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void home() {
        System.setProperty("v11.home", Bundled.ROOT.toString());
    }

    @Test
    void shouldJudgeTheLiveStackWithItsMembersOnTheBundledRecording() throws Exception {
        Path models = folder.resolve("models");
        StackFolder.copyMembers(models);
        StackFolder.write(models, "1", 1.0);
        new LivePointer("stack/1", List.of()).write(models);
        Path plan = folder.resolve("plan.yaml");
        String shipped = Files.readString(Bundled.ROOT.resolve("config/training.yaml"));
        Files.writeString(plan, shipped.replace("to: 2024-08-09T00:00:00Z", "to: 2024-08-08T23:57:50Z"));

        assertEquals(ExitCode.OK, execute("--journal", Bundled.market().toString(), "--models", models.toString(),
                "--plan", plan.toString(), "--out", folder.resolve("out").toString()), said.toString());

        JsonNode report = new ObjectMapper().readTree(Files.readString(folder.resolve("out/models.json")));
        assertEquals(List.of("stack/1", "xgboost/1", "mlp/1"), report.get("models").findValuesAsText("id"));
        for (JsonNode model : report.get("models")) {
            JsonNode all = model.get("groups").get(0);
            assertEquals(5, model.get("groups").size());
            assertEquals(report.get("testRows").asInt(), all.get("accuracy").get("rows").asInt(),
                    "all answer every row");
            assertTrue(all.get("rule").asText().startsWith("up when l1_imbalance > 0.39"), "as the manifest has it");
            assertTrue(all.get("accuracy").get("bestRule").asDouble() > 0.55, all.toString());
        }
        assertEquals(2, report.get("models").get(0).get("importance").size(), "one a member");
        assertTrue(report.get("models").get(2).get("curve").size() > 5);
        assertTrue(Files.readString(folder.resolve("out/models.html")).contains("What the figures do not say"));
        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertEquals(2, left.count(), "the scratch file is taken away");
        }
    }

    @Test
    void shouldSayWhatItCannotJudge() throws Exception {
        assertEquals(ExitCode.USAGE, execute("nothing/1", "--out", folder.toString()));
        assertTrue(said.toString().contains("cannot read"), said.toString());
        assertEquals(ExitCode.USAGE, execute("mlp/1", "--data", folder.toString(), "--out", folder.toString()));
        assertTrue(said.toString().contains("does not exist"), said.toString());
    }

    private int execute(String... arguments) {
        List<String> words = new ArrayList<>(List.of("report", "models"));
        words.addAll(List.of(arguments));
        PrintWriter writer = new PrintWriter(said, true);
        return V11.commandLine().setOut(writer).setErr(writer).execute(words.toArray(new String[0]));
    }
}
