package io.v11.ml.drift;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.v11.ml.ModelException;

/**
 * What the features of each instrument looked like on the training range: what live windows are compared with. By
 * instrument and not pooled, because a spread of 0.1 bp is usual for one and never seen on another. An instrument whose
 * training range is shorter than {@link #leastSamples()} has no reference: it is not watched, and reports say so.
 * Immutable; cold path.
 */
public final class DriftReference {
    /** Samples in a window unless a reference says otherwise: at one a second, five minutes. */
    public static final int WINDOW = 300;
    /** Event time between samples unless a reference says otherwise. */
    public static final long SPACING_NS = 1_000_000_000L;
    /** For models that have none: nothing is watched. */
    public static final DriftReference NONE = new DriftReference(WINDOW, SPACING_NS, Map.of());

    private static final int WINDOW_MINIMUM = 100;
    private static final int WINDOW_MAXIMUM = 100_000;

    private final int window;
    private final long spacingNs;
    private final Map<String, List<FeatureDistribution>> byInstrument;

    /** @param byInstrument features by the qualified name of the instrument, in the order of the file */
    public DriftReference(int window, long spacingNs, Map<String, List<FeatureDistribution>> byInstrument) {
        this.window = checkWindow(window);
        if (spacingNs <= 0) {
            throw refusal("spacingNs", "must be above 0, is " + spacingNs);
        }
        this.spacingNs = spacingNs;
        this.byInstrument = new LinkedHashMap<>();
        byInstrument.forEach((name, features) -> this.byInstrument.put(name, List.copyOf(features)));
    }

    /** Samples in a window. */
    public int window() {
        return window;
    }

    /** Least event time between two samples of one instrument, nanoseconds. */
    public long spacingNs() {
        return spacingNs;
    }

    /** Training samples of an instrument below which nothing can be said of how much its windows vary. */
    public long leastSamples() {
        return (long) DriftLimits.LEAST_BLOCKS * window;
    }

    /** Qualified names of the instruments that have a reference. */
    public Set<String> instruments() {
        return Collections.unmodifiableSet(byInstrument.keySet());
    }

    /** Features of an instrument; empty when it has no reference. */
    public List<FeatureDistribution> features(String instrument) {
        return byInstrument.getOrDefault(instrument, List.of());
    }

    /** The same without the features that are not among the names. */
    public DriftReference restrictedTo(Collection<String> names) {
        Map<String, List<FeatureDistribution>> kept = new LinkedHashMap<>();
        byInstrument.forEach((instrument, features) -> kept.put(instrument,
                features.stream().filter(feature -> names.contains(feature.name())).toList()));
        return new DriftReference(window, spacingNs, kept);
    }

    /** What models that are asked together were trained on; of a feature that several of them read, the first one's. */
    public static DriftReference union(List<DriftReference> references) {
        DriftReference union = NONE;
        for (DriftReference reference : references) {
            if (union.byInstrument.isEmpty()) {
                union = reference;
            } else if (!reference.byInstrument.isEmpty()) {
                union = union.and(reference);
            }
        }
        return union;
    }

    private DriftReference and(DriftReference other) {
        if (window != other.window || spacingNs != other.spacingNs) {
            throw refusal("models asked together", "windows differ: " + window + " samples every " + spacingNs
                    + " ns and " + other.window + " every " + other.spacingNs);
        }
        Map<String, List<FeatureDistribution>> both = new LinkedHashMap<>(byInstrument);
        other.byInstrument.forEach((instrument, features) -> {
            List<FeatureDistribution> joined = new ArrayList<>(features(instrument));
            Set<String> known = new HashSet<>(joined.stream().map(FeatureDistribution::name).toList());
            features.stream().filter(feature -> !known.contains(feature.name())).forEach(joined::add);
            both.put(instrument, joined);
        });
        return new DriftReference(window, spacingNs, both);
    }

    static int checkWindow(int window) {
        if (window < WINDOW_MINIMUM || window > WINDOW_MAXIMUM) {
            throw refusal("window",
                    "must be " + WINDOW_MINIMUM + " to " + WINDOW_MAXIMUM + " samples, is " + window);
        }
        return window;
    }

    static ModelException refusal(String where, String what) {
        return new ModelException("drift reference, " + where + ": " + what
                + "; the file was changed or made wrongly, train the model again");
    }
}
