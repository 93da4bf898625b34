package io.v11.training;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.ml.Family;
import io.v11.training.KnownMarket.Law;
import io.v11.training.data.Dataset;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Rule;
import io.v11.training.progress.TrainingListener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PathStudyTest {
    private static final int DEVELOPMENT = KnownPlan.TRAINED + KnownPlan.VALIDATED;

    @Test
    void shouldFindAKnownEdgeAlongEveryPath() {
        KnownMarket market = new KnownMarket(201, DEVELOPMENT + 10, Law.SYMMETRIC);
        Dataset data = market.data();

        PathReport report = study(true).run(data, 6, 2);

        double best = Metrics.accuracy(market.law(data, IntStream.range(0, DEVELOPMENT).toArray()));
        assertEquals(15, report.folds());
        assertEquals(EnumSet.of(Family.XGBOOST, Family.LOGISTIC), report.families().keySet());
        report.families().forEach((family, paths) -> {
            assertEquals(5, paths.size());
            for (PathAccuracy path : paths) {
                // Purge and embargo at the two ends of the parts cost five rows.
                assertEquals(DEVELOPMENT - 5, path.rows(), family + ": every path goes through all rows");
                assertEquals(path.rows(), path.moves());
                assertTrue(path.majority() < path.rule() && path.rule() < path.accuracy(), family + ": " + path);
                assertTrue(path.leadInterval().low() > 0.0 && path.accuracy() < best + 0.005, family + ": " + path);
            }
        });
        assertTrue(report.families().get(Family.XGBOOST).stream().mapToDouble(PathAccuracy::accuracy).distinct()
                .count() > 1, "paths are made of the predictions of different models");
    }

    @Test
    void shouldFindNothingInAMarketOfChance() {
        Dataset data = new KnownMarket(202, DEVELOPMENT + 10, Law.CHANCE).data();

        PathReport report = study(false).run(data, 6, 2);

        double flattered = Rule.best(data, IntStream.range(0, DEVELOPMENT).toArray()).accuracy();
        report.families().forEach((family, paths) -> paths.forEach(path -> {
            assertEquals(0.5, path.areaUnderCurve(), 0.02, family.text());
            assertTrue(path.rule() < flattered, "a rule chosen on the very rows: " + flattered + ", " + path);
        }));
    }

    @Test
    void shouldNotDependOnTestRows() {
        PathReport brokenOff = study(false).run(new KnownMarket(203, DEVELOPMENT + 10, Law.TREND).data(), 3, 1);
        PathReport whole = study(false).run(new KnownMarket(203, DEVELOPMENT + 4000, Law.TREND).data(), 3, 1);

        assertEquals(brokenOff, whole);
    }

    @Test
    void shouldPutPathsMeanAndSpreadSideBySide() {
        PathReport report = study(false).run(new KnownMarket(204, DEVELOPMENT + 10, Law.TREND).data(), 4, 2);

        List<String> table = report.table();

        assertEquals(1 + 2 * (3 + 2), table.size());
        assertTrue(table.get(1).startsWith("xgboost      1"), table.get(1));
        assertTrue(table.getLast().startsWith("logistic     spread"), table.getLast());
        assertEquals(2.0, PathReport.mean(new double[]{1.0, 2.0, 3.0}));
        assertEquals(1.0, PathReport.spread(new double[]{1.0, 2.0, 3.0}));
    }

    @Test
    void shouldRefuseToPredictEveryGroupAtOnce() {
        Dataset data = new KnownMarket(205, DEVELOPMENT + 10, Law.TREND).data();

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> study(false).run(data, 2, 2));

        assertTrue(refusal.getMessage().contains("are 2 and 2"), refusal.getMessage());
    }

    private static PathStudy study(boolean bothWays) {
        return new PathStudy(KnownPlan.of(bothWays).only(EnumSet.of(Family.XGBOOST, Family.LOGISTIC)), Optional.empty(),
                KnownMarket.MIRROR, KnownPlan.INSTRUMENTS, TrainingListener.SILENT, System::nanoTime);
    }
}
