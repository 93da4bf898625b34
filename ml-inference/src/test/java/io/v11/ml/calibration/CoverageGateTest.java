package io.v11.ml.calibration;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.ml.AllocatedBytes;
import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CoverageGateTest {
    private static final double GAMMA = 0.02;
    private static final int DECISIONS = 50_000;
    private static final int WINDOW = 5_000;
    private static final double[] COVERAGES = {0.1, 0.25, 0.5, 0.9};

    /** How sure the model is: the width of its probabilities, 0.03 to 0.15 and back. */
    private enum Drift {
        STEPS {
            @Override
            double width(int decision) {
                return decision / 10_000 % 2 == 0 ? 0.03 : 0.15;
            }
        },
        WAVES {
            @Override
            double width(int decision) {
                return 0.03 * Math.pow(5.0, 0.5 - 0.5 * Math.cos(2.0 * Math.PI * decision / 20_000));
            }
        };

        abstract double width(int decision);
    }

    @Test
    void shouldAnswerTheStatedShareWhileSurenessDriftsByAFactorOfFive() {
        double worst = 0.0;
        double worstWindow = 0.0;
        for (Drift drift : Drift.values()) {
            for (double coverage : COVERAGES) {
                for (long seed = 1; seed <= 8; seed++) {
                    boolean[] answered = answers(drift, coverage, seed);

                    double off = Math.abs(share(answered, 0, DECISIONS) - coverage);
                    double offWindow = 0.0;
                    for (int from = 0; from < DECISIONS; from += WINDOW) {
                        offWindow = Math.max(offWindow, Math.abs(share(answered, from, from + WINDOW) - coverage));
                    }

                    String run = drift + " coverage " + coverage + " seed " + seed + ": ";
                    assertTrue(off <= 0.02, run + off);
                    // A step by a factor of five costs ln 5 / (gamma * 5,000) = 1.6 points, the rest is chance.
                    assertTrue(offWindow <= 0.03, run + "window " + offWindow);
                    worst = Math.max(worst, off);
                    worstWindow = Math.max(worstWindow, offWindow);
                }
            }
        }
        System.out.printf("coverage off by at most %.2f points, in windows of %d by %.2f%n", 100.0 * worst, WINDOW,
                100.0 * worstWindow);
    }

    private static boolean[] answers(Drift drift, double coverage, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        // Right for the sureness of the first decisions when it is uniform, and so wrong for the tails of this one.
        CoverageGate gate = new CoverageGate(coverage, 0.03 * (1.0 - coverage), GAMMA);
        boolean[] answered = new boolean[DECISIONS];
        for (int i = 0; i < DECISIONS; i++) {
            double p = 0.5 + drift.width(i) * random.nextGaussian();
            answered[i] = gate.accepts(3, Math.max(0.0, Math.min(1.0, p)));
        }
        return answered;
    }

    private static double share(boolean[] answered, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += answered[i] ? 1 : 0;
        }
        return count / (double) (to - from);
    }

    @Test
    void shouldKeepItsBoundForTheWorstOfStreams() {
        // Stuck at 0.5, stuck at 1, a few fixed values as trees have them, and an adversary just on the wrong side.
        for (int stream = 0; stream < 4; stream++) {
            for (double coverage : COVERAGES) {
                CoverageGate gate = new CoverageGate(coverage, 0.2, GAMMA);
                int answered = 0;
                for (int i = 0; i < DECISIONS; i++) {
                    double confidence = switch (stream) {
                        case 0 -> 0.0;
                        case 1 -> 0.5;
                        case 2 -> i % 3 * 0.1;
                        default -> i < DECISIONS / 2 ? Math.min(0.5, gate.threshold(0)) : 0.9 * gate.threshold(0);
                    };
                    answered += gate.accepts(0, 0.5 + confidence) ? 1 : 0;
                }

                double bound = (8.52 + GAMMA) / (GAMMA * DECISIONS);

                double off = Math.abs(answered / (double) DECISIONS - coverage);
                assertTrue(off <= bound, "stream " + stream + " coverage " + coverage + ": " + off + " > " + bound);
            }
        }
    }

    @Test
    void shouldAnswerTheSurestOfASteadyMarket() {
        SplittableRandom random = new SplittableRandom(5);
        CoverageGate gate = new CoverageGate(0.25, 0.1, 0.005);
        double answeredSum = 0.0;
        int answered = 0;
        for (int i = 0; i < DECISIONS; i++) {
            double confidence = 0.2 * random.nextDouble();
            if (gate.accepts(0, 0.5 - confidence)) {
                answeredSum += confidence;
                answered++;
            }
        }

        // The upper quarter of a uniform distribution to 0.2 has its mean at 0.175.
        assertEquals(0.175, answeredSum / answered, 0.002);
        assertEquals(0.15, gate.threshold(0), 0.03);
    }

    @Test
    void shouldAcceptAllAtFullCoverageButAnAbstention() {
        CoverageGate gate = new CoverageGate(1.0, 0.3, GAMMA);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            assertTrue(gate.accepts(0, i % 10 == 0 ? 0.5 : random.nextDouble()));
        }

        assertFalse(gate.accepts(0, Double.NaN));
        assertFalse(gate.accepts(0, 1.01));
    }

    @Test
    void shouldKeepInstrumentsApartAndHashWhatItKeeps() {
        CoverageGate gate = new CoverageGate(0.5, 0.1, GAMMA);
        CoverageGate other = new CoverageGate(0.5, 0.1, GAMMA);
        long fresh = gate.stateHash();

        assertTrue(gate.accepts(1, 0.9));
        gate.accepts(2, Double.NaN);

        assertTrue(gate.threshold(1) > 0.1);
        assertEquals(0.1, gate.threshold(2));
        assertNotEquals(fresh, gate.stateHash());
        other.accepts(1, 0.1);
        assertEquals(other.stateHash(), gate.stateHash());
        gate.reset(1);
        assertEquals(fresh, gate.stateHash());
    }

    @Test
    void shouldRefuseSettingsThatMeanNothing() {
        assertThrows(ModelException.class, () -> new CoverageGate(0.0, 0.1, GAMMA));
        assertThrows(ModelException.class, () -> new CoverageGate(1.1, 0.1, GAMMA));
        assertThrows(ModelException.class, () -> new CoverageGate(0.5, 0.6, GAMMA));
        assertThrows(ModelException.class, () -> new CoverageGate(0.5, 0.1, 0.0));
        assertThrows(ModelException.class, () -> new CoverageGate(Double.NaN, 0.1, GAMMA));
    }

    @Test
    void shouldAllocateNothing() {
        CoverageGate gate = new CoverageGate(0.25, 0.1, GAMMA);

        assertEquals(0L, AllocatedBytes.of(() -> {
            for (int i = 0; i < 200_000; i++) {
                gate.accepts(i & 3, (i & 1023) / 1023.0);
                gate.stateHash();
            }
        }));
    }
}
