package io.v11.ml;

/**
 * The rule that turns the value of a feature into a normalised model input; part of the schema and of its hash. Applied by
 * {@link Normaliser}, in training as live. Samples are those that the normaliser is given: one a second of event time.
 * Immutable; cold path.
 */
public sealed interface Normalisation {
    /** The value is bounded and of order one already, or means something as it is. */
    Normalisation NONE = new None();
    /** Robust z-score with a memory of half an hour of samples, bounded at 5 deviations. */
    Normalisation ROBUST_Z = new RobustZ(1800, 5.0);
    /** Rank among the last 256 samples. */
    Normalisation RANK = new Rank(256);

    /** Cuts the value at the bounds. */
    static Normalisation clip(double low, double high) {
        return new Clip(low, high);
    }

    /** The rule as text, e.g. {@code CLIP(-1.0,1.0)}; {@link #parse} reads it back. */
    String text();

    /** Reads what {@link #text()} wrote. */
    static Normalisation parse(String text) {
        int open = text.indexOf('(');
        String kind = open < 0 ? text : text.substring(0, open);
        String[] words = open < 0 || !text.endsWith(")")
                ? new String[0]
                : text.substring(open + 1, text.length() - 1).split(",", -1);
        try {
            Normalisation rule = switch (kind) {
                case "NONE" -> NONE;
                case "CLIP" -> new Clip(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
                case "ROBUST_Z" -> new RobustZ(Integer.parseInt(words[0]), Double.parseDouble(words[1]));
                case "RANK" -> new Rank(Integer.parseInt(words[0]));
                default -> null;
            };
            if (rule != null && rule.text().equals(text)) {
                return rule;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw unknown(text, e);
        }
        throw unknown(text, null);
    }

    private static ModelException unknown(String text, RuntimeException cause) {
        return new ModelException("normalisation '" + text + "' is not one of NONE, CLIP(low,high), "
                + "ROBUST_Z(samples,bound), RANK(samples)", cause);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ModelException("normalisation: " + message);
        }
    }

    /** The value as it is. No state, no warm-up. */
    record None() implements Normalisation {
        @Override
        public String text() {
            return "NONE";
        }
    }

    /** The value, cut at both bounds. No state, no warm-up. */
    record Clip(double low, double high) implements Normalisation {
        public Clip {
            require(low < high && low >= -Float.MAX_VALUE && high <= Float.MAX_VALUE,
                    "CLIP needs finite bounds with low below high, has " + low + " and " + high);
        }

        @Override
        public String text() {
            return "CLIP(" + low + "," + high + ")";
        }
    }

    /**
     * (value - median) / deviation, cut at +-bound; median and deviation forget exponentially, see {@link RobustScales}.
     * Valid after {@link RobustScales#WARM_UP} valid samples.
     *
     * @param samples memory: weight of the newest sample is one in so many, once four times as many were seen
     * @param bound   of the result, deviations
     */
    record RobustZ(int samples, double bound) implements Normalisation {
        public RobustZ {
            require(samples >= 16 && samples <= 1_000_000, "ROBUST_Z needs 16 to 1000000 samples, has " + samples);
            require(bound >= 1.0 && bound <= 100.0, "ROBUST_Z needs a bound of 1 to 100 deviations, has " + bound);
        }

        @Override
        public String text() {
            return "ROBUST_Z(" + samples + "," + bound + ")";
        }
    }

    /**
     * Where the value stands among the last samples: -1 below all, 1 above all, ties count half. Valid after
     * {@link RollingRank#WARM_UP} valid samples. Costs 8 bytes a sample, so it is for the few whose size says nothing.
     */
    record Rank(int samples) implements Normalisation {
        public Rank {
            require(samples >= RollingRank.WARM_UP && samples <= 4096,
                    "RANK needs " + RollingRank.WARM_UP + " to 4096 samples, has " + samples);
        }

        @Override
        public String text() {
            return "RANK(" + samples + ")";
        }
    }
}
