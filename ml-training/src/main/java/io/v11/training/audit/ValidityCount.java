package io.v11.training.audit;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.v11.config.Instruments;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.journal.JournalReader;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/**
 * How many values of a journal's vectors were valid, and why the others were not. Confined to one thread.
 *
 * @param events    events replayed
 * @param decisions vectors
 * @param valid     valid values of all vectors
 * @param byFeature invalid values, by position in the vector and ordinal of the cause
 */
public record ValidityCount(long events, long decisions, long valid, long[][] byFeature) {
    /** @param log folder of the input log */
    public static ValidityCount of(Path log, Instruments instruments, DecisionCadence cadence) {
        long events = 0;
        long valid = 0;
        long[][] invalid = new long[FeatureCatalog.size()][Invalidity.values().length];
        AuditPass pass = new AuditPass(instruments, cadence, List.of());
        try (JournalReader reader = JournalReader.open(log)) {
            while (reader.next()) {
                pass.onEvent(reader);
                events++;
                FeatureVector vector = pass.vector();
                if (!vector.ready()) {
                    continue;
                }
                valid += vector.validCount();
                for (int i = 0; i < vector.size(); i++) {
                    if (!vector.isValid(i)) {
                        invalid[i][vector.cause(i).ordinal()]++;
                    } else if (Double.isNaN(vector.value(i)) || Double.isInfinite(vector.value(i))) {
                        throw new IllegalStateException("a value that is no number is marked valid: sequence="
                                + reader.sequence() + " feature=" + FeatureCatalog.names().get(i));
                    }
                }
            }
        }
        return new ValidityCount(events, pass.decisions(), valid, invalid);
    }

    /** Invalid values of all features by cause. */
    public Map<Invalidity, Long> byCause() {
        Map<Invalidity, Long> counts = new EnumMap<>(Invalidity.class);
        for (Invalidity cause : Invalidity.values()) {
            counts.put(cause, IntStream.range(0, byFeature.length).mapToLong(i -> byFeature[i][cause.ordinal()]).sum());
        }
        return counts;
    }

    /** Positions of the features that were invalid for this cause most often, at most {@code count}, the worst first. */
    public List<Integer> worst(Invalidity cause, int count) {
        return IntStream.range(0, byFeature.length).filter(i -> byFeature[i][cause.ordinal()] > 0).boxed()
                .sorted(Comparator.comparingLong(i -> -byFeature[i][cause.ordinal()])).limit(count).toList();
    }
}
