package io.v11.engine.monitor;

import java.util.List;
import java.util.Map;

import io.v11.ml.drift.DriftSummary;

/**
 * What a run came to: everything the end report needs but latencies. Money in quote units E8.
 *
 * @param events          events processed
 * @param eventTimeNs     event time between the first and the last of them
 * @param decisions       events on which features were ready
 * @param scored          decisions with an ensemble score
 * @param validFeatures   valid features, summed over decisions
 * @param proposals       signals that proposed an order
 * @param approvals       proposals that risk approved
 * @param orders          orders sent
 * @param fills           fill reports, repeated ones included
 * @param feesE8          fees paid
 * @param pnlE8           cash and positions at mid, less fees
 * @param equityE8        starting capital plus PnL
 * @param drawdownFraction        fall from the peak at the end
 * @param maximumDrawdownFraction largest fall from the peak
 * @param accuracy        direction accuracy over all instruments
 * @param byInstrument    the same for each instrument that had a scored decision
 * @param confident       direction accuracy over those scored decisions that the abstention gate let pass
 * @param inference       what the inference budget left out, what the gate let pass
 * @param drift           whether the features were those of the models' training range
 * @param counters        every counter by label
 */
public record RunSummary(long events, long eventTimeNs, long decisions, long scored, long validFeatures, long proposals,
        long approvals, long orders, long fills, long feesE8, long pnlE8, long equityE8, double drawdownFraction,
        double maximumDrawdownFraction, DirectionAccuracy.Figures accuracy, List<Accuracy> byInstrument,
        DirectionAccuracy.Figures confident, InferenceTally.Figures inference, DriftSummary drift,
        Map<String, Long> counters) {

    /** Direction accuracy on one instrument, by its qualified name. */
    public record Accuracy(String instrument, DirectionAccuracy.Figures figures) {
    }
}
