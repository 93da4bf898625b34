package io.v11.training.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.v11.config.Instruments;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.JournalReader;
import io.v11.ml.FeatureVector;

/**
 * Starts the features anew at several places of a journal and compares them with those that have run from its first
 * event: once a feature has settled ({@link Settling}), the two must be equal. The market itself (books, bars that are
 * open) is not started anew: without the book's snapshot there would be no market to speak of. One pass over the journal.
 */
public class WarmUpAudit {
    /** Rounding that running sums may leave, of values of size 1 or more. */
    private static final double ROUNDING = 1e-9;

    private final Path log;
    private final Instruments instruments;
    private final DecisionCadence cadence;

    /** @param log folder of the input log */
    public WarmUpAudit(Path log, Instruments instruments, DecisionCadence cadence) {
        this.log = log;
        this.instruments = instruments;
        this.cadence = cadence;
    }

    /**
     * What was seen of one feature.
     *
     * @param compared pairs of values after it had settled, one of them valid at least; 0: the journal cannot tell
     * @param failed   pairs further apart than it claims, or of which one only was valid
     * @param worst    largest difference in standard deviations of the feature
     */
    public record Finding(Feature feature, long compared, long failed, double worst) {
        public boolean holds() {
            return failed == 0;
        }
    }

    /** @param starts places, spread evenly over the first half of the events */
    public List<Finding> run(int starts) {
        long events = 0;
        try (JournalReader reader = JournalReader.open(log)) {
            while (reader.next()) {
                events++;
            }
        }
        Tally[] tallies = new Tally[FeatureCatalog.size()];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally(claim(i));
        }
        long apart = Math.max(1, events / 2 / starts);
        List<Start> begun = new ArrayList<>();
        MarketStage market = new MarketStage(instruments);
        FeatureStage whole = new FeatureStage(instruments, cadence);
        EngineEvent slot = new EngineEvent(FeatureCatalog.size(), 1, 1);
        FeatureVector reference = new FeatureVector(FeatureCatalog.size());
        try (JournalReader reader = JournalReader.open(log)) {
            for (long event = 1; reader.next(); event++) {
                slot.load(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                market.onEvent(slot);
                whole.onEvent(slot);
                boolean decision = slot.features().ready();
                if (decision) {
                    reference.copyFrom(slot.features(), 0);
                    for (int i = 0; i < tallies.length; i++) {
                        tallies[i].observe(reference, i);
                    }
                }
                if (begun.size() < starts && event % apart == 0) {
                    begun.add(new Start(new FeatureStage(instruments, cadence), instruments.count()));
                }
                for (Start start : begun) {
                    start.onEvent(slot);
                    if (decision) {
                        start.compare(slot, reference, tallies);
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < tallies.length; i++) {
            findings.add(tallies[i].finding(FeatureCatalog.features().get(i)));
        }
        return findings;
    }

    /** What a feature claims; a test lets one claim too much. */
    Settling claim(int feature) {
        return FeatureCatalog.features().get(feature).settling();
    }

    /** Feature stages that began later than the journal. */
    private static final class Start {
        private final FeatureStage features;
        private final long[] firstNs;
        private final long[] events;

        Start(FeatureStage features, int instruments) {
            this.features = features;
            this.firstNs = new long[instruments];
            this.events = new long[instruments];
        }

        void onEvent(EngineEvent slot) {
            slot.features().clear();
            features.onEvent(slot);
            int instrument = slot.instrument();
            if (slot.market().present && events[instrument]++ == 0) {
                firstNs[instrument] = slot.timeNs();
            }
        }

        void compare(EngineEvent slot, FeatureVector reference, Tally[] tallies) {
            long elapsedNs = slot.timeNs() - firstNs[slot.instrument()];
            for (int i = 0; i < tallies.length; i++) {
                tallies[i].compare(slot.features(), reference, i, elapsedNs, events[slot.instrument()]);
            }
        }
    }

    /** The pairs of one feature, and its deviation so far. */
    private static final class Tally {
        private final Settling settling;
        private long count;
        private double mean;
        private double squares;
        private long compared;
        private long failed;
        private double worst;

        Tally(Settling settling) {
            this.settling = settling;
        }

        void observe(FeatureVector vector, int index) {
            if (vector.isValid(index)) {
                count++;
                double off = vector.value(index) - mean;
                mean += off / count;
                squares += off * (vector.value(index) - mean);
            }
        }

        void compare(FeatureVector begun, FeatureVector whole, int index, long elapsedNs, long events) {
            if (elapsedNs < settling.timeNs() || events < settling.events()) {
                return;
            }
            if (!begun.isValid(index) && !whole.isValid(index)) {
                return;
            }
            compared++;
            if (begun.isValid(index) != whole.isValid(index)) {
                failed++;
                worst = Double.POSITIVE_INFINITY;
            } else if (whole.isValid(index)) {
                double apart = Math.abs(begun.value(index) - whole.value(index));
                double deviation = count > 1 ? Math.sqrt(squares / count) : 0.0;
                if (apart > settling.tolerance() * deviation
                        + ROUNDING * Math.max(1.0, Math.abs(whole.value(index)))) {
                    failed++;
                }
                worst = Math.max(worst, apart == 0.0 ? 0.0 : apart / Math.max(deviation, ROUNDING));
            }
        }

        Finding finding(Feature feature) {
            return new Finding(feature, compared, failed, worst);
        }
    }
}
