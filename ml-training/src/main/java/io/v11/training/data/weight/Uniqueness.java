package io.v11.training.data.weight;

import java.util.Arrays;

import io.v11.config.Limits;
import io.v11.training.data.Dataset;
import io.v11.training.data.split.Boundary;

/**
 * How much of a row's label is its own: the mean over its span, from decision to end of label, of one over the number of spans that
 * hold that moment (López de Prado, Advances in Financial Machine Learning, 4.3 and 4.4). 1: no other row has any of the
 * span. Time is continuous here, so a long quiet stretch counts by its length; spans of other instruments do not count.
 */
public final class Uniqueness {
    private Uniqueness() {
    }

    /**
     * Of each of the rows, among them.
     *
     * @param rows labelled
     * @return above 0, at most 1, in the order of the rows
     */
    public static double[] of(Dataset data, int[] rows) {
        double[] unique = new double[rows.length];
        for (int instrument = 0; instrument < Limits.INSTRUMENTS; instrument++) {
            int id = instrument;
            int[] own = Boundary.rows(rows, row -> data.instrument(row) == id);
            if (own.length > 0) {
                long[] fromNs = Arrays.stream(own).mapToLong(data::eventTimeNs).toArray();
                double[] share = of(fromNs, Arrays.stream(own).mapToLong(data::labelEndNs).toArray());
                for (int i = 0, at = 0; i < rows.length; i++) {
                    if (data.instrument(rows[i]) == id) {
                        unique[i] = share[at++];
                    }
                }
            }
        }
        return unique;
    }

    /** Of spans from one time, which belongs to it, to another, which does not. A span without length counts as one ns. */
    static double[] of(long[] fromNs, long[] toNs) {
        long[] endNs = new long[toNs.length];
        for (int i = 0; i < toNs.length; i++) {
            endNs[i] = Math.max(toNs[i], fromNs[i] + 1L);
        }
        Shares shares = Shares.of(fromNs, endNs);
        double[] unique = new double[fromNs.length];
        for (int i = 0; i < unique.length; i++) {
            unique[i] = Math.min(1.0, (shares.until(endNs[i]) - shares.until(fromNs[i])) / (endNs[i] - fromNs[i]));
        }
        return unique;
    }

    /** Integral of one over the number of spans, at each time where that number changes. */
    private record Shares(long[] timesNs, double[] integral) {
        private static Shares of(long[] fromNs, long[] endNs) {
            long[] begins = fromNs.clone();
            long[] ends = endNs.clone();
            Arrays.sort(begins);
            Arrays.sort(ends);
            long[] times = new long[2 * begins.length];
            double[] integral = new double[times.length];
            double sum = 0.0;
            int begun = 0;
            int ended = 0;
            for (int i = 0; i < times.length; i++) {
                boolean begin = begun < begins.length && begins[begun] <= ends[ended];
                times[i] = begin ? begins[begun] : ends[ended];
                if (begun > ended) {
                    sum += (times[i] - times[i - 1]) / (double) (begun - ended);
                }
                integral[i] = sum;
                if (begin) {
                    begun++;
                } else {
                    ended++;
                }
            }
            return new Shares(times, integral);
        }

        private double until(long timeNs) {
            return integral[Arrays.binarySearch(timesNs, timeNs)];
        }
    }
}
