package io.v11.benchmarks.subject;

import java.nio.file.Path;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.Scratch;
import io.v11.config.Configuration;
import io.v11.engine.LiveModels;
import io.v11.engine.play.RecordedRun;

/**
 * All that benchmarks of the whole engine need, opened once.
 *
 * @param registry  folder of the models
 * @param log       input log of the recording
 * @param recording the same in memory
 */
public record Workbench(Path registry, Configuration configuration, Path log, Recording recording, LiveModels models,
        Scratch scratch, Cores cores) implements AutoCloseable {

    /** Opens the profile, the recording (imported on first use) and the models. */
    public static Workbench open(Home home, String profile, Cores cores) {
        Configuration configuration = LiveModels.resolve(home.models(), Configuration.load(home.config(), profile));
        Path log = Recording.imported(home, configuration.instruments());
        LiveModels models = LiveModels.load(home.models(), configuration.profile().models());
        return new Workbench(home.models(), configuration, log, Recording.load(log), models, Scratch.in(home.runs()),
                cores);
    }

    /** The warm-up of {@code v11 run}: the whole recording through a throw-away engine, every decision an order. */
    public void warmUp() {
        new RecordedRun(configuration, log, null, models, Cores.count(), cores::pin).warmUp();
    }

    /** Names of the models, for the report. */
    public String modelNames() {
        return configuration.profile().models().members().toString();
    }

    @Override
    public void close() {
        models.close();
        scratch.close();
    }
}
