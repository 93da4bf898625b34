package io.v11.training.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

import io.v11.training.data.Dataset;

/**
 * What is judged: for each row a probability of "up" (NaN: the model abstained), what happened, and the number of the move
 * that decided it. Rows in order of time. Plain arrays; read only.
 */
public record Scores(double[] probability, boolean[] up, int[] move) {
    public Scores {
        if (probability.length != up.length || up.length != move.length) {
            throw new IllegalArgumentException("columns differ in length: probability=" + probability.length + " up="
                    + up.length + " move=" + move.length);
        }
    }

    /** What is said of these rows of a data set. @param forecast probability by row number */
    public static Scores of(Dataset data, int[] rows, IntToDoubleFunction forecast) {
        double[] probability = new double[rows.length];
        boolean[] up = new boolean[rows.length];
        int[] move = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probability[i] = forecast.applyAsDouble(rows[i]);
            up[i] = data.up(rows[i]);
            move[i] = data.move(rows[i]);
        }
        return new Scores(probability, up, move);
    }

    /** The same rows, every probability replaced. */
    public Scores map(DoubleUnaryOperator change) {
        return new Scores(Arrays.stream(probability).map(change).toArray(), up, move);
    }

    /** The mean of several forecasts of the same rows; one that abstains is left out. */
    public static Scores mean(List<Scores> forecasts) {
        Scores first = forecasts.getFirst();
        double[] mean = new double[first.rows()];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0.0;
            int count = 0;
            for (Scores forecast : forecasts) {
                if (!Double.isNaN(forecast.probability[i])) {
                    sum += forecast.probability[i];
                    count++;
                }
            }
            mean[i] = sum / count;
        }
        return new Scores(mean, first.up, first.move);
    }

    public int rows() {
        return up.length;
    }

    /** The rows that have a probability. */
    public Scores scored() {
        int[] rows = new int[rows()];
        int count = 0;
        for (int i = 0; i < rows(); i++) {
            if (!Double.isNaN(probability[i])) {
                rows[count++] = i;
            }
        }
        return pick(Arrays.copyOf(rows, count));
    }

    /** Some of the rows. */
    public Scores pick(int[] rows) {
        double[] p = new double[rows.length];
        boolean[] u = new boolean[rows.length];
        int[] m = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            p[i] = probability[rows[i]];
            u[i] = up[rows[i]];
            m[i] = move[rows[i]];
        }
        return new Scores(p, u, m);
    }

    /** The side that the model takes; exactly 0.5 counts as down. */
    public boolean correct(int row) {
        return (probability[row] > 0.5) == up[row];
    }
}
