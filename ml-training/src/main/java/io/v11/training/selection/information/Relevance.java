package io.v11.training.selection.information;

import java.util.stream.IntStream;

/**
 * Mutual information of each feature with the label, I(f;Y) = H(f) + H(Y) - H(f,Y), nats. 0 says nothing of the label,
 * ln 2 = 0.693 all of it.
 */
public final class Relevance {
    private Relevance() {
    }

    /** Of every feature, with the rows' own labels. */
    public static double[] of(BinnedRows rows) {
        return of(rows, rows.labels());
    }

    /** The same under other labels. */
    static double[] of(BinnedRows rows, byte[] labels) {
        double[] information = new double[rows.features()];
        IntStream.range(0, rows.features()).parallel()
                .forEach(feature -> information[feature] = of(rows.codes(feature), labels, rows.cells()));
        return information;
    }

    /** I(f;Y) of one feature; labels are 0 and 1, codes below {@code cells}. */
    static double of(byte[] codes, byte[] labels, int cells) {
        int[] joint = new int[2 * cells];
        for (int i = 0; i < codes.length; i++) {
            joint[2 * codes[i] + labels[i]]++;
        }
        return of(joint, cells);
    }

    /** Of a joint table: count of code c with label y at {@code 2c + y}. */
    static double of(int[] joint, int cells) {
        int[] byCode = new int[cells];
        int[] byLabel = new int[2];
        for (int cell = 0; cell < cells; cell++) {
            byCode[cell] = joint[2 * cell] + joint[2 * cell + 1];
            byLabel[0] += joint[2 * cell];
            byLabel[1] += joint[2 * cell + 1];
        }
        int total = byLabel[0] + byLabel[1];
        return Entropy.of(byCode, cells, total) + Entropy.of(byLabel, 2, total) - Entropy.of(joint, 2 * cells, total);
    }
}
