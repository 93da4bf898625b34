package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Option;

import io.v11.config.Limits;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Family;
import io.v11.ml.ModelException;
import io.v11.ml.ServingBackend;
import io.v11.ml.registry.LivePointer;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.registry.canary.CanaryVerdict;
import io.v11.ml.registry.canary.ModelCanary;

/** The one way in which the live pointer moves: a child loads the stack with its members by every backend, then the file is renamed. */
final class PointerMove {
    @Option(names = "--timeout-ms", paramLabel = "MS", defaultValue = ""
            + Limits.CANARY_TIMEOUT_MS, description = "Time limit of the process that loads it (default: ${DEFAULT-VALUE}).")
    private long timeoutMs;

    /** Throws, and the pointer stays where it is, when a check fails. */
    void to(Path models, LivePointer next, PrintWriter out) {
        ModelManifest manifest = ModelRegistry.open(models).manifest(next.stack());
        if (manifest.family() != Family.STACK) {
            throw new ModelException("model " + next.stack() + " is of family " + manifest.family()
                    + "; only a stack can be live: name single models in a profile's models.live");
        }
        for (ServingBackend backend : ServingBackend.values()) {
            for (CanaryVerdict verdict : new ModelCanary(timeoutMs).requireAll(models, List.of(next.stack()),
                    FeatureCatalog.schema(), backend)) {
                out.println(verdict.request().id() + " by " + backend + ": " + verdict.message());
            }
        }
        next.write(models);
        out.println("live      " + next.stack() + ", test rows: " + ModelText.quality(manifest.metrics()));
        out.println("before    " + (next.history().isEmpty() ? "nothing" : next.history().getLast()));
    }
}
