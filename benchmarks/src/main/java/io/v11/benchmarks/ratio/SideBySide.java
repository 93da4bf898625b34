package io.v11.benchmarks.ratio;

import java.util.Arrays;
import java.util.stream.IntStream;

import io.v11.benchmarks.setting.Cores;

/**
 * Asks a question by the protocol: blocks of both contenders in the order A B, B A, ..., a canary before, between and
 * behind, all on one pinned thread. Cold path around the blocks; what a block allocates is the contender's affair.
 */
final class SideBySide {
    private static final double ALMOST_FULL = 0.8;
    private static final int MOST_OPERATIONS = 1 << 28;

    private final Protocol protocol;
    private final Cores cores;
    private long lastBlockNanos;

    SideBySide(Protocol protocol, Cores cores) {
        this.protocol = protocol;
        this.cores = cores;
    }

    Answer ask(Question question) {
        int firstOperations = calibrate(question, question.first());
        int secondOperations = calibrate(question, question.second());
        question.canary().sing();
        int pairs = protocol.pairs();
        double[] first = new double[pairs];
        double[] second = new double[pairs];
        double[][] songs = new double[pairs][3];
        for (int i = 0; i < pairs; i++) {
            songs[i][0] = sing(question);
            if (i % 2 == 0) {
                first[i] = block(question, question.first(), firstOperations);
                songs[i][1] = sing(question);
                second[i] = block(question, question.second(), secondOperations);
            } else {
                second[i] = block(question, question.second(), secondOperations);
                songs[i][1] = sing(question);
                first[i] = block(question, question.first(), firstOperations);
            }
            songs[i][2] = sing(question);
        }
        return answer(question, first, second, songs);
    }

    /** Warms the contender up and finds out how many operations fill a block. */
    private int calibrate(Question question, Contender contender) {
        if (contender == Contender.SECOND) {
            return 1;
        }
        int operations = contender.fewestOperations();
        double spentMillis = 0;
        while (true) {
            block(question, contender, operations);
            double millis = lastBlockNanos / 1e6;
            spentMillis += millis;
            boolean full = millis >= ALMOST_FULL * protocol.blockMillis() || operations == MOST_OPERATIONS;
            if (full && spentMillis >= protocol.warmUpMillis()) {
                return (int) Math.max(contender.fewestOperations(), operations * protocol.blockMillis() / millis);
            }
            operations = full ? operations : Math.min(MOST_OPERATIONS, operations * 2);
        }
    }

    private double block(Question question, Contender contender, int operations) {
        contender.begin();
        try {
            cores.pin(question.core());
            long start = System.nanoTime();
            double cost = contender.run(operations);
            lastBlockNanos = System.nanoTime() - start;
            return cost;
        } finally {
            cores.release();
            contender.end();
        }
    }

    private double sing(Question question) {
        cores.pin(question.core());
        try {
            return question.canary().sing();
        } finally {
            cores.release();
        }
    }

    static Answer answer(Question question, double[] first, double[] second, double[][] songs) {
        double usual = Statistics.median(Arrays.stream(songs).flatMapToDouble(Arrays::stream).toArray());
        int pairs = first.length;
        int[] kept = IntStream.range(0, pairs).filter(i -> Arrays.stream(songs[i])
                .allMatch(song -> Math.abs(song / usual - 1) <= Protocol.CANARY_TOLERANCE)).toArray();
        double[] ratios = Arrays.stream(kept).mapToDouble(i -> first[i] / second[i]).toArray();
        Statistics.Interval interval = ratios.length == 0
                ? new Statistics.Interval(Double.NaN, Double.NaN)
                : Statistics.bootstrap(ratios);
        return new Answer(question, Statistics.median(ratios), interval,
                Statistics.median(Arrays.stream(kept).mapToDouble(i -> first[i]).toArray()),
                Statistics.median(Arrays.stream(kept).mapToDouble(i -> second[i]).toArray()), kept.length, pairs);
    }
}
