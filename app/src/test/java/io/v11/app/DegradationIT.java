package io.v11.app;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.Configuration;
import io.v11.config.Profile.FamilyCost;
import io.v11.config.Profile.ModelSettings;
import io.v11.config.Profile.Threading.Mode;
import io.v11.engine.LiveModels;
import io.v11.engine.monitor.InferenceTally;
import io.v11.engine.play.RecordedRun;
import io.v11.engine.play.RunReport;
import io.v11.engine.replay.Replay;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.ModelScoresDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The bundled recording with models that are reckoned too slow for its bursts, and a gate that lets half of it pass. */
class DegradationIT {
    /** The net costs 6 ms and the trees 3 ms, of 10: what busy milliseconds hold does not fit. */
    private static final List<FamilyCost> COSTS = List.of(new FamilyCost("mlp", 6_000),
            new FamilyCost("xgboost", 3_000));
    private static final double BUDGET_US = 10_000;
    private static final double COVERAGE = 0.5;
    private static final double STEP = 0.02;

    @TempDir
    static Path folder;
    private static Path run;
    private static RunReport report;

    @BeforeAll
    static void playTheRecording() {
        run = folder.resolve("run");
        Configuration shipped = Bundled.configuration("latency", Mode.INVOKER, "max");
        ModelSettings models = new ModelSettings("none", List.of("xgboost/1", "mlp/1"), "KERNEL", BUDGET_US, COSTS,
                COVERAGE, STEP);
        Configuration configuration = shipped.with(models);
        try (LiveModels live = LiveModels.load(Bundled.models(), models)) {
            RecordedRun recorded = new RecordedRun(configuration, Bundled.market().resolve("input"), run, live,
                    Threads.cores(), core -> {
                    });
            recorded.warmUp(); // what the rehearsal leaves in budget and gate must not show in the run: a replay has none
            report = recorded.run(0, done -> {
            });
        }
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"INVOKER", "SHARED", "DEDICATED"})
    void shouldLeaveOutTheSameInEveryMode(Mode mode) {
        Replay.Result result = new Replay(run, Bundled.models(), mode, Threads.cores(), core -> {
        }).run(true);

        assertNull(result.failure());
        assertNull(result.divergence(), () -> result.divergence().describe());
        assertEquals(report.summary(), result.summary());
    }

    @Test
    void shouldJournalEveryDecisionThatWasDegraded() {
        InferenceTally.Figures figures = report.summary().inference();
        long[] byMask = new long[4];
        long confident = 0;
        ModelScoresDecoder scores = new ModelScoresDecoder();
        EventHeaderDecoder header = new EventHeaderDecoder();
        try (JournalReader reader = JournalReader.open(run.resolve("derived"))) {
            while (reader.next()) {
                if (header.wrap(reader.buffer(), reader.offset()).templateId() == ModelScoresDecoder.TEMPLATE_ID) {
                    scores.wrapAndApplyHeader(reader.buffer(), reader.offset(), header);
                    int mask = (int) scores.skippedModels();
                    byMask[mask]++;
                    confident += scores.confident();
                    assertEquals(0, mask & scores.validModels(), "what was left out has no score");
                    assertEquals(mask == 0b11, Double.isNaN(scores.ensemble()), "mask " + mask);
                }
            }
        }

        // Members are xgboost, mlp; the net goes first.
        assertEquals(0, byMask[0b01]);
        assertTrue(byMask[0] > 1_000 && byMask[0b10] > 1_000 && byMask[0b11] > 1_000,
                java.util.Arrays.toString(byMask));
        assertEquals(report.summary().decisions(), byMask[0] + byMask[0b10] + byMask[0b11]);
        assertEquals(report.summary().scored(), byMask[0] + byMask[0b10]);
        assertEquals(new InferenceTally.Figures(byMask[0b10] + byMask[0b11], byMask[0b11], confident,
                List.of(byMask[0b11], byMask[0b10] + byMask[0b11])), figures);
    }

    @Test
    void shouldAnswerTheStatedShare() {
        double share = report.summary().inference().confident() / (double) report.summary().scored();
        long instruments = report.summary().byInstrument().size();
        // The gate's own bound, an instrument: (8.52 + step) / (step x decisions).
        double bound = instruments * (8.52 + STEP) / (STEP * report.summary().scored());

        assertTrue(bound < 0.2, "too few decisions to judge by: bound " + bound);
        assertEquals(COVERAGE, share, bound);
        assertTrue(report.summary().counters().get("signals.NOT_CONFIDENT") > 1_000);
        assertEquals(report.summary().inference().confident(), report.summary().confident().decisions());
    }

    @Test
    void shouldReportWhatWasLeftOutAndTheShareAnswered() {
        InferenceTally.Figures figures = report.summary().inference();
        String text = String.join("\n", RunReportText.lines(report));

        assertTrue(text.contains(String.format(java.util.Locale.ROOT, "%,d of %,d decisions degraded: xgboost left out "
                + "of %,d, mlp left out of %,d; %,d not scored for want of time", figures.degraded(),
                report.summary().decisions(), figures.leftOut().get(0), figures.leftOut().get(1), figures.unasked())),
                text);
        assertTrue(text.contains("abstention coverage stated 50.0 %"), text);
        assertTrue(text.contains("what the gate let pass"), text);
    }
}
