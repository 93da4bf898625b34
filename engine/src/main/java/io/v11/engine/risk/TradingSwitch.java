package io.v11.engine.risk;

import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Command;
import io.v11.journal.event.TradingState;

/**
 * The trading state and what may change it.
 *
 * <pre>
 *   ACTIVE --FLATTEN--> REDUCING --PAUSE--> PAUSED --KILL or drawdown--> HALTED
 *      ^------------------------- RESUME, by a person -------------------------'
 * </pre>
 *
 * Every move to the right may skip steps; a command to the left of the present state does not free anything (FLATTEN
 * while PAUSED cancels the working orders and stays PAUSED).
 */
final class TradingSwitch {
    private TradingState state = TradingState.ACTIVE;
    private boolean killed;
    private boolean drawnDown;

    TradingState state() {
        return state;
    }

    /** Halted by a person. */
    boolean killed() {
        return killed;
    }

    /** Halted by the drawdown limit. */
    boolean drawnDown() {
        return drawnDown;
    }

    /** Obeys; true when the working orders must be cancelled. */
    boolean onCommand(Command command) {
        return switch (command) {
            case RESUME -> {
                state = TradingState.ACTIVE;
                killed = false;
                drawnDown = false;
                yield false;
            }
            case PAUSE -> {
                fallTo(TradingState.PAUSED);
                yield false;
            }
            case FLATTEN -> {
                fallTo(TradingState.REDUCING);
                yield true;
            }
            case KILL -> {
                fallTo(TradingState.HALTED);
                killed = true;
                yield true;
            }
            case NULL_VAL -> throw new IllegalStateException("operator command without a command");
        };
    }

    /** Halts; true when the working orders must be cancelled, which is once per halt. */
    boolean onDrawdown() {
        boolean first = !drawnDown;
        drawnDown = true;
        fallTo(TradingState.HALTED);
        return first;
    }

    long addTo(long hash) {
        return StateHash.add(StateHash.add(StateHash.add(hash, state.ordinal()), killed), drawnDown);
    }

    private void fallTo(TradingState target) {
        if (target.compareTo(state) > 0) {
            state = target;
        }
    }
}
