package io.v11.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.config.Profile.Threading.Mode;
import io.v11.engine.LiveModels;
import io.v11.engine.play.RecordedRun;
import io.v11.engine.play.RunReport;
import io.v11.engine.replay.Replay;
import io.v11.ml.registry.LivePointer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A run that asks the live stack replays with that stack, wherever the pointer stands by then. */
class StackReplayIT {
    @TempDir
    private Path models;
    @TempDir
    private Path runs;

    @Test
    void shouldReplayTheStackThatWasLiveWhenTheRunBegan() throws IOException {
        StackFolder.copyMembers(models);
        StackFolder.write(models, "1", 1.0);
        StackFolder.write(models, "2", 0.5);
        new LivePointer("stack/1", List.of()).write(models);
        Configuration configuration = asking("live");

        RunReport report = run(configuration, runs.resolve("run"));
        new LivePointer("stack/2", List.of("stack/1")).write(models);
        Replay.Result replayed = new Replay(runs.resolve("run"), models, Mode.SHARED, Threads.cores(), core -> {
        }).run(true);

        assertNull(report.failure());
        assertEquals("stack", report.combiner());
        assertEquals(report.summary().decisions(), report.summary().scored());
        assertNull(replayed.divergence(), () -> replayed.divergence().describe());
        assertEquals(report.summary(), replayed.summary());
        assertEquals(List.of("xgboost/1", "mlp/1"), report.profile().models().members());
        assertNotEquals(LiveModels.resolve(models, configuration).digestHex(), report.configurationSha256());
    }

    @Test
    void shouldRefuseMembersThatAreNotTheStacks() throws IOException {
        StackFolder.copyMembers(models);
        StackFolder.write(models, "1", 1.0);
        Configuration configuration = asking("stack/1");
        Configuration wrong = configuration
                .with(configuration.profile().models().with("stack/1", List.of("mlp/1", "xgboost/1")));

        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> LiveModels.load(models, wrong.profile().models()));

        assertTrue(refusal.getMessage().contains("those of stack/1, [xgboost/1, mlp/1]"), refusal.getMessage());
    }

    private static Configuration asking(String stack) {
        Configuration shipped = Bundled.configuration("latency", Mode.INVOKER, "max");
        return shipped.with(shipped.profile().models().with(stack, List.of()));
    }

    private RunReport run(Configuration configuration, Path folder) {
        Configuration effective = LiveModels.resolve(models, configuration);
        try (LiveModels live = LiveModels.load(models, effective.profile().models())) {
            return new RecordedRun(effective, Bundled.market().resolve("input"), folder, live, Threads.cores(),
                    core -> {
                    }).run(0, done -> {
                    });
        }
    }
}
