package io.v11.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.Model;
import io.v11.ml.ModelInputs;
import io.v11.training.data.Dataset;
import io.v11.training.metrics.Interval;
import io.v11.training.metrics.Scores;
import io.v11.training.report.ModelResult.Importance;

/**
 * How much the log loss on test rows rises when one input comes from another row of the same instrument (Breiman 2001). All inputs are
 * screened on few rows, the worst are measured on more, so that the cost is bounded whatever the model reads. A model with memory is
 * stepped through stretches of neighbouring rows, from a fresh start each. Fixed seed: the same rows give the same figures.
 */
final class PermutationImportance {
    private static final int SHOWN = 15;
    private static final int SCREENED_ROWS = 1_500;
    private static final int MEASURED_ROWS = 12_000;
    private static final int STRETCH_ROWS = 300;
    private static final int WARM_UPS = 6;
    private static final long SEED = 0x1A907L;
    private static final double EDGE = 1e-7;
    private static final int NOTHING = -1;

    private final Dataset data;
    private final int[] testRows;
    /** By instrument, the test rows that values are drawn from. */
    private final int[][] donors;
    private final boolean[] isTest;

    PermutationImportance(Dataset data, int[] testRows, int instruments) {
        this.data = data;
        this.testRows = testRows;
        isTest = new boolean[data.rows()];
        for (int row : testRows) {
            isTest[row] = true;
        }
        donors = new int[instruments][];
        for (int i = 0; i < instruments; i++) {
            int id = i;
            donors[i] = Arrays.stream(testRows).filter(row -> data.instrument(row) == id).toArray();
        }
    }

    /** Of a model that reads features. @param warmUp decisions before it answers, 0 for one without memory */
    List<Importance> of(Model model, boolean remembers, int warmUp) {
        ModelInputs inputs = model.inputs();
        Losses screening = new Losses(model, stretches(remembers, warmUp, SCREENED_ROWS), remembers);
        int[] worst = IntStream.range(0, inputs.size()).boxed()
                .sorted(Comparator.comparingDouble(input -> -screening.rise(input))).limit(SHOWN)
                .mapToInt(Integer::intValue).toArray();
        Losses measuring = new Losses(model, stretches(remembers, warmUp, MEASURED_ROWS), remembers);
        List<Importance> importance = new ArrayList<>();
        for (int input : worst) {
            importance.add(measuring.importance(input));
        }
        importance.sort(Comparator.comparingDouble(Importance::rise).reversed());
        return importance;
    }

    /** Of a stack: what it loses without each member's answers. @param members scores of the test rows, as {@code names} */
    List<Importance> ofStack(Model stack, List<String> names, List<Scores> members) {
        int[] positions = IntStream.range(0, Math.min(MEASURED_ROWS, testRows.length))
                .map(i -> (int) ((long) i * testRows.length / Math.min(MEASURED_ROWS, testRows.length))).toArray();
        List<Importance> importance = new ArrayList<>();
        double[] base = stackLosses(stack, members, positions, NOTHING);
        for (int member = 0; member < names.size(); member++) {
            importance.add(compare(names.get(member), base, stackLosses(stack, members, positions, member),
                    Arrays.stream(positions).map(position -> data.move(testRows[position])).toArray()));
        }
        importance.sort(Comparator.comparingDouble(Importance::rise).reversed());
        return importance;
    }

    private double[] stackLosses(Model stack, List<Scores> members, int[] positions, int permuted) {
        FeatureVector said = new FeatureVector(members.size());
        SplittableRandom random = new SplittableRandom(SEED + permuted);
        double[] losses = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            said.clear();
            said.ready(true);
            for (int member = 0; member < members.size(); member++) {
                int from = member == permuted ? anotherPosition(positions[i], random) : positions[i];
                said.set(member, members.get(member).probability()[from]);
            }
            losses[i] = loss(stack.score(said), data.up(testRows[positions[i]]));
        }
        return losses;
    }

    /** Of the same instrument. */
    private int anotherPosition(int position, SplittableRandom random) {
        int[] choice = donors[data.instrument(testRows[position])];
        return Arrays.binarySearch(testRows, choice[random.nextInt(choice.length)]);
    }

    /** Rows to step through: single ones, or stretches of neighbours that begin early enough to answer. */
    private int[][] stretches(boolean remembers, int warmUp, int wanted) {
        int length = remembers ? STRETCH_ROWS + WARM_UPS * warmUp : 1;
        int count = Math.max(1, Math.min(testRows.length, wanted / (remembers ? STRETCH_ROWS : 1)));
        int[][] stretches = new int[count][];
        for (int i = 0; i < count; i++) {
            int from = testRows[(int) ((long) i * testRows.length / count)];
            int to = from;
            while (to < data.rows() && to < from + length && data.source(to) == data.source(from)) {
                to++;
            }
            stretches[i] = IntStream.range(from, to).toArray();
        }
        return stretches;
    }

    private static double loss(double probability, boolean up) {
        if (Double.isNaN(probability)) {
            return Double.NaN;
        }
        double p = Math.max(EDGE, Math.min(1.0 - EDGE, probability));
        return -StrictMath.log(up ? p : 1.0 - p);
    }

    /** Rows that were answered both times. */
    private static Importance compare(String name, double[] base, double[] permuted, int[] moves) {
        int[] both = IntStream.range(0, base.length)
                .filter(i -> !Double.isNaN(base[i]) && !Double.isNaN(permuted[i])).toArray();
        double[] rise = Arrays.stream(both).mapToDouble(i -> permuted[i] - base[i]).toArray();
        Interval interval = Interval.ofMean(rise, Arrays.stream(both).map(i -> moves[i]).toArray());
        return new Importance(name, Arrays.stream(rise).average().orElse(Double.NaN), interval.low(), interval.high());
    }

    /** The losses of one model on some stretches, with and without one input. */
    private final class Losses {
        private final Model model;
        private final int[][] stretches;
        private final boolean remembers;
        private final int[] moves;
        private final double[] base;

        private Losses(Model model, int[][] stretches, boolean remembers) {
            this.model = model;
            this.stretches = stretches;
            this.remembers = remembers;
            moves = Arrays.stream(stretches).flatMapToInt(Arrays::stream).filter(row -> isTest[row]).map(data::move)
                    .toArray();
            base = losses(NOTHING);
        }

        private double rise(int input) {
            double sum = 0.0;
            int rows = 0;
            double[] permuted = losses(input);
            for (int i = 0; i < base.length; i++) {
                if (!Double.isNaN(base[i]) && !Double.isNaN(permuted[i])) {
                    sum += permuted[i] - base[i];
                    rows++;
                }
            }
            return rows == 0 ? 0.0 : sum / rows;
        }

        private Importance importance(int input) {
            return compare(model.inputs().schema().names().get(input), base, losses(input), moves);
        }

        private double[] losses(int permuted) {
            FeatureVector vector = new FeatureVector(data.features());
            SplittableRandom random = new SplittableRandom(SEED + permuted);
            double[] losses = new double[moves.length];
            int next = 0;
            for (int[] stretch : stretches) {
                if (remembers) {
                    model.reset();
                }
                for (int row : stretch) {
                    data.copyTo(row, vector);
                    replace(vector, row, permuted, random);
                    double probability = model.score(vector);
                    if (isTest[row]) {
                        losses[next++] = loss(probability, data.up(row));
                    }
                }
            }
            return losses;
        }

        private void replace(FeatureVector vector, int row, int input, SplittableRandom random) {
            int[] choice = donors[data.instrument(row)];
            if (input == NOTHING || choice.length == 0) {
                return;
            }
            double value = data.input(choice[random.nextInt(choice.length)], model.inputs(), input);
            int position = model.inputs().position(input);
            if (model.inputs().plane() == InputPlane.NORMALISED) {
                vector.normalised(position, (float) value);
            } else {
                vector.set(position, value);
            }
        }
    }
}
