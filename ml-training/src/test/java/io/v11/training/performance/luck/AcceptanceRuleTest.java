package io.v11.training.performance.luck;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.training.performance.sample.Noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Searches of 200 trials, the winner chosen on what it is judged by. {@code -Dv11.searches=1000} asks for more
 * searches, with the 16 blocks and 1,000 draws that reports use, and prints what each test let pass.
 */
class AcceptanceRuleTest {
    private static final int SEARCHES = Integer.getInteger("v11.searches", 30);
    private static final int BLOCKS = SEARCHES > 30 ? BacktestOverfitting.BLOCKS : 8;
    private static final int DRAWS = SEARCHES > 30 ? RealityCheck.DRAWS : 200;
    private static final int TRIALS = 200;

    @Test
    void shouldRefuseWinnersAmongShuffledSignals() {
        Passed passed = searches("200 shuffled, 2 years", 730, TRIALS, 0.0);

        assertTrue(passed.accepted <= 0.05 * SEARCHES, passed.toString());
    }

    @Test
    void shouldRefuseThemWhenTrialsResembleEachOther() {
        Passed passed = searches("200 mixed of 8 shuffled, 2 years", 730, 8, 0.0);

        assertTrue(passed.accepted <= 0.05 * SEARCHES, passed.toString());
    }

    /** Four years: a true Sharpe of 3 must stand 1.6 deviations above the 1.5 that 200 trials reach by luck. */
    @Test
    void shouldFindAPlantedEdge() {
        Passed passed = searches("199 shuffled and a true Sharpe of 3, 4 years", 4 * 365, TRIALS, 3.0);

        assertTrue(passed.accepted >= 0.75 * SEARCHES, passed.toString());
        assertTrue(passed.lowOverfitting >= 0.9 * SEARCHES, passed.toString());
        assertEquals(passed.accepted, passed.plantedAccepted, passed.toString());
    }

    /** The price of 200 trials: two years often cannot tell a Sharpe of 3 from luck, one of 5 nearly always. */
    @Test
    void shouldNeedAGreaterEdgeInTwoYears() {
        Passed usual = searches("199 shuffled and a true Sharpe of 3, 2 years", 730, TRIALS, 3.0);
        Passed strong = searches("199 shuffled and a true Sharpe of 5, 2 years", 730, TRIALS, 5.0);

        assertTrue(usual.accepted < 0.8 * SEARCHES, usual.toString());
        assertTrue(strong.accepted >= 0.9 * SEARCHES, strong.toString());
    }

    @Test
    void shouldNameEveryReason() {
        assertEquals(List.of(), AcceptanceRule.USUAL.refusals(0.95, 0.49, 0.049));
        assertEquals(
                List.of("DSR 0.949 below 0.950", "PBO 0.500 not below 0.500", "reality check p 0.050 not below 0.050"),
                AcceptanceRule.USUAL.refusals(0.949, 0.5, 0.05));
        assertEquals(3, AcceptanceRule.USUAL.refusals(Double.NaN, Double.NaN, Double.NaN).size());
        assertThrows(IllegalArgumentException.class, () -> new AcceptanceRule(Double.NaN, 0.5, 0.05));
    }

    @Test
    void shouldPrintTheFiguresWithTheVerdict() {
        SplittableRandom random = new SplittableRandom(9);
        double[][] byTrial = BacktestOverfittingTest.noise(5, 400, random);
        byTrial[3] = Noise.normal(400, 0.4, 1.0, random);
        TrialReturns returns = TrialReturns.of(byTrial);

        Verdict verdict = AcceptanceRule.USUAL.judge(returns, 365.0, returns.counted(365.0), 9);

        assertEquals(3, verdict.winner());
        assertTrue(verdict.accepted(), verdict.text());
        for (String part : List.of("accepted", "best of 5 trials", "DSR", "PBO", "reality check over 5 trials")) {
            assertTrue(verdict.text().contains(part), verdict.text());
        }
    }

    @Test
    void shouldRefuseALedgerThatForgotTrials() {
        TrialReturns returns = TrialReturns.of(BacktestOverfittingTest.noise(5, 40, new SplittableRandom(9)));

        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class,
                () -> AcceptanceRule.USUAL.judge(returns, 365.0, new Trials(4, 1.0), 9));

        assertTrue(thrown.getMessage().contains("counts 4 trials"), thrown.getMessage());
    }

    private static Passed searches(String name, int days, int alike, double planted) {
        Passed passed = new Passed(name);
        for (int seed = 0; seed < SEARCHES; seed++) {
            ShuffledSearch search = new ShuffledSearch(days, seed);
            double[][] byTrial = search.trials(TRIALS, alike);
            int place = planted > 0.0 ? seed % TRIALS : -1;
            if (place >= 0) {
                byTrial[place] = search.planted(planted);
            }
            TrialReturns returns = TrialReturns.of(byTrial);
            Trials ledger = returns.counted(ShuffledSearch.DAYS);
            passed.add(AcceptanceRule.USUAL.judge(returns, ShuffledSearch.DAYS, ledger, BLOCKS, DRAWS, seed), place);
        }
        if (SEARCHES > 30) {
            System.out.println(passed);
        }
        return passed;
    }

    /** How many searches each test let pass. */
    private static final class Passed {
        private final String name;
        private int single;
        private int deflated;
        private int overfitting;
        private int lowOverfitting;
        private int reality;
        private int predictive;
        private int accepted;
        private int plantedAccepted;

        Passed(String name) {
            this.name = name;
        }

        void add(Verdict verdict, int place) {
            single += verdict.sharpe().probabilistic() >= 0.95 ? 1 : 0;
            deflated += verdict.sharpe().deflated() >= 0.95 ? 1 : 0;
            overfitting += verdict.overfitting().probability() < 0.5 ? 1 : 0;
            lowOverfitting += verdict.overfitting().probability() < 0.2 ? 1 : 0;
            reality += verdict.reality().chance() < 0.05 ? 1 : 0;
            predictive += verdict.predictive().chance() < 0.05 ? 1 : 0;
            accepted += verdict.accepted() ? 1 : 0;
            plantedAccepted += verdict.accepted() && verdict.winner() == place ? 1 : 0;
        }

        @Override
        public String toString() {
            return name + ", seeds 0.." + (SEARCHES - 1) + ": accepted " + accepted + "; let pass by PSR " + single
                    + ", DSR " + deflated + ", PBO " + overfitting + " (below 0.2: " + lowOverfitting
                    + "), reality check " + reality + ", SPA "
                    + predictive;
        }
    }
}
