package io.v11.training.metrics;

import java.util.Arrays;
import java.util.Random;

/**
 * A 95 % interval by block bootstrap (Künsch 1989): rows before one move share its label and neighbouring moves are alike,
 * so whole runs of moves are drawn with replacement and not single rows. {@value #DRAWS} draws, fixed seed: the same rows
 * give the same interval.
 */
public record Interval(double low, double high) {
    private static final int DRAWS = 1000;
    private static final int BLOCK_MOVES = 20;
    private static final long SEED = 0x5EEDL;

    /**
     * Of the mean of {@code value} over rows; {@code move} tells which rows belong together. Rows in order of time. NaN when
     * there are fewer than two blocks, which is too few to say anything.
     */
    public static Interval ofMean(double[] value, int[] move) {
        return of(blocks(value, move, false));
    }

    /** The same of the mean over moves of the mean over their rows: every move counts once, however many rows wait for it. */
    public static Interval ofMeanOverMoves(double[] value, int[] move) {
        return of(blocks(value, move, true));
    }

    private static Interval of(double[][] blocks) {
        int count = blocks.length;
        if (count < 2) {
            return new Interval(Double.NaN, Double.NaN);
        }
        Random random = new Random(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0.0;
            double rows = 0.0;
            for (int i = 0; i < count; i++) {
                double[] block = blocks[random.nextInt(count)];
                sum += block[0];
                rows += block[1];
            }
            means[draw] = sum / rows;
        }
        Arrays.sort(means);
        return new Interval(means[(int) (0.025 * DRAWS)], means[(int) (0.975 * DRAWS) - 1]);
    }

    /** Sum and weight of each run of {@link #BLOCK_MOVES} moves, in the order of their numbers, which is that of time. */
    private static double[][] blocks(double[] value, int[] move, boolean onceAMove) {
        int[] sorted = Arrays.stream(move).distinct().sorted().toArray();
        int[] rows = new int[sorted.length];
        for (int number : move) {
            rows[Arrays.binarySearch(sorted, number)]++;
        }
        double[][] blocks = new double[(sorted.length + BLOCK_MOVES - 1) / BLOCK_MOVES][2];
        for (int i = 0; i < value.length; i++) {
            int position = Arrays.binarySearch(sorted, move[i]);
            double weight = onceAMove ? 1.0 / rows[position] : 1.0;
            double[] block = blocks[position / BLOCK_MOVES];
            block[0] += weight * value[i];
            block[1] += weight;
        }
        return blocks;
    }
}
