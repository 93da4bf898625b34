package io.v11.training.selection.information;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GainBandTest {
    private static final int ROWS = 4000;
    private static final int BINS = 4;

    private final double[][] columns = new double[4][ROWS];
    private final byte[] labels = new byte[ROWS];
    private final int[] instruments = new int[ROWS];

    /** Columns a, b, a b and noise; the label is the sign of a b, mostly. */
    private BinnedRows rows() {
        Random random = new Random(9);
        for (int i = 0; i < ROWS; i++) {
            columns[0][i] = random.nextGaussian();
            columns[1][i] = random.nextGaussian();
            columns[2][i] = columns[0][i] * columns[1][i];
            columns[3][i] = random.nextGaussian();
            labels[i] = (byte) (columns[2][i] > 0 == random.nextInt(10) > 1 ? 1 : 0);
        }
        return BinnedRows.of(columns, labels, instruments, BINS);
    }

    private static GainBand band(BinnedRows rows) {
        return GainBand.of(rows, new int[][]{{}, {}, {0, 1}, {0, 1}}, 40, 3);
    }

    @Test
    void shouldTellWhatIsMadeFromWhatItIsMadeOf() {
        GainBand band = band(rows());

        assertTrue(band.beyond(2));
        assertFalse(band.beyond(3));
        assertFalse(band.beyond(0), "it is made of nothing");
        assertEquals(0.0, band.gain(0));
        assertTrue(band.gain(2) > 0.15, "gain=" + band.gain(2));
        assertTrue(band.gainWithin(2, 0, ROWS / 2) > 0.15 && band.gainWithin(2, ROWS / 2, ROWS) > 0.15);
    }

    @Test
    void shouldGainTheInformationBeyondTheBetterInput() {
        BinnedRows rows = rows();
        GainBand band = band(rows);
        double[] information = Relevance.of(rows);

        assertEquals(information[2], band.information(2));
        assertEquals(information[2] - Math.max(0.0, Math.max(information[0], information[1])),
                band.gainWithin(2, 0, ROWS), 1e-12);
        assertEquals(band.gainWithin(2, 0, ROWS), band.gain(2), 0.005, "chance gives little to either");
    }

    @Test
    void shouldPutColumnsSideBySideOnlyOverTheSameRows() {
        BinnedRows rows = rows();
        BinnedRows both = rows.with(List.of(BinnedRows.of(new double[][]{columns[3]}, labels, instruments, BINS)));

        assertEquals(5, both.features());
        assertEquals(Relevance.of(rows)[3], Relevance.of(both)[4]);
        byte[] others = labels.clone();
        others[7] ^= 1;
        assertThrows(IllegalArgumentException.class,
                () -> rows.with(List.of(BinnedRows.of(columns, others, instruments, BINS))));
        assertThrows(IllegalArgumentException.class,
                () -> rows.with(List.of(BinnedRows.of(columns, labels, instruments, 3))));
    }
}
