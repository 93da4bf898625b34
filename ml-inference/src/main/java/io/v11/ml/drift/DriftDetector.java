package io.v11.ml.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;

/**
 * Compares the features of live decisions with those of the training range, window by window and instrument by
 * instrument. One thread; allocates nothing after construction but in {@link #summary()}. Per sample nine comparisons a
 * feature, at the end of a window about a hundred additions and multiplications a feature; decisions within a second of the
 * last sample cost one comparison.
 *
 * <p>False alarms. A check aims at {@link DriftLimits#LEVEL} and promises 1 %. Hundreds of features that depend on one
 * another are checked at a time, so some drift in many a window of an unchanged market; the one alert is raised when the
 * values of a share of {@link #ALERT_SHARE} of the features drifted. By Markov's inequality the probability of that in an
 * unchanged market is at most LEVEL / ALERT_SHARE = 1 % a window where checks keep to the level they aim at, and 5 % where
 * they only keep the promise, however the features depend on one another (it is Rüger's 1978 combination of p-values).
 * Features that are not valid do not count for it: after every start many are not.
 *
 * <p>What one window of 300 samples finds, when samples are independent: a shift of 0.5 deviations or twice the scale nearly
 * always, 0.4 deviations nine times of ten, 2 % invalid samples where training had none nine times of ten. Slower features
 * have fewer independent samples and need a larger change; {@link DriftSummary.InstrumentSummary#blind()} counts those that
 * a single window cannot tell anything of.
 */
public final class DriftDetector {
    /** Share of the features of an instrument whose values must drift in one window for the alert. */
    public static final double ALERT_SHARE = 0.2;
    /** Features that a summary names. */
    public static final int WORST = 5;

    private final DriftReference reference;
    private final List<String> instruments;
    private final SampleGate gate;
    private final InstrumentDrift[] windows;
    private final DriftTally[] tallies;
    private final DriftTally total = new DriftTally();
    private long samples;

    /**
     * @param schema      what the vectors hold
     * @param instruments qualified names by instrument id
     */
    public DriftDetector(DriftReference reference, FeatureSchema schema, List<String> instruments) {
        this(reference, schema::indexOf, instruments);
    }

    /** A detector that watches none of the instruments: for engines whose models bring no reference. */
    public static DriftDetector idle(List<String> instruments) {
        return new DriftDetector(DriftReference.NONE, name -> -1, instruments);
    }

    private DriftDetector(DriftReference reference, ToIntFunction<String> positions, List<String> instruments) {
        this.reference = reference;
        this.instruments = List.copyOf(instruments);
        gate = new SampleGate(instruments.size(), reference.spacingNs());
        windows = new InstrumentDrift[instruments.size()];
        tallies = new DriftTally[windows.length];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = new InstrumentDrift(instruments.get(i), reference.features(instruments.get(i)), positions,
                    reference.window());
            tallies[i] = new DriftTally();
        }
    }

    /** Takes the vector of a decision; true when it completed a window. */
    public boolean onDecision(int instrument, long timeNs, FeatureVector features) {
        InstrumentDrift window = windows[instrument];
        if (window.features() == 0 || !gate.take(instrument, timeNs)) {
            return false;
        }
        samples++;
        if (!window.onSample(features)) {
            return false;
        }
        tallies[instrument].onWindow(window.records());
        total.onWindow(window.records());
        return true;
    }

    /** Decisions that were samples. */
    public long samples() {
        return samples;
    }

    /** What the windows of all instruments came to so far. */
    public DriftTally total() {
        return total;
    }

    /** What the windows of the instrument came to so far. */
    public DriftTally tally(int instrument) {
        return tallies[instrument];
    }

    /** Figures so far. Call it on the thread of the decisions or after its end. */
    public DriftSummary summary() {
        List<DriftSummary.InstrumentSummary> watched = new ArrayList<>();
        List<String> unwatched = new ArrayList<>();
        List<FeatureRecord> records = new ArrayList<>();
        for (int i = 0; i < windows.length; i++) {
            if (windows[i].features() == 0) {
                unwatched.add(instruments.get(i));
                continue;
            }
            DriftTally tally = tallies[i];
            records.addAll(List.of(windows[i].records()));
            watched.add(new DriftSummary.InstrumentSummary(instruments.get(i), windows[i].features(),
                    windows[i].blind(), tally.windows(), windows[i].inWindow(), tally.driftedInLast(),
                    tally.alerts(), tally.checks()));
        }
        records.removeIf(record -> record.driftedWindows() == 0);
        records.sort(Comparator.comparingInt(FeatureRecord::driftedWindows)
                .thenComparingDouble(FeatureRecord::severity).reversed());
        return new DriftSummary(reference.window(), samples, total.windows(), total.alerts(), total.checks(), watched,
                unwatched, records.stream().limit(WORST).map(FeatureRecord::worst).toList());
    }
}
