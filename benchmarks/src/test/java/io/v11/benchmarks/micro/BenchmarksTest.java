package io.v11.benchmarks.micro;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.v11.benchmarks.setting.TestHome;
import io.v11.engine.risk.tail.TailMethod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every JMH benchmark can be set up, run and taken down, and its own checks hold. JMH itself is not run. */
class BenchmarksTest {
    private static final int CALLS = 20_000;

    @BeforeAll
    static void home() {
        System.setProperty("v11.home", TestHome.find().folder().toString());
    }

    @Test
    void shouldWalkTheSameTrees() {
        TreeBenchmark benchmark = new TreeBenchmark();
        benchmark.trees = 100;
        benchmark.setup();

        assertNotEquals(benchmark.kernel(), benchmark.xgboost4jInplacePredict(), "two different rows");

        benchmark.tearDown();
    }

    @Test
    void shouldRunTheNetBothWays() {
        NetBenchmark benchmark = new NetBenchmark();
        benchmark.setup();

        assertEquals(benchmark.javaInterface(), benchmark.foreign());
        assertEquals(benchmark.kernel(), benchmark.foreign(), 1e-6f);
        for (int i = 0; i < 200; i++) {
            assertTrue(benchmark.lstmKernelStep() && benchmark.transformerKernelStep());
        }
        assertTrue(benchmark.lstmForeignWindow() && benchmark.transformerForeignWindow());

        benchmark.tearDown();
    }

    @Test
    void shouldAppendAndCountEveryFrame() {
        JournalAppendBenchmark benchmark = new JournalAppendBenchmark();
        benchmark.setup();
        benchmark.open();

        for (int i = 0; i < 3000; i++) {
            assertEquals(i + 1, benchmark.journal());
            benchmark.rawDocument();
        }

        benchmark.shut();
        benchmark.tearDown();
    }

    @Test
    void shouldReadOnBeyondTheEnd() {
        JournalReadBenchmark benchmark = new JournalReadBenchmark();
        benchmark.setup();
        long first = benchmark.journal();
        long firstRaw = benchmark.rawTailer();
        int again = 0;
        int againRaw = 0;

        for (int i = 0; i < 200_000; i++) {
            again += benchmark.journal() == first ? 1 : 0;
            againRaw += benchmark.rawTailer() == firstRaw ? 1 : 0;
        }

        assertTrue(again >= 1 && againRaw >= 1, "the first event came again " + again + " and " + againRaw + " times");
        benchmark.tearDown();
    }

    @Test
    void shouldKeepTheBookTogetherRoundAfterRound() {
        BookBenchmark benchmark = new BookBenchmark();
        benchmark.symbol = "BTCUSDT";
        benchmark.setup();
        int changed = 0;

        for (int i = 0; i < CALLS; i++) {
            changed += benchmark.update().changedLevels() ? 1 : 0;
        }

        assertTrue(changed > CALLS / 2, "levels changed by " + changed + " of " + CALLS + " frames");
    }

    @Test
    void shouldComeToTheSameDecisionsRoundAfterRound() {
        FeatureBenchmark benchmark = new FeatureBenchmark();
        benchmark.setup();
        int first = 0;
        int second = 0;

        for (int i = 0; i < 4096; i++) {
            first += benchmark.event() ? 1 : 0;
        }
        for (int i = 0; i < 4096; i++) {
            second += benchmark.event() ? 1 : 0;
        }

        assertEquals(first, second);
    }

    @Test
    void shouldTakeEventsBeyondTheEndOfTheRecording() {
        PipelineBenchmark benchmark = new PipelineBenchmark();
        benchmark.setup();
        long last = 0;

        for (int i = 0; i < 70_000; i++) {
            last = benchmark.event();
        }

        assertTrue(last > 70_000, "sequence " + last + " counts the loss of the feeds too");
        benchmark.tearDown();
    }

    @Test
    void shouldAddTheSameShortfallHoweverMuchMovedBefore() {
        for (TailMethod method : TailMethod.values()) {
            MarginalShortfallBenchmark still = new MarginalShortfallBenchmark();
            MarginalShortfallBenchmark moved = new MarginalShortfallBenchmark();
            still.method = method;
            moved.method = method;
            still.setup();
            moved.setup();
            for (int i = 0; i < MarginalShortfallBenchmark.INSTRUMENTS; i++) {
                still.order();
                moved.orderAfterAllMoved();
            }

            double marginal = still.order();

            assertEquals(marginal, moved.order(), "every exposure is back where it was");
            assertNotEquals(marginal, still.order(), "another instrument");
        }
    }

    @Test
    void shouldApproveEveryOrderThatIsTimed() {
        for (String bar : new String[]{"MINUTE", "NONE"}) {
            RiskChainBenchmark benchmark = new RiskChainBenchmark();
            benchmark.tailBar = bar;
            benchmark.setup();
            for (int i = 0; i < 2_000; i++) {
                assertTrue(benchmark.orderAndItsEnd(), "order " + i + " with bars " + bar);
            }
        }
    }
}
