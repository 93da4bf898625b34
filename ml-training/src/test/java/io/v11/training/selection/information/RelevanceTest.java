package io.v11.training.selection.information;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RelevanceTest {
    private static final double TIGHT = 1e-12;

    @Test
    void shouldGiveTheInformationOfATableMadeByHand() {
        // Counts: code 1: 30 down, 10 up; code 2: 10 down, 30 up. Plug-in: ln 2 - H(1/4) = 0.130812 nats.
        int[] joint = {0, 0, 30, 10, 10, 30};
        double plugIn = Math.log(2) + 0.25 * Math.log(0.25) + 0.75 * Math.log(0.75);
        // Miller-Madow: (cells of f - 1 + cells of y - 1 - (cells of both - 1)) / 2N = (1 + 1 - 3) / 160.
        double correction = -1.0 / 160.0;

        assertEquals(plugIn + correction, Relevance.of(joint, 3), TIGHT);
        assertEquals(0.130812, plugIn, 1e-6);
    }

    @Test
    void shouldGiveTheWholeEntropyWhenTheCodeIsTheLabel() {
        byte[] label = new byte[1000];
        byte[] code = new byte[1000];
        for (int i = 0; i < label.length; i++) {
            label[i] = (byte) (i % 2);
            code[i] = (byte) (1 + i % 2);
        }

        // H(Y) = ln 2; correction (1 + 1 - 1) / 2000.
        assertEquals(Math.log(2) + 1.0 / 2000.0, Relevance.of(code, label, 3), TIGHT);
    }

    @Test
    void shouldGiveNothingForAConstant() {
        byte[] label = {0, 1, 1, 0, 1};

        assertEquals(0.0, Relevance.of(new byte[5], label, 3), TIGHT);
    }

    @Test
    void shouldAverageZeroOverIndependentDraws() {
        Random random = new Random(3);
        int draws = 400;
        int rows = 200;
        double corrected = 0.0;
        for (int draw = 0; draw < draws; draw++) {
            byte[] code = new byte[rows];
            byte[] label = new byte[rows];
            for (int i = 0; i < rows; i++) {
                code[i] = (byte) (1 + random.nextInt(8));
                label[i] = (byte) random.nextInt(2);
            }
            corrected += Relevance.of(code, label, 9) / draws;
        }

        // Without the correction the mean would be (8 - 1) / 400 = 0.0175.
        assertTrue(Math.abs(corrected) < 0.0015, "mean=" + corrected);
    }
}
