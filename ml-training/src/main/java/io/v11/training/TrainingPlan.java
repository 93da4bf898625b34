package io.v11.training;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.v11.config.ConfigurationException;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.ml.Family;
import io.v11.ml.InputPlane;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.TimeSplit.Part;
import io.v11.training.data.label.LabelRule;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.net.LogisticSettings;
import io.v11.training.trainer.net.MlpSettings;
import io.v11.training.trainer.sequence.LstmSettings;
import io.v11.training.trainer.sequence.TransformerSettings;
import io.v11.training.trainer.tree.ForestSettings;
import io.v11.training.trainer.tree.XgboostSettings;

/**
 * What is trained, on what, and how: {@code config/training.yaml}. Every key is required, unknown keys are refused. Where
 * a family lists several candidates, the one with the lowest validation loss is published; the test range has no say.
 *
 * @param version   version under which the models are published
 * @param cadence   which events are decisions; the profile that uses the models should say the same
 * @param seed      of every draw
 * @param weights   what a row counts, in fitting and in choosing
 * @param purgeMs   see {@link TimeSplit}
 * @param embargoMs see {@link TimeSplit}
 * @param captures  recordings that the journals are made of when none is given, relative to the data folder; training itself
 *                  does not read them
 * @param spans     parts in time
 * @param label     what is predicted, see {@link LabelRule#kinds}
 * @param bothWays  train rows are shown in the {@link io.v11.training.data.mirror.Mirror} too
 * @param stack     how the families are put together
 * @param families  candidates
 */
public record TrainingPlan(String version, DecisionCadence cadence, long seed, SampleWeights weights, long purgeMs,
        long embargoMs, List<String> captures, List<Stretch> spans, String label, boolean bothWays, StackSettings stack,
        Candidates families) {
    private static final long NS_PER_MS = 1_000_000L;

    public TrainingPlan {
        captures = List.copyOf(captures);
        spans = List.copyOf(spans);
        require(version.matches("[a-z0-9][a-z0-9._-]*"),
                "version must be a word of a-z, 0-9, '.', '_', '-': " + version);
        require(purgeMs >= 0 && embargoMs >= 0, "purgeMs and embargoMs must be 0 or more");
        for (Part part : Part.values()) {
            require(spans.stream().anyMatch(span -> span.part == part), "spans: none is for " + part);
        }
        LabelRule.parse(label);
    }

    /**
     * Hyperparameters to try, by family, in the order in which they are tried. A family without any is left out.
     */
    public record Candidates(List<XgboostSettings> xgboost, List<ForestSettings> forest, List<MlpSettings> mlp,
            List<LstmSettings> lstm, List<TransformerSettings> transformer, List<LogisticSettings> logistic) {
        public Candidates {
            xgboost = List.copyOf(xgboost);
            forest = List.copyOf(forest);
            mlp = List.copyOf(mlp);
            lstm = List.copyOf(lstm);
            transformer = List.copyOf(transformer);
            logistic = List.copyOf(logistic);
            require(Stream.of(xgboost, forest, mlp, lstm, transformer, logistic).anyMatch(list -> !list.isEmpty()),
                    "no family has a candidate");
        }

        /** Those of some families only. */
        public Candidates only(Set<Family> wanted) {
            return new Candidates(only(wanted, Family.XGBOOST, xgboost), only(wanted, Family.FOREST, forest),
                    only(wanted, Family.MLP, mlp), only(wanted, Family.LSTM, lstm),
                    only(wanted, Family.TRANSFORMER, transformer), only(wanted, Family.LOGISTIC, logistic));
        }

        private static <T> List<T> only(Set<Family> wanted, Family family, List<T> candidates) {
            return wanted.contains(family) ? candidates : List.of();
        }

        /** True when some candidate takes normalised values, which the rows must then hold. */
        boolean normalised() {
            return Stream.of(mlp.stream().map(MlpSettings::inputs), lstm.stream().map(LstmSettings::inputs),
                    transformer.stream().map(TransformerSettings::inputs),
                    logistic.stream().map(LogisticSettings::inputs))
                    .flatMap(planes -> planes).anyMatch(plane -> plane == InputPlane.NORMALISED);
        }
    }

    /**
     * How forecasts out of fold are made, and the stack fitted on them.
     *
     * @param folds           pieces of the train rows that are forecast
     * @param firstShare      share of each instrument's time before the first piece
     * @param validationShare last part of what is before a piece, which stops the fit
     * @param l2              penalty of the stack's weights
     */
    public record StackSettings(int folds, double firstShare, double validationShare, double l2) {
        public StackSettings {
            require(folds >= 1 && folds <= 20, "stack: folds must be between 1 and 20, are " + folds);
            require(l2 >= 0, "stack: l2 must be 0 or more, is " + l2);
        }
    }

    /**
     * A stretch of time of one instrument.
     *
     * @param instrument qualified name, e.g. {@code BTCUSDT.SPOT}
     * @param from       UTC, ISO 8601, belongs to the stretch; ingest time of events
     * @param to         UTC, ISO 8601, does not belong to it
     */
    public record Stretch(Part part, String instrument, String from, String to) {
        /** The stretch with instrument id and times in ns. */
        public TimeSplit.Span resolve(Instruments instruments) {
            int dot = instrument.lastIndexOf('.');
            require(dot > 0, "instrument must be SYMBOL.MARKET, is " + instrument);
            Instrument.Market market;
            try {
                market = Instrument.Market.valueOf(instrument.substring(dot + 1));
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException("training plan: unknown market in " + instrument, e);
            }
            int id = instruments.find(instrument.substring(0, dot), market).id();
            return new TimeSplit.Span(part, id, epochNs(from), epochNs(to));
        }

        private static long epochNs(String time) {
            try {
                Instant instant = Instant.parse(time);
                return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
            } catch (DateTimeParseException | ArithmeticException e) {
                throw new ConfigurationException(
                        "training plan: '" + time + "' is not a UTC time such as 2024-07-24T08:00:00Z", e);
            }
        }
    }

    /** Reads the plan from a YAML file. */
    public static TrainingPlan read(Path file) {
        return YamlBinder.read(file, TrainingPlan.class);
    }

    /** The same plan for some families only. */
    public TrainingPlan only(Set<Family> wanted) {
        return new TrainingPlan(version, cadence, seed, weights, purgeMs, embargoMs, captures, spans, label, bothWays,
                stack, families.only(wanted));
    }

    /** The same plan under other labels. */
    public TrainingPlan withLabel(String other) {
        return new TrainingPlan(version, cadence, seed, weights, purgeMs, embargoMs, captures, spans, other, bothWays,
                stack, families);
    }

    public LabelRule labelRule() {
        return LabelRule.parse(label);
    }

    /** True when some candidate takes normalised values, which the rows must then hold. */
    public boolean normalised() {
        return families.normalised();
    }

    /** The spans with instrument ids and times in ns. */
    public List<TimeSplit.Span> resolve(Instruments instruments) {
        List<TimeSplit.Span> resolved = new ArrayList<>();
        for (Stretch stretch : spans) {
            resolved.add(stretch.resolve(instruments));
        }
        return resolved;
    }

    public long purgeNs() {
        return Math.multiplyExact(purgeMs, NS_PER_MS);
    }

    public long embargoNs() {
        return Math.multiplyExact(embargoMs, NS_PER_MS);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ConfigurationException("training plan: " + message);
        }
    }
}
