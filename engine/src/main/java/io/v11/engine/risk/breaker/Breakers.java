package io.v11.engine.risk.breaker;

import io.v11.config.RiskLimits;
import io.v11.engine.risk.ledger.Holdings;
import io.v11.engine.slot.PortfolioView;
import io.v11.journal.event.Command;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradingState;

/**
 * What stops trading by itself, watched on every event, proposal or not.
 *
 * <pre>
 *   drawdown, hard        HALTED     everything is closed
 *   drawdown, soft        REDUCING   everything is closed when so configured
 *   loss of the UTC day   REDUCING   lifts itself the next day only when so configured
 *   loss streak           REDUCING
 *   slippage              REDUCING
 *   repeated execution    REDUCING
 * </pre>
 *
 * Working orders are cancelled when one fires. A RESUME accepts what each has counted. Confined to one thread; allocates nothing
 * after construction.
 */
public final class Breakers {
    private final TradingSwitch trading;
    private final DrawdownGuard drawdown;
    private final DailyLoss daily;
    private final LossStreak streak;
    private final SlippageMean slippage;
    private final RepeatedExecution repeated;
    private final boolean dailyRearm;
    private final boolean softClose;

    public Breakers(int instruments, RiskLimits limits, TradingSwitch trading, DrawdownGuard drawdown) {
        this.trading = trading;
        this.drawdown = drawdown;
        daily = new DailyLoss(limits);
        streak = new LossStreak(limits.breakers().lossStreak());
        slippage = new SlippageMean(limits.breakers().slippageFills(), limits.breakers().slippageBps());
        repeated = new RepeatedExecution(instruments, limits.pace());
        dailyRearm = limits.breakers().dailyRearm();
        softClose = limits.breakers().softClose();
    }

    /** Looks at the account after an event; true when a breaker fired and working orders must be cancelled. */
    public boolean onAccount(PortfolioView account, long timeNs) {
        long equityE8 = account.equityE8;
        if (daily.begins(timeNs) && dailyRearm) {
            trading.liftDailyLoss();
        }
        drawdown.onEquity(equityE8);
        boolean fired = drawdown.hard(equityE8, account.grossNotionalE8) && trading.fall(RiskReason.DRAWDOWN);
        fired |= drawdown.soft(equityE8, account.grossNotionalE8) && trading.fall(RiskReason.SOFT_DRAWDOWN);
        fired |= daily.reached(equityE8) && trading.fall(RiskReason.DAILY_LOSS);
        return fired;
    }

    /** Takes a fill that moved the position; true when a breaker fired. @param first the first of its order */
    public boolean onFill(int instrument, Side side, long priceE8, long referenceTwiceE8, boolean first,
            Holdings holdings, long timeNs) {
        boolean fired = first && repeated.onFilled(instrument, side, timeNs)
                && trading.fall(RiskReason.REPEATED_EXECUTION);
        slippage.onFill(side, priceE8, referenceTwiceE8);
        fired |= slippage.reached() && trading.fall(RiskReason.SLIPPAGE);
        if (holdings.tripEnded()) {
            streak.onTrip(holdings.tripProfitE8());
            fired |= streak.reached() && trading.fall(RiskReason.LOSS_STREAK);
        }
        return fired;
    }

    /** Obeys a person; true when working orders must be cancelled. */
    public boolean onCommand(Command command, long equityE8) {
        if (command == Command.RESUME) {
            accept(equityE8);
        }
        return trading.onCommand(command);
    }

    /** Positions are to be closed, not only left to shrink. */
    public boolean closing() {
        return trading.held(RiskReason.DRAWDOWN) || softClose && trading.held(RiskReason.SOFT_DRAWDOWN);
    }

    /** A person stopped everything: not even a closing order may leave. */
    public boolean frozen() {
        return trading.held(RiskReason.KILLED) || trading.held(RiskReason.PAUSED);
    }

    public TradingState state() {
        return trading.state();
    }

    public long addTo(long hash) {
        long result = drawdown.addTo(trading.addTo(hash));
        return repeated.addTo(slippage.addTo(streak.addTo(daily.addTo(result))));
    }

    private void accept(long equityE8) {
        if (trading.held(RiskReason.DRAWDOWN)) {
            drawdown.accept(equityE8);
        } else if (trading.held(RiskReason.SOFT_DRAWDOWN)) {
            drawdown.acceptSoft();
        }
        if (trading.held(RiskReason.DAILY_LOSS)) {
            daily.accept(equityE8);
        }
        streak.accept();
        slippage.accept();
        repeated.accept();
    }
}
