package io.v11.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.training.data.Dataset;
import io.v11.training.data.JournalDataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Metrics;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.ModelPublisher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From events to the published stack: a journal of an order book whose law is known, replayed through the engine's market and
 * feature stages, trained both ways by the mirror that is shipped. The law's own two inputs are among 25 features, most of
 * which follow the same queues and trades over other windows.
 */
class BookEdgeTest {
    private static final long SEED = 301L;
    private static final int TESTED = 8_000;
    private static final List<String> FEATURES = List.of("l1_imbalance", "l1_micro_gap_bps", "trade_sign_100ms",
            "trade_sign_1s", "trade_sign_10s", "signed_volume_1s", "signed_volume_10s", "ofi_1s", "ofi_10s",
            "ret_1s_bps", "ret_10s_bps", "ret_60s_bps", "l1_imbalance_step", "l1_imbalance_less_avg_1s",
            "l1_imbalance_less_avg_10s", "last_move_bps", "move_balance_60s", "trade_run", "last_trade_sign",
            "vwap_gap_10s_bps", "hawkes_imbalance", "rv_10s", "quote_rate_1s_vs_60s", "bid_queue_vs_avg_10s",
            "ask_queue_vs_avg_10s");

    @Test
    void shouldCaptureTheEdgeOfABookWhoseLawIsKnown(@TempDir Path folder) {
        BookMarket market = BookMarket.write(folder.resolve("J/input"), SEED,
                KnownPlan.TRAINED + KnownPlan.VALIDATED + TESTED + 2);
        Dataset data = JournalDataset.read(List.of(folder.resolve("J")), KnownPlan.INSTRUMENTS,
                DecisionCadence.TOP_CHANGE, folder.resolve("rows"), TrainingListener.SILENT, System::nanoTime).data();
        TrainingPlan plan = KnownPlan.of(true, TESTED, FEATURES);
        Mirror mirror = YamlBinder.read(Path.of("../config/mirror.yaml"), Mirror.class);

        TrainingReport report = new Training(plan, Optional.empty(), mirror, KnownPlan.INSTRUMENTS,
                TrainingListener.SILENT, System::nanoTime).run(data, "0".repeat(64), "",
                        new ModelPublisher(folder.resolve("models"), false));

        int[] tested = TimeSplit.of(data, plan.resolve(KnownPlan.INSTRUMENTS), plan.purgeNs(), plan.embargoNs()).test();
        ServedRun run = ServedRun.of(report, folder.resolve("models"), data, tested, market.law(data, tested));
        System.out.println("book of seed " + SEED + ", both ways: " + run);
        Evaluation together = report.together().getFirst();
        System.out.println("  " + together.rule().describe() + ": " + together.ruleAccuracy());
        assertEquals(together.accuracy(), Metrics.accuracy(run.models().get("stack")));
        assertEquals(tested.length, together.moves(), "each row has a move of its own");
        assertTrue(run.captured("stack").low() >= 0.85, run.toString());
        assertTrue(run.captured("stack").low() <= 1.0, "better than the law of the market: " + run);
        assertTrue(together.leadInterval().low() > 0.0, "no better than one feature: " + together);
    }
}
