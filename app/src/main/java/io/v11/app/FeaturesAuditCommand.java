package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.training.audit.LookAheadAudit;
import io.v11.training.audit.WarmUpAudit;
import io.v11.training.data.HorizonLabels;
import io.v11.training.data.Labels;
import io.v11.training.data.label.LabelRule;

/** {@code v11 features audit}: proves on a journal that no feature looks ahead or remembers its start longer than it says. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = {
    "Replays the journal cut off at random events and compares every vector bit by bit with the whole replay;",
    "then starts the features late and compares them once they have settled.",
    "Exit code 1 when a feature looks ahead or breaks its word."})
final class FeaturesAuditCommand implements Callable<Integer> {
    @Parameters(paramLabel = "J", description = "Folder of a journal.")
    private Path journal;

    @Option(names = "--points", defaultValue = "1000", description = "Random cuts (default: ${DEFAULT-VALUE}).")
    private int points;

    @Option(names = "--starts", defaultValue = "20", description = "Late starts (default: ${DEFAULT-VALUE}).")
    private int starts;

    @Option(names = "--seed", defaultValue = "1", description = "Of the cuts (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--cadence", defaultValue = "TOP_CHANGE", description = "Which events are decisions: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DecisionCadence cadence;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Instruments instruments = YamlBinder.read(Home.find().config().resolve("instruments.yaml"), Instruments.class);
        Path log = journal.resolve("input");
        LookAheadAudit.Result ahead = new LookAheadAudit(log, instruments, cadence, this::labels).run(points, seed,
                Threads.cores(),
                new ProgressText(out), SystemNanoClock.INSTANCE);
        out.println(String.format(Locale.ROOT,
                "look-ahead: %,d events, %,d decisions; %,d cut replays, %,d vectors and their labels compared, %d differ",
                ahead.events(),
                ahead.decisions(), ahead.points(), ahead.compared(), ahead.found().size()));
        for (LookAheadAudit.Difference difference : ahead.found()) {
            out.println("  cut after event " + difference.cut() + ": first difference at sequence "
                    + difference.sequence() + " in " + difference.features());
        }
        return printWarmUp(out, new WarmUpAudit(log, instruments, cadence).run(starts)) && ahead.found().isEmpty()
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    /** Labels of every kind that such a journal may be trained with. */
    private List<Labels> labels() {
        HorizonLabels.Price price = LabelRule.price(cadence);
        return LabelRule.ofEveryKind(price).stream().map(rule -> rule.labels(price)).toList();
    }

    private static boolean printWarmUp(PrintWriter out, List<WarmUpAudit.Finding> findings) {
        List<WarmUpAudit.Finding> broken = findings.stream().filter(finding -> !finding.holds()).toList();
        List<String> unseen = findings.stream().filter(finding -> finding.compared() == 0)
                .map(finding -> finding.feature().name()).toList();
        out.println(String.format(Locale.ROOT,
                "warm-up: %d features settled and compared (%,d pairs), %d of them too late; %d this journal says nothing of",
                findings.size() - unseen.size(), findings.stream().mapToLong(WarmUpAudit.Finding::compared).sum(),
                broken.size(), unseen.size()));
        for (WarmUpAudit.Finding finding : broken) {
            out.println(String.format(Locale.ROOT, "  %s: %,d of %,d pairs differ, worst by %.3g deviations",
                    finding.feature().name(), finding.failed(), finding.compared(), finding.worst()));
        }
        if (!unseen.isEmpty()) {
            out.println("  not reached: " + String.join(" ", unseen));
        }
        return broken.isEmpty();
    }
}
