package io.v11.engine.signal.strategy;

import java.util.Arrays;

import io.v11.config.SignalSettings.RandomEntries;
import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.signal.outlook.Strategy;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.SignalReason;

/**
 * Enters by lot, up or down, and leaves after a fixed time: as many trades as another strategy, without its opinion. The lot
 * of a decision is a hash of seed, instrument and time, so that it depends on nothing else. The chance of an entry grows with
 * the time since the last decision, so that the number of entries does not depend on how often decisions come.
 */
final class RandomStrategy implements Strategy {
    private static final long NS_PER_MS = 1_000_000L;
    private static final double DAY_NS = 86_400e9;
    private static final double TWO_POW_53 = 9007199254740992.0;
    private static final long NEVER = Long.MIN_VALUE;

    private final long seed;
    private final double perDay;
    private final long holdNs;
    private final long[] lastNs;
    private final long[] enteredNs;
    private final int[] direction;

    RandomStrategy(RandomEntries settings, int instruments) {
        seed = settings.seed();
        perDay = settings.perDay();
        holdNs = Math.multiplyExact(settings.holdMs(), NS_PER_MS);
        lastNs = new long[instruments];
        enteredNs = new long[instruments];
        direction = new int[instruments];
        Arrays.fill(lastNs, NEVER);
    }

    @Override
    public void onMarket(EngineEvent event) {
        // Nothing to learn.
    }

    @Override
    public SignalReason decide(EngineEvent event, Outlook outlook) {
        int i = event.instrument();
        long nowNs = event.timeNs();
        double chance = lastNs[i] == NEVER ? 0.0 : perDay * (nowNs - lastNs[i]) / DAY_NS;
        lastNs[i] = nowNs;
        if (direction[i] != 0 && nowNs - enteredNs[i] >= holdNs) {
            direction[i] = 0;
        }
        long lot = StateHash.add(StateHash.add(StateHash.add(StateHash.start(), seed), i), nowNs);
        if (direction[i] == 0 && (lot >>> 11) / TWO_POW_53 < chance) {
            direction[i] = (StateHash.add(lot, seed) & 1L << 40) == 0 ? -1 : 1;
            enteredNs[i] = nowNs;
        }
        outlook.forecast = direction[i];
        outlook.share = direction[i];
        // Held as it is: trimming it to the notional again and again would only cost.
        outlook.keep = direction[i] != 0 && Long.signum(event.portfolio().positionE8) == direction[i];
        return SignalReason.NONE;
    }

    @Override
    public long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < direction.length; i++) {
            result = StateHash.add(StateHash.add(StateHash.add(result, lastNs[i]), enteredNs[i]), direction[i]);
        }
        return result;
    }
}
