package io.v11.training.backtest.reading;

import java.util.List;

import io.v11.journal.event.Regime;

/**
 * The regimes of one instrument.
 *
 * @param instrument id
 * @param name       qualified
 * @param heldNs     time spent in each, by value of the enumeration, from the first bar that told one to the end
 * @param changes    in order; the first {@value RegimeTape#KEPT}
 * @param changed    all of them counted
 */
public record RegimeSeries(int instrument, String name, long[] heldNs, List<Change> changes, long changed) {

    /** From {@code timeNs} on. */
    public record Change(long timeNs, Regime regime) {
    }
}
