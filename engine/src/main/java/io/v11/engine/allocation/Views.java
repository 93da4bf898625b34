package io.v11.engine.allocation;

import java.util.Arrays;

/**
 * What the models expect until the next rebalance: returns of single instruments, or of one against another, each with a confidence in (0, 1].
 * Writing and clearing allocate nothing; confined to one thread.
 */
public final class Views {
    private final double[][] picks;
    private final double[] expectedReturns;
    private final double[] confidences;
    private int count;

    public Views(int instruments, int capacity) {
        picks = new double[capacity][instruments];
        expectedReturns = new double[capacity];
        confidences = new double[capacity];
    }

    public void clear() {
        for (int v = 0; v < count; v++) {
            Arrays.fill(picks[v], 0.0);
        }
        count = 0;
    }

    /** One instrument returns so much; false, and not taken, when a number is no use or there is no room. */
    public boolean absolute(int instrument, double expectedReturn, double confidence) {
        return add(instrument, -1, expectedReturn, confidence);
    }

    /** One instrument returns so much more than another; false, and not taken, when a number is no use or there is no room. */
    public boolean relative(int better, int worse, double expectedReturn, double confidence) {
        return better != worse && add(better, worse, expectedReturn, confidence);
    }

    private boolean add(int instrument, int against, double expectedReturn, double confidence) {
        if (count == picks.length || !Double.isFinite(expectedReturn) || !(confidence > 0.0 && confidence <= 1.0)) {
            return false;
        }
        picks[count][instrument] = 1.0;
        if (against >= 0) {
            picks[count][against] = -1.0;
        }
        expectedReturns[count] = expectedReturn;
        confidences[count++] = confidence;
        return true;
    }

    public int count() {
        return count;
    }

    /** Weights of the instruments in a view: 1, or 1 and -1. */
    double pick(int view, int instrument) {
        return picks[view][instrument];
    }

    double expectedReturn(int view) {
        return expectedReturns[view];
    }

    double confidence(int view) {
        return confidences[view];
    }

    /** Whether the view is about one instrument alone. */
    boolean absolute(int view) {
        double sum = 0.0;
        for (double pick : picks[view]) {
            sum += pick;
        }
        return sum == 1.0;
    }
}
