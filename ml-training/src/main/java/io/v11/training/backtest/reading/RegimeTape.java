package io.v11.training.backtest.reading;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.slot.RegimeView;
import io.v11.journal.event.Regime;

/** Follows the regime of each instrument. Confined to one thread. */
final class RegimeTape {
    /** Changes kept of an instrument. */
    static final int KEPT = 10_000;

    private final List<String> names;
    private final Regime[] current;
    private final long[] sinceNs;
    private final long[][] heldNs;
    private final long[] changed;
    private final List<List<RegimeSeries.Change>> changes = new ArrayList<>();

    RegimeTape(List<String> names) {
        this.names = names;
        current = new Regime[names.size()];
        sinceNs = new long[names.size()];
        heldNs = new long[names.size()][RegimeView.STATES + 1];
        changed = new long[names.size()];
        names.forEach(name -> changes.add(new ArrayList<>()));
    }

    /** UNKNOWN before the first. */
    Regime of(int instrument) {
        return current[instrument] == null ? Regime.UNKNOWN : current[instrument];
    }

    void onRegime(int instrument, long timeNs, Regime regime) {
        if (regime == current[instrument]) {
            return;
        }
        hold(instrument, timeNs);
        current[instrument] = regime;
        changed[instrument]++;
        if (changes.get(instrument).size() < KEPT) {
            changes.get(instrument).add(new RegimeSeries.Change(timeNs, regime));
        }
    }

    /** Of the instruments that had any. */
    List<RegimeSeries> finish(long timeNs) {
        List<RegimeSeries> all = new ArrayList<>();
        for (int i = 0; i < current.length; i++) {
            if (current[i] != null) {
                hold(i, timeNs);
                all.add(new RegimeSeries(i, names.get(i), heldNs[i].clone(), List.copyOf(changes.get(i)), changed[i]));
            }
        }
        return List.copyOf(all);
    }

    private void hold(int instrument, long timeNs) {
        if (current[instrument] != null && current[instrument] != Regime.NULL_VAL) {
            heldNs[instrument][current[instrument].value()] += timeNs - sinceNs[instrument];
        }
        sinceNs[instrument] = timeNs;
    }
}
