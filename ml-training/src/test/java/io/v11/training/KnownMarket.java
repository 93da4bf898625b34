package io.v11.training;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.data.mirror.Mirror.Swap;
import io.v11.training.metrics.Scores;

/**
 * A market that moves one step a second, up with a probability that is a known function of what is seen before the move. In the
 * mirror f0 and f4 change sign, f1 and f5 stay, f2 and f3 change places. Draws are normal and independent; f4 is the move just
 * made, under noise. Nothing has a memory, so what is seen a second too late says nothing, and f4 a second too early nearly all.
 */
final class KnownMarket {
    static final Mirror MIRROR = new Mirror(List.of("f0", "f4"), List.of("f1", "f5"), List.of(new Swap("f2", "f3")));
    private static final int FEATURES = 6;
    private static final long STEP_NS = 1_000_000_000L;

    private final long seed;
    private final int rows;
    private final double[][] seen;
    private final double[] upProbability;
    private final boolean[] up;

    /** The chance of a move up, by the row that is seen before it. */
    @FunctionalInterface
    interface Law {
        /** The same market in the mirror. */
        Law SYMMETRIC = f -> sigmoid(fair(f));
        /** Rises more often than it falls, the more so the higher f5. */
        Law TREND = f -> sigmoid(0.3 + 0.5 * f[5] + fair(f));
        /** Nothing that is seen has to do with the move. */
        Law CHANCE = f -> 0.5;

        double upProbability(double[] features);

        private static double fair(double[] f) {
            return f[0] * (1.0 + 0.7 * f[1]) + 0.8 * (f[2] - f[3]);
        }

        private static double sigmoid(double logit) {
            return 1.0 / (1.0 + StrictMath.exp(-logit));
        }
    }

    KnownMarket(long seed, int rows, Law law) {
        this(seed, rows, new double[rows][FEATURES], new double[rows], new boolean[rows]);
        Random random = new Random(seed);
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < FEATURES; f++) {
                seen[row][f] = random.nextGaussian();
            }
            seen[row][4] += row > 0 && up[row - 1] ? 1.0 : -1.0;
            upProbability[row] = law.upProbability(seen[row]);
            up[row] = random.nextDouble() < upProbability[row];
        }
    }

    private KnownMarket(long seed, int rows, double[][] seen, double[] upProbability, boolean[] up) {
        this.seed = seed;
        this.rows = rows;
        this.seen = seen;
        this.upProbability = upProbability;
        this.up = up;
    }

    long seed() {
        return seed;
    }

    /** What is seen stays, the moves are dealt out anew. */
    KnownMarket shuffled(long dealSeed) {
        boolean[] dealt = up.clone();
        Random random = new Random(dealSeed);
        for (int i = rows - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            boolean held = dealt[i];
            dealt[i] = dealt[other];
            dealt[other] = held;
        }
        return new KnownMarket(seed, rows, seen, upProbability, dealt);
    }

    /** Before each move is seen what belongs to a later one; to an earlier one when negative. At the ends the nearest. */
    KnownMarket seenLater(int moves) {
        double[][] shifted = IntStream.range(0, rows)
                .mapToObj(row -> seen[Math.max(0, Math.min(rows - 1, row + moves))]).toArray(double[][]::new);
        return new KnownMarket(seed, rows, shifted, upProbability, up);
    }

    /** One labelled decision a second from the epoch on. */
    Dataset data() {
        Slots slots = new Slots(FEATURES);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(FEATURES));
        builder.beginSource();
        long bid = 100_000_000L;
        for (int row = 0; row < rows; row++) {
            builder.onEvent(slots.book(0, row * STEP_NS, bid, bid + 100, seen[row]));
            bid += up[row] ? 100 : -100;
        }
        builder.onEvent(slots.book(0, rows * STEP_NS, bid, bid + 100, (double[]) null));
        return builder.build();
    }

    /** The best forecast there is: the law itself (the Bayes classifier). */
    Scores law(Dataset data, int[] ofRows) {
        return Scores.of(data, ofRows, row -> upProbability[row]);
    }
}
