package io.v11.training.backtest.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.journal.event.RiskReason;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TradingState;
import io.v11.journal.event.VenueReason;

/** Counts reasons. Confined to one thread; allocates only for changes of state. */
final class VerdictTally {
    private final long[] signals = new long[SignalReason.values().length];
    private final long[] risk = new long[RiskReason.values().length];
    private final long[] venue = new long[VenueReason.values().length];
    private final List<Verdicts.StateChange> states = new ArrayList<>();
    private TradingState state = TradingState.ACTIVE;
    private long stateChanges;
    private long orders;

    void onSignal(SignalReason reason) {
        signals[reason.ordinal()]++;
    }

    void onVerdict(RiskReason reason) {
        risk[reason.ordinal()]++;
    }

    void onVenue(VenueReason reason) {
        venue[reason.ordinal()]++;
    }

    void onOrder() {
        orders++;
    }

    /** NULL_VAL, of journals that do not tell it, is passed over. */
    void onState(long timeNs, TradingState now) {
        if (now == state || now == TradingState.NULL_VAL) {
            return;
        }
        state = now;
        stateChanges++;
        if (states.size() < Verdicts.STATES_KEPT) {
            states.add(new Verdicts.StateChange(timeNs, now));
        }
    }

    Verdicts verdicts() {
        return new Verdicts(named(signals, SignalReason.values()), named(risk, RiskReason.values()),
                named(venue, VenueReason.values()), orders, List.copyOf(states), stateChanges);
    }

    private static Map<String, Long> named(long[] counts, Enum<?>[] reasons) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                named.put(reasons[i].name(), counts[i]);
            }
        }
        return Collections.unmodifiableMap(named);
    }
}
