package io.v11.training.backtest.reading;

import java.util.List;
import java.util.Map;

import io.v11.journal.event.TradingState;

/**
 * What became of the decisions of a run, by reason. Reasons that never came are left out; maps are in the order of the enumerations.
 *
 * @param signals         decisions by reason of the signal stage, PROPOSED among them
 * @param risk            proposals by reason of the risk stage, APPROVED among them
 * @param venue           orders ended or refused by the venue, by its reason
 * @param orders          sent
 * @param states          changes of the trading state; the first {@value #STATES_KEPT}
 * @param stateChanges    all of them counted
 */
public record Verdicts(Map<String, Long> signals, Map<String, Long> risk, Map<String, Long> venue, long orders,
        List<StateChange> states, long stateChanges) {
    /** Changes kept. */
    static final int STATES_KEPT = 200;

    /** From {@code timeNs} on. */
    public record StateChange(long timeNs, TradingState state) {
    }

    /** Decisions of any kind. */
    public long decisions() {
        return signals.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Proposals that risk refused. */
    public long refused() {
        return risk.entrySet().stream().filter(entry -> !entry.getKey().equals("APPROVED"))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
