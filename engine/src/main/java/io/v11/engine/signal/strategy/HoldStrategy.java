package io.v11.engine.signal.strategy;

import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.signal.outlook.Strategy;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.SignalReason;

/** Buys each instrument at its first decision and keeps it: the comparison that asks whether trading was worth it at all. */
final class HoldStrategy implements Strategy {
    private final boolean[] bought;

    HoldStrategy(int instruments) {
        bought = new boolean[instruments];
    }

    @Override
    public void onMarket(EngineEvent event) {
        // Nothing to learn.
    }

    @Override
    public SignalReason decide(EngineEvent event, Outlook outlook) {
        outlook.forecast = 1.0;
        outlook.share = 1.0;
        outlook.keep = bought[event.instrument()] && event.portfolio().positionE8 != 0;
        bought[event.instrument()] |= event.portfolio().positionE8 != 0;
        return SignalReason.NONE;
    }

    @Override
    public long addTo(long hash) {
        long result = hash;
        for (boolean done : bought) {
            result = StateHash.add(result, done);
        }
        return result;
    }
}
