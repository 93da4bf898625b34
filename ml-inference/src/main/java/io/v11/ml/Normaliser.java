package io.v11.ml;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns the features of one instrument into normalised model inputs by the rules of a schema. Fed with one vector a second
 * of event time, so that what it has learnt does not depend on which events are decisions; a feature that is not valid
 * leaves its state alone. The engine's feature stage and so every training row go through this class.
 *
 * <pre>
 *   if (normaliser.due(timeNs)) { write(vector); normaliser.sample(vector, timeNs); }
 *   if (decision)               { write(vector); normaliser.normalise(vector); }
 * </pre>
 *
 * A vector that is sampled and decided on is sampled first: its own value is among those it is compared with. About 40
 * bytes a robust z-score and 8 n bytes a rank. Confined to one thread; allocates nothing after construction.
 */
public final class Normaliser {
    private static final long SAMPLE_NS = 1_000_000_000L;

    private final int size;
    private final int[] plain;
    private final int[] clipped;
    private final double[] lows;
    private final double[] highs;
    private final int[] scaled;
    private final RobustScales scales;
    private final int[] ranked;
    private final RollingRank[] ranks;
    private long nextSampleNs = Long.MIN_VALUE;

    /** @param schema of the vectors */
    public Normaliser(FeatureSchema schema) {
        size = schema.size();
        List<Integer> plainOnes = new ArrayList<>();
        List<Integer> clippedOnes = new ArrayList<>();
        List<Normalisation.Clip> clips = new ArrayList<>();
        List<Integer> scaledOnes = new ArrayList<>();
        List<Normalisation.RobustZ> scores = new ArrayList<>();
        List<Integer> rankedOnes = new ArrayList<>();
        List<RollingRank> windows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            switch (schema.definition(i).normalisation()) {
                case Normalisation.None none -> plainOnes.add(i);
                case Normalisation.Clip clip -> {
                    clippedOnes.add(i);
                    clips.add(clip);
                }
                case Normalisation.RobustZ score -> {
                    scaledOnes.add(i);
                    scores.add(score);
                }
                case Normalisation.Rank rank -> {
                    rankedOnes.add(i);
                    windows.add(new RollingRank(rank.samples()));
                }
            }
        }
        plain = positions(plainOnes);
        clipped = positions(clippedOnes);
        lows = clips.stream().mapToDouble(Normalisation.Clip::low).toArray();
        highs = clips.stream().mapToDouble(Normalisation.Clip::high).toArray();
        scaled = positions(scaledOnes);
        scales = new RobustScales(scores.toArray(new Normalisation.RobustZ[0]));
        ranked = positions(rankedOnes);
        ranks = windows.toArray(new RollingRank[0]);
    }

    private static int[] positions(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** True at the first event of a second; times must not go back. */
    public boolean due(long eventTimeNs) {
        return eventTimeNs >= nextSampleNs;
    }

    /** Learns from the valid features of a vector that was {@link #due}. */
    public void sample(FeatureVector vector, long eventTimeNs) {
        requireSize(vector);
        nextSampleNs = (Math.floorDiv(eventTimeNs, SAMPLE_NS) + 1) * SAMPLE_NS;
        for (int i = 0; i < scaled.length; i++) {
            if (vector.isValid(scaled[i])) {
                scales.sample(i, vector.value(scaled[i]));
            }
        }
        for (int i = 0; i < ranked.length; i++) {
            if (vector.isValid(ranked[i])) {
                ranks[i].sample(vector.value(ranked[i]));
            }
        }
    }

    /** Fills the second plane of the vector from its first; changes nothing else. */
    public void normalise(FeatureVector vector) {
        requireSize(vector);
        for (int i = 0; i < plain.length; i++) {
            put(vector, plain[i], true, vector.value(plain[i]));
        }
        for (int i = 0; i < clipped.length; i++) {
            double value = vector.value(clipped[i]);
            put(vector, clipped[i], true, value < lows[i] ? lows[i] : value > highs[i] ? highs[i] : value);
        }
        for (int i = 0; i < scaled.length; i++) {
            put(vector, scaled[i], scales.warm(i), scales.score(i, vector.value(scaled[i])));
        }
        for (int i = 0; i < ranked.length; i++) {
            boolean warm = ranks[i].warm();
            put(vector, ranked[i], warm, warm ? ranks[i].rank(vector.value(ranked[i])) : 0.0);
        }
    }

    /** A value beyond the range of a float is missing, as it is for trees. */
    private static void put(FeatureVector vector, int position, boolean warm, double value) {
        boolean usable = warm && vector.isValid(position) && Math.abs(value) <= Float.MAX_VALUE;
        vector.normalised(position, usable ? (float) value : Float.NaN);
    }

    /** Back to the state after construction. */
    public void reset() {
        nextSampleNs = Long.MIN_VALUE;
        scales.reset();
        for (RollingRank rank : ranks) {
            rank.reset();
        }
    }

    /** Digest of all that later values depend on. */
    public long stateHash() {
        long hash = scales.stateHash(FeatureVector.mix(size, nextSampleNs));
        for (int i = 0; i < ranks.length; i++) {
            hash = ranks[i].stateHash(hash);
        }
        return hash;
    }

    private void requireSize(FeatureVector vector) {
        if (vector.size() != size) {
            throw new IllegalStateException("vector of " + vector.size() + " features for a normaliser of " + size
                    + "; make both from the same schema");
        }
    }
}
