package io.v11.engine.risk.breaker;

import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Command;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.TradingState;

/**
 * The trading state and what holds it down.
 *
 * <pre>
 *   ACTIVE --FLATTEN or a breaker--> REDUCING --PAUSE--> PAUSED --KILL or drawdown--> HALTED
 *      ^------------------------------ RESUME, by a person ------------------------------'
 * </pre>
 *
 * Every cause is a bit and holds until a person lifts all of them; the state is the lowest that any of them asks for. So a command
 * to the left of the present state frees nothing (FLATTEN while PAUSED cancels the working orders and stays PAUSED), and the one
 * cause that may lift itself, the daily loss when so configured, frees only what it held.
 */
public final class TradingSwitch {
    private static final long KILLED = bit(RiskReason.KILLED);
    private static final long DRAWDOWN = bit(RiskReason.DRAWDOWN);
    private static final long PAUSED = bit(RiskReason.PAUSED);
    private static final RiskReason[] REDUCING = {RiskReason.REDUCING_ONLY, RiskReason.SOFT_DRAWDOWN,
        RiskReason.DAILY_LOSS, RiskReason.LOSS_STREAK, RiskReason.SLIPPAGE, RiskReason.REPEATED_EXECUTION};

    private long causes;
    private TradingState state = TradingState.ACTIVE;

    public TradingState state() {
        return state;
    }

    /** The cause holds trading down. */
    public boolean held(RiskReason cause) {
        return (causes & bit(cause)) != 0;
    }

    /** Obeys; true when the working orders must be cancelled. */
    public boolean onCommand(Command command) {
        return switch (command) {
            case RESUME -> {
                causes = 0L;
                conclude();
                yield false;
            }
            case PAUSE -> {
                fall(RiskReason.PAUSED);
                yield false;
            }
            case FLATTEN -> {
                fall(RiskReason.REDUCING_ONLY);
                yield true;
            }
            case KILL -> {
                fall(RiskReason.KILLED);
                yield true;
            }
            case NULL_VAL -> throw new IllegalStateException("operator command without a command");
        };
    }

    /** Holds trading down for a cause; true when the cause is new. */
    public boolean fall(RiskReason cause) {
        boolean first = !held(cause);
        causes |= bit(cause);
        conclude();
        return first;
    }

    /** The daily loss lifts itself on the next day. */
    void liftDailyLoss() {
        causes &= ~bit(RiskReason.DAILY_LOSS);
        conclude();
    }

    /** Why an order may not leave, the hardest cause first; APPROVED when it may. @param shrinks it only shrinks a position */
    public RiskReason refusal(boolean shrinks) {
        if (causes == 0) {
            return RiskReason.APPROVED;
        }
        if (held(RiskReason.KILLED)) {
            return RiskReason.KILLED;
        }
        if (state == TradingState.HALTED) {
            return RiskReason.DRAWDOWN;
        }
        if (state == TradingState.PAUSED) {
            return RiskReason.PAUSED;
        }
        return shrinks ? RiskReason.APPROVED : refusalWhileReducing();
    }

    public long addTo(long hash) {
        return StateHash.add(hash, causes);
    }

    private RiskReason refusalWhileReducing() {
        for (RiskReason cause : REDUCING) {
            if (held(cause)) {
                return cause;
            }
        }
        throw new IllegalStateException("REDUCING without a cause: causes=" + Long.toBinaryString(causes));
    }

    private void conclude() {
        if ((causes & (KILLED | DRAWDOWN)) != 0) {
            state = TradingState.HALTED;
        } else if ((causes & PAUSED) != 0) {
            state = TradingState.PAUSED;
        } else {
            state = causes != 0 ? TradingState.REDUCING : TradingState.ACTIVE;
        }
    }

    private static long bit(RiskReason cause) {
        return 1L << cause.value();
    }
}
