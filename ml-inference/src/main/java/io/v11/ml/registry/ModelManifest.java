package io.v11.ml.registry;

import java.util.List;

import io.v11.ml.Family;
import io.v11.ml.FeatureDefinition;
import io.v11.ml.FeatureSchema;
import io.v11.ml.InputPlane;
import io.v11.ml.Memory;
import io.v11.ml.ModelException;
import io.v11.ml.Normalisation;

/**
 * What a model says about itself: enough to load it safely, to judge it, and to make it again. Written once by
 * training beside the model file; a version never changes. Immutable; cold path.
 *
 * @param name    lower-case word, the folder's name
 * @param version lower-case word, the inner folder's name
 * @param family  what kind of model it is and so what serves it
 * @param output  what the file computes
 * @param files   the model file first, then whatever else belongs to it
 * @param inputs  features in order, with what training saw of them
 * @param memory  what the model carries from one decision to the next
 * @param calibration from what the file computes to the probability that is served
 * @param label   what the probability is about
 * @param fit     data and settings of the fit
 * @param metrics how good it was on rows it had not seen
 * @param lineage where it came from
 * @param golden  inputs with the probability that serving must give
 */
public record ModelManifest(String name, String version, Family family, Output output, List<ModelFile> files,
        Inputs inputs, Memory memory, Calibrated calibration, Label label, Fit fit, Metrics metrics, Lineage lineage,
        List<GoldenRow> golden) {
    /** Golden rows with a probability that every manifest has; of a model with memory come those before it as well. */
    public static final int GOLDEN_ROWS = 32;

    /**
     * How a probability is corrected before it is served.
     *
     * @param method     a word, {@code IDENTITY} for none
     * @param parameters of the method, parted by blanks
     */
    public record Calibrated(String method, String parameters) {
        /** Served as it is. */
        public static final Calibrated IDENTITY = new Calibrated("IDENTITY", "");
    }

    /** What the model file computes. */
    public enum Output {
        /** Log-odds; serving applies the logistic function. */
        LOGIT,
        /** A probability in [0, 1]. */
        PROBABILITY
    }

    /** @param name file in the model's folder  @param sha256 of its content, lower-case hexadecimal */
    public record ModelFile(String name, String sha256) {
    }

    /**
     * What the model reads.
     *
     * @param plane        raw or normalised values
     * @param schemaSha256 {@link FeatureSchema#sha256()} of the features below, and of no others
     * @param clip         bound of a standardised input, deviations
     * @param features     in the order of the model's inputs
     */
    public record Inputs(InputPlane plane, String schemaSha256, double clip, List<Feature> features) {
        public Inputs {
            features = List.copyOf(features);
            check(clip > 0.0, "inputs.clip must be above 0, is " + clip);
            check(schema(features).sha256().equals(schemaSha256), "inputs.schemaSha256 is " + schemaSha256
                    + " and not that of the features below it");
        }

        /** Inputs with the digest of these features. */
        public static Inputs of(InputPlane plane, double clip, List<Feature> features) {
            return new Inputs(plane, schema(features).sha256(), clip, features);
        }

        public List<String> names() {
            return features.stream().map(Feature::name).toList();
        }

        /** The definitions that the model was trained on. */
        public FeatureSchema schema() {
            return schema(features);
        }

        private static FeatureSchema schema(List<Feature> features) {
            return new FeatureSchema(features.stream().map(Feature::definition).toList());
        }

        public double[] means() {
            return features.stream().mapToDouble(Feature::mean).toArray();
        }

        public double[] deviations() {
            return features.stream().mapToDouble(Feature::deviation).toArray();
        }
    }

    /**
     * One input and the definition it had when the model was trained.
     *
     * @param normalisation {@link Normalisation#text()}
     * @param mean          on the training range, of what the model reads
     * @param deviation     standard deviation there, 1 for a constant
     */
    public record Feature(String name, String unit, String formula, String normalisation, double mean,
            double deviation) {
        public Feature {
            Normalisation.parse(normalisation);
            check(deviation > 0.0,
                    "deviation of feature " + name + " must be above 0 (1 for a constant), is " + deviation);
        }

        public static Feature of(FeatureDefinition definition, double mean, double deviation) {
            return new Feature(definition.name(), definition.unit(), definition.formula(),
                    definition.normalisation().text(), mean, deviation);
        }

        /** As the engine's schema has it. */
        public FeatureDefinition definition() {
            return new FeatureDefinition(name, unit, formula, Normalisation.parse(normalisation));
        }
    }

    /**
     * @param definition  in words, for instance "next non-zero mid move within the horizon is up"
     * @param horizonNs   how far ahead it looks, nanoseconds
     * @param meanMoveBps mean absolute labelled move on the training range, basis points
     */
    public record Label(String definition, long horizonNs, double meanMoveBps) {
        public Label {
            check(horizonNs > 0, "label.horizonNs must be above 0, is " + horizonNs);
            check(meanMoveBps > 0.0, "label.meanMoveBps must be above 0, is " + meanMoveBps);
        }
    }

    /**
     * @param train           from the first to the last row of any instrument; so are the next two
     * @param purgeNs         gap between the ranges, at least the label's horizon, nanoseconds
     * @param hyperparameters as given to the trainer
     * @param spans           the ranges by instrument; empty when all instruments share the three ranges above
     */
    public record Fit(Range train, Range validation, Range test, long purgeNs, long seed, List<Setting> hyperparameters,
            List<Span> spans) {
        public Fit {
            hyperparameters = List.copyOf(hyperparameters);
            spans = List.copyOf(spans);
            check(!spans.isEmpty() || train.toNs <= validation.fromNs && validation.toNs <= test.fromNs,
                    "fit: train, validation and test must follow one another in time without overlap");
            checkApart(spans);
        }

        private static void checkApart(List<Span> spans) {
            for (Span reported : spans) {
                for (Span seen : spans) {
                    boolean apart = seen.toNs <= reported.fromNs || reported.toNs <= seen.fromNs;
                    check(!reported.part.equals("TEST") || seen.part.equals("TEST") || apart,
                            "fit: a test span overlaps one that was trained or chosen on: " + reported + ", " + seen);
                }
            }
        }

        /** All instruments share the ranges. */
        public Fit(Range train, Range validation, Range test, long purgeNs, long seed, List<Setting> hyperparameters) {
            this(train, validation, test, purgeNs, seed, hyperparameters, List.of());
        }
    }

    /** Rows of one instrument. @param part TRAIN, VALIDATION or TEST  @param toNs exclusive  @param rows labelled decisions kept */
    public record Span(String part, String instrument, long fromNs, long toNs, long rows) {
    }

    /** @param fromNs first event time, epoch nanoseconds  @param toNs last event time, exclusive  @param rows decisions */
    public record Range(long fromNs, long toNs, long rows) {
        public Range {
            check(fromNs <= toNs, "range ends before it begins: fromNs=" + fromNs + ", toNs=" + toNs);
        }
    }

    /** One hyperparameter. */
    public record Setting(String name, String value) {
    }

    /**
     * Quality on the test range. Accuracy means nothing without the rates it must beat.
     *
     * @param rows        labelled rows judged
     * @param accuracy    fraction right at probability 0.5
     * @param baseRate    fraction of the majority class
     * @param coverage    fraction of all decisions that have a label and a score
     * @param oneFeature  the best rule of one feature, chosen on the training range
     * @param others      whatever else was measured
     */
    public record Metrics(long rows, double accuracy, double baseRate, double coverage, double auc, double logLoss,
            OneFeatureRule oneFeature, List<Measure> others) {
        public Metrics {
            others = List.copyOf(others);
        }
    }

    /** @param rule in words, for instance "up when above 0.12"  @param accuracy on the test range */
    public record OneFeatureRule(String feature, String rule, double accuracy) {
    }

    /** A further measurement. */
    public record Measure(String name, double value) {
    }

    /**
     * @param journalSha256       digest of the input journal(s)
     * @param configurationSha256 digest of the effective configuration
     * @param codeCommit          commit of the trainer, empty when unknown
     */
    public record Lineage(String journalSha256, String configurationSha256, String codeCommit, String jdk, String os,
            String architecture) {
        /** Lineage with the running JVM's versions. */
        public static Lineage here(String journalSha256, String configurationSha256, String codeCommit) {
            return new Lineage(journalSha256, configurationSha256, codeCommit, System.getProperty("java.vm.version"),
                    System.getProperty("os.name"), System.getProperty("os.arch"));
        }
    }

    public ModelManifest {
        files = List.copyOf(files);
        golden = List.copyOf(golden);
        check(isWord(name) && isWord(version), "name '" + name + "' and version '" + version
                + "' must be words of a-z, 0-9, '.', '_', '-' that begin with a letter or digit");
        check(!files.isEmpty(), "files must name at least the model file");
        for (ModelFile file : files) {
            check(file.name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
                    "file '" + file.name + "' must be a plain file name");
        }
        long scored = golden.stream().filter(row -> !Double.isNaN(row.output())).count();
        check(scored == GOLDEN_ROWS && golden.size() <= GOLDEN_ROWS + memory.warmUp(),
                "golden must have " + GOLDEN_ROWS
                        + " rows with a probability and before them at most one for each decision"
                        + " of the warm-up, has " + scored + " of " + golden.size());
        check(family.remembers() || memory.equals(Memory.NONE), "a model of family " + family + " has no memory");
    }

    /** {@code name/version}, as a profile names it. */
    public String id() {
        return name + "/" + version;
    }

    static boolean isWord(String text) {
        return text.matches("[a-z0-9][a-z0-9._-]*");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new ModelException(message);
        }
    }
}
