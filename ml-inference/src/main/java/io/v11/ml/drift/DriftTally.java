package io.v11.ml.drift;

/** Counts of what the windows of one instrument, or of all, came to. One thread; allocates nothing but in {@link #checks()}. */
public final class DriftTally {
    private long windows;
    private long alerts;
    private int driftedInLast;
    private long checks;
    private long drifted;
    private long byPsi;
    private long byKs;
    private long byUnusual;
    private long byInvalid;

    void onWindow(FeatureRecord[] records) {
        windows++;
        driftedInLast = 0;
        int byValues = 0;
        for (int i = 0; i < records.length; i++) {
            FeatureRecord record = records[i];
            driftedInLast += record.drifted() ? 1 : 0;
            byValues += record.byValues() ? 1 : 0;
            byPsi += record.byPsi() ? 1 : 0;
            byKs += record.byKs() ? 1 : 0;
            byUnusual += record.byUnusual() ? 1 : 0;
            byInvalid += record.byInvalid() ? 1 : 0;
        }
        checks += records.length;
        drifted += driftedInLast;
        if (byValues >= DriftDetector.ALERT_SHARE * records.length) {
            alerts++;
        }
    }

    /** Windows completed. */
    public long windows() {
        return windows;
    }

    /** Windows in which the values of so many features drifted that the alert was raised. */
    public long alerts() {
        return alerts;
    }

    /** Features that drifted in the last window. */
    public int driftedInLast() {
        return driftedInLast;
    }

    /** Checks that found drift by any comparison. */
    public long drifted() {
        return drifted;
    }

    public long byPsi() {
        return byPsi;
    }

    public long byKs() {
        return byKs;
    }

    public long byUnusual() {
        return byUnusual;
    }

    public long byInvalid() {
        return byInvalid;
    }

    /** Checks so far and what they found. */
    public DriftSummary.Checks checks() {
        return new DriftSummary.Checks(checks, drifted, byPsi, byKs, byUnusual, byInvalid);
    }
}
