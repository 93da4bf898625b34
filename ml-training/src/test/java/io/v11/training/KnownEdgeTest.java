package io.v11.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.Family;
import io.v11.training.KnownMarket.Law;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.data.split.Folds;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.ModelPublisher;
import io.v11.training.stack.OutOfFold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The whole training run, from rows to the published stack, on markets of which the best possible accuracy is known: it must come near it
 * where there is an edge, and find nothing where there is none. A run that is better than the law of its market sees the future.
 *
 * <p>Under no edge the standard error of the area under the curve is {@code 1/sqrt(3 rows)} where both classes are as frequent (Mann
 * and Whitney 1947): {@value KnownPlan#TESTED} rows give 0.0033, so 0.01 are three of them.
 */
class KnownEdgeTest {

    @Test
    void shouldCaptureAKnownEdgeBothWays(@TempDir Path folder) {
        shouldCapture(new KnownMarket(101, KnownPlan.ROWS, Law.SYMMETRIC), true, folder);
    }

    @Test
    void shouldCaptureAKnownEdgeOfATrend(@TempDir Path folder) {
        shouldCapture(new KnownMarket(102, KnownPlan.ROWS, Law.TREND), false, folder);
    }

    @Test
    void shouldFindNothingInAMarketOfChance(@TempDir Path folder) {
        KnownMarket market = new KnownMarket(103, KnownPlan.ROWS, Law.CHANCE);

        ServedRun run = train(market, true, folder);

        print("chance", market, run);
        assertTrue(Math.abs(run.deviations("stack")) < 2.0, run.toString());
        assertNothingFound(run);
    }

    @Test
    void shouldFindNothingWhenLabelsAreShuffled(@TempDir Path folder) {
        KnownMarket market = new KnownMarket(104, KnownPlan.ROWS, Law.SYMMETRIC).shuffled(1);

        ServedRun run = train(market, false, folder);

        print("shuffled", market, run);
        assertNothingFound(run);
    }

    @Test
    void shouldFindNothingOutOfFoldWhenLabelsAreShuffled() {
        Dataset data = new KnownMarket(105, KnownPlan.ROWS, Law.SYMMETRIC).shuffled(1).data();
        TrainingPlan plan = KnownPlan.of(false);
        OutOfFold outOfFold = new OutOfFold(data, data,
                Folds.forward(data, IntStream.range(0, KnownPlan.ROWS).toArray(), 2, 0.3,
                        0.2, plan.purgeNs(), plan.embargoNs()));

        new Families(plan, Optional.empty(), System::nanoTime).trainers().forEach((family, candidates) -> {
            Scores scores = outOfFold.forecast(candidates.getFirst(), KnownPlan.SEED, TrainingListener.SILENT).scored();
            double area = Metrics.areaUnderCurve(scores);
            System.out.printf("shuffled, out of fold: %-12s AUC %.4f of %d rows%n", family.text(), area, scores.rows());
            assertEquals(0.5, area, 0.01, family.text());
        });
    }

    @Test
    void shouldFindNothingInWhatIsSeenTooLate(@TempDir Path folder) {
        KnownMarket market = new KnownMarket(106, KnownPlan.ROWS, Law.SYMMETRIC).seenLater(-1);

        ServedRun run = train(market, true, folder);

        print("seen a move late", market, run);
        assertNothingFound(run);
    }

    @Test
    void shouldGiveAwayWhatIsSeenTooEarly(@TempDir Path folder) {
        // The guard must be able to fail: the same test that passes above has to see this leak.
        KnownMarket market = new KnownMarket(107, KnownPlan.ROWS, Law.CHANCE).seenLater(1);

        ServedRun run = train(market, true, folder);

        print("seen a move early", market, run);
        run.models().forEach((model, scores) -> assertTrue(Metrics.areaUnderCurve(scores) > 0.85, model));
        assertThrows(AssertionError.class, () -> assertNothingFound(run));
        assertTrue(run.interval("stack").low() > Metrics.accuracy(run.law()), run.toString());
    }

    private static void shouldCapture(KnownMarket market, boolean bothWays, Path folder) {
        ServedRun run = train(market, bothWays, folder);

        print(bothWays ? "known edge, both ways" : "known edge, one way", market, run);
        assertTrue(run.captured("stack").low() >= 0.85, run.toString());
        assertTrue(run.captured("stack").low() <= 1.0, "better than the law of the market: " + run);
        for (Family family : List.of(Family.XGBOOST, Family.FOREST, Family.MLP, Family.LSTM, Family.TRANSFORMER)) {
            assertTrue(run.captured(family.text()).high() >= 0.85, family + ": " + run);
        }
        assertEquals(Metrics.areaUnderCurve(run.law()), Metrics.areaUnderCurve(run.models().get("stack")), 0.02);
    }

    private static void print(String what, KnownMarket market, ServedRun run) {
        System.out.println(what + ", market of seed " + market.seed() + ", trained with seed " + KnownPlan.SEED + ": "
                + run);
    }

    private static void assertNothingFound(ServedRun run) {
        for (Map.Entry<String, Scores> model : run.models().entrySet()) {
            assertEquals(0.5, Metrics.areaUnderCurve(model.getValue()), 0.01, model.getKey());
        }
    }

    private static ServedRun train(KnownMarket market, boolean bothWays, Path folder) {
        Dataset data = market.data();
        TrainingPlan plan = KnownPlan.of(bothWays);
        TrainingReport report = new Training(plan, Optional.empty(), bothWays ? KnownMarket.MIRROR : Mirror.NONE,
                KnownPlan.INSTRUMENTS, TrainingListener.SILENT, System::nanoTime).run(data, "0".repeat(64), "",
                        new ModelPublisher(folder, false));
        int[] tested = TimeSplit.of(data, plan.resolve(KnownPlan.INSTRUMENTS), plan.purgeNs(), plan.embargoNs()).test();

        ServedRun run = ServedRun.of(report, folder, data, tested, market.law(data, tested));

        // What was reported is what the published files say.
        assertEquals(report.together().getFirst().accuracy(), Metrics.accuracy(run.models().get("stack")));
        assertEquals(report.together().getFirst().accuracyInterval(), run.interval("stack"));
        for (TrainingReport.Result family : report.families()) {
            Scores scores = run.models().get(family.trained().family().text());
            assertEquals(family.test().getFirst().areaUnderCurve(), Metrics.areaUnderCurve(scores));
        }
        return run;
    }
}
