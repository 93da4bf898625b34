package io.v11.training.metrics;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MetricsTest {
    private static final Scores FOUR = new Scores(new double[]{0.9, 0.6, 0.4, 0.2},
            new boolean[]{true, false, true, false}, new int[]{0, 1, 1, 2});

    @Test
    void shouldMatchFiguresWorkedOutByHand() {
        assertEquals(0.5, Metrics.accuracy(FOUR));
        assertEquals(0.5, Metrics.upShare(FOUR));
        // Pairs (up, down): 0.9>0.6, 0.9>0.2, 0.4<0.6, 0.4>0.2.
        assertEquals(0.75, Metrics.areaUnderCurve(FOUR));
        assertEquals(-(Math.log(0.9) + Math.log(0.4) + Math.log(0.4) + Math.log(0.8)) / 4, Metrics.logLoss(FOUR),
                1e-12);
        assertEquals((0.01 + 0.36 + 0.36 + 0.04) / 4, Metrics.brier(FOUR), 1e-12);
        assertEquals(1.0, Metrics.accuracyAtCoverage(FOUR, 0.5));
        assertEquals(3, Metrics.distinctMoves(FOUR));
        assertEquals((0.1 + 0.6 + 0.6 + 0.2) / 4, Metrics.calibrationError(FOUR), 1e-12);
    }

    @Test
    void shouldCountTiesHalf() {
        Scores ties = new Scores(new double[]{0.5, 0.5, 0.5, 0.7}, new boolean[]{true, false, false, true},
                new int[]{0, 1, 2, 3});

        assertEquals(0.75, Metrics.areaUnderCurve(ties));
    }

    @Test
    void shouldAgreeWithCountingPairs() {
        Random random = new Random(3);
        int rows = 300;
        double[] p = new double[rows];
        boolean[] up = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            p[i] = random.nextInt(20) / 20.0;
            up[i] = random.nextDouble() < p[i];
        }
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                if (up[i] && !up[j]) {
                    pairs++;
                    wins += p[i] > p[j] ? 1.0 : p[i] == p[j] ? 0.5 : 0.0;
                }
            }
        }

        assertEquals(wins / pairs, Metrics.areaUnderCurve(new Scores(p, up, new int[rows])), 1e-12);
    }

    @Test
    void shouldCoverTheTrueMeanInAboutNineteenOfTwentyIntervals() {
        int covered = 0;
        int tries = 200;
        for (int t = 0; t < tries; t++) {
            Random random = new Random(t);
            int rows = 2000;
            double[] hit = new double[rows];
            int[] move = new int[rows];
            // Five rows share a move and its outcome: 400 independent samples and not 2000.
            for (int i = 0; i < rows; i++) {
                move[i] = i / 5;
                hit[i] = i % 5 == 0 ? (random.nextDouble() < 0.6 ? 1 : 0) : hit[i - 1];
            }
            Interval interval = Interval.ofMean(hit, move);
            covered += interval.low() <= 0.6 && 0.6 <= interval.high() ? 1 : 0;
        }

        assertTrue(covered >= 172 && covered <= 199, "covered " + covered + " of " + tries);
    }

    @Test
    void shouldGiveTheSameIntervalEveryTime() {
        double[] value = new Random(9).doubles(1000).toArray();
        int[] move = new int[1000];
        for (int i = 0; i < move.length; i++) {
            move[i] = i / 3;
        }

        assertEquals(Interval.ofMean(value, move), Interval.ofMean(value, move));
    }

    @Test
    void shouldGiveNoIntervalOfTooFewMoves() {
        assertTrue(Double.isNaN(Interval.ofMean(new double[]{1, 0, 1}, new int[]{0, 1, 2}).low()));
    }
}
