package io.v11.benchmarks.subject;

import java.nio.file.Path;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Home;
import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.Scratch;
import io.v11.config.Configuration;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.FeatureSchema;

/**
 * All that benchmarks of the whole engine need, opened once.
 *
 * @param log       input log of the recording
 * @param recording the same in memory
 */
public record Workbench(Configuration configuration, Path log, Recording recording, FeatureSchema schema, Models models,
        Scratch scratch, Cores cores) implements AutoCloseable {

    /** Opens the profile, the recording (imported on first use) and the models. */
    public static Workbench open(Home home, String profile, Cores cores) {
        Configuration configuration = Configuration.load(home.config(), profile);
        Path log = Recording.imported(home, configuration.instruments());
        FeatureSchema schema = FeatureCatalog.schema();
        Scratch scratch = Scratch.in(home.runs());
        return new Workbench(configuration, log, Recording.load(log), schema,
                Models.open(home, configuration.profile(), schema), scratch, cores);
    }

    @Override
    public void close() {
        models.close();
        scratch.close();
    }
}
