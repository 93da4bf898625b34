package io.v11.training.trainer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.v11.ml.Family;
import io.v11.ml.ModelInputs;
import io.v11.ml.Standardiser;
import io.v11.training.data.Dataset;

/**
 * The rows of one part and those before them, standardised, stream after stream in one matrix, and the chunks that it is
 * cut into. Chunks overlap by their context and share the matrix: nothing is copied until a batch is gathered. Positions
 * are rows of the matrix.
 */
final class SequenceRows {
    private final Dataset data;
    private final SequenceSettings settings;
    private final int context;
    /** By row of the data set; 0 for rows of other parts. */
    private final float[] partWeights;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private int features;
    private float[] values;
    private float[] labels;
    /** 0 where a step does not count. */
    private float[] weights;

    /** Part of a stream from index {@code from} to {@code to}; steps before {@code warm} do not count. */
    private record Stretch(int[] stream, int from, int to, int warm) {
        private int length() {
            return to - from;
        }
    }

    private SequenceRows(Dataset data, int[] rows, float[] weights, SequenceSettings settings, int context) {
        this.data = data;
        this.settings = settings;
        this.context = context;
        partWeights = new float[data.rows()];
        for (int i = 0; i < rows.length; i++) {
            partWeights[rows[i]] = weights[i];
        }
    }

    /**
     * Rows to fit on. Steps are train rows and rows without label between them; at a labelled row that is not for training
     * a stretch ends, and the next starts afresh, so nothing of another part gets in, as past neither.
     */
    static SequenceRows training(Family family, Dataset data, int[] rows, float[] weights, SequenceSettings settings,
            int context, ModelInputs inputs, Standardiser standardiser) {
        SequenceRows result = new SequenceRows(data, rows, weights, settings, context);
        for (int[] stream : Streams.of(data, settings.maximumGapMs())) {
            int index = 0;
            while (index < stream.length) {
                int end = index + 1;
                if (result.counts(stream[index])) {
                    int last = index;
                    while (end < stream.length && (result.counts(stream[end]) || !data.labelled(stream[end]))) {
                        last = result.counts(stream[end]) ? end : last;
                        end++;
                    }
                    result.stretches.add(new Stretch(stream, index, last + 1, index + settings.warmUp()));
                }
                index = end;
            }
        }
        return result.fill(family, inputs, standardiser);
    }

    /** Rows to choose by. Their past may lie before the part: features look back too. */
    static SequenceRows validation(Family family, Dataset data, int[] rows, float[] weights,
            SequenceSettings settings, int context, ModelInputs inputs, Standardiser standardiser) {
        SequenceRows result = new SequenceRows(data, rows, weights, settings, context);
        for (int[] stream : Streams.of(data, settings.maximumGapMs())) {
            int first = -1;
            int last = -1;
            for (int index = 0; index < stream.length; index++) {
                if (result.counts(stream[index])) {
                    first = first < 0 ? index : first;
                    last = index;
                }
            }
            if (first >= 0) {
                result.stretches.add(new Stretch(stream, Math.max(0, first - context), last + 1, settings.warmUp()));
            }
        }
        return result.fill(family, inputs, standardiser);
    }

    private boolean counts(int row) {
        return partWeights[row] > 0.0f;
    }

    private SequenceRows fill(Family family, ModelInputs inputs, Standardiser standardiser) {
        features = inputs.size();
        int size = stretches.stream().mapToInt(Stretch::length).sum();
        values = new float[Math.multiplyExact(size, features)];
        labels = new float[size];
        weights = new float[size];
        int base = 0;
        for (Stretch stretch : stretches) {
            for (int index = stretch.from; index < stretch.to; index++) {
                int row = stretch.stream[index];
                int position = base + index - stretch.from;
                for (int f = 0; f < features; f++) {
                    values[position * features + f] = standardiser.inputOrMean(f, data.input(row, inputs, f));
                }
                if (counts(row) && index >= stretch.warm) {
                    labels[position] = data.up(row) ? 1.0f : 0.0f;
                    weights[position] = partWeights[row];
                }
            }
            cut(base, stretch);
            base += stretch.length();
        }
        if (chunks.isEmpty()) {
            throw new IllegalArgumentException(family.text() + ": no row to train or to validate on has "
                    + settings.warmUp() + " decisions before it in its stream; lower warmUp, raise maximumGapMs, or"
                    + " check the time ranges of the plan against the journals");
        }
        return this;
    }

    private void cut(int base, Stretch stretch) {
        int end = base + stretch.length();
        int next = base;
        while (next < end) {
            if (weights[next] == 0.0f) {
                next++;
            } else {
                int before = Math.min(context, next - base);
                int counted = Math.min(settings.steps(), end - next);
                chunks.add(new Chunk(next - before, before, counted));
                next += counted;
            }
        }
    }

    /** Scales the weights so that both classes have the same total, which stays what it is. */
    void balanceClasses() {
        double[] total = new double[2];
        for (int i = 0; i < weights.length; i++) {
            total[(int) labels[i]] += weights[i];
        }
        double half = (total[0] + total[1]) / 2.0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0.0f) {
                weights[i] = (float) (weights[i] * half / total[(int) labels[i]]);
            }
        }
    }

    int features() {
        return features;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** Chunks in random order; Fisher and Yates. */
    List<Chunk> shuffled(Random random) {
        Chunk[] order = new Chunk[chunks.size()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = chunks.get(i);
        }
        return Arrays.asList(order);
    }

    /** The chunks side by side, each filled up at its end to so many steps. */
    Batch gather(List<Chunk> some, int steps) {
        float[] inputs = new float[some.size() * steps * features];
        float[] ups = new float[some.size() * steps];
        float[] counts = new float[some.size() * steps];
        for (int i = 0; i < some.size(); i++) {
            Chunk chunk = some.get(i);
            System.arraycopy(values, chunk.first() * features, inputs, i * steps * features,
                    chunk.length() * features);
            int from = chunk.first() + chunk.context();
            int to = i * steps + chunk.context();
            System.arraycopy(labels, from, ups, to, chunk.counted());
            System.arraycopy(weights, from, counts, to, chunk.counted());
        }
        return new Batch(some.size(), steps, features, inputs, ups, counts);
    }

    /**
     * Steps of several chunks.
     *
     * @param inputs  [chunks][steps][features]
     * @param labels  [chunks][steps]
     * @param weights [chunks][steps], 0 for a step that does not count
     */
    record Batch(int chunks, int steps, int features, float[] inputs, float[] labels, float[] weights) {
        /** Steps that count. */
        int counted() {
            int counted = 0;
            for (float weight : weights) {
                counted += weight > 0.0f ? 1 : 0;
            }
            return counted;
        }
    }
}
