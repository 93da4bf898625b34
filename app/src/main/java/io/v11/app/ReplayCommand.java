package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.FixedPoint;
import io.v11.config.Profile;
import io.v11.engine.replay.Replay;
import io.v11.journal.JournalCorruptException;

/** {@code v11 replay}: plays a run again, and proves that it concludes the same. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "Plays a run's journal through the same stages again.")
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "Folder of a run, made by v11 run.")
    private Path run;

    @Option(names = "--verify", description = "Compare every conclusion with the derived log, byte for byte.")
    private boolean verify;

    @Option(names = "--mode", defaultValue = "INVOKER", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Profile.Threading.Mode mode;

    @Option(names = "--models", paramLabel = "FOLDER", description = "Models that the run used (default: config/models).")
    private Path models;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path registry = models != null ? models : Home.find().models();
        Replay.Result result = new Replay(run, registry, mode, Threads.cores(), Threads.pinning()).run(verify);
        PrintWriter out = spec.commandLine().getOut();
        double seconds = result.elapsedNanos() / 1e9;
        out.println("plan      " + result.plan().describe());
        out.println(String.format(Locale.ROOT, "events    %,d in %.2f s, %,.0f events/s", result.events(), seconds,
                result.events() / seconds));
        out.println("orders    " + result.summary().orders() + ", fills " + result.summary().fills() + ", PnL "
                + FixedPoint.format(result.summary().pnlE8()));
        if (result.failure() != null && result.failure().cause() instanceof JournalCorruptException damaged) {
            out.println("FAIL: stage=" + result.failure().stage() + " sequence=" + damaged.firstBadSequence() + ": "
                    + damaged.getMessage());
            return ExitCode.JOURNAL_CORRUPT;
        }
        if (result.failure() != null) {
            out.println("FAIL: the engine stopped: " + result.failure().describe());
            return ExitCode.ENGINE_FAILURE;
        }
        if (result.divergence() != null) {
            out.println("FAIL: " + result.divergence().describe());
            return ExitCode.FAILED;
        }
        if (verify) {
            out.println(String.format(Locale.ROOT, "OK: %,d conclusions equal, byte for byte", result.compared()));
        }
        return ExitCode.OK;
    }
}
