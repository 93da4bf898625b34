package io.v11.engine.signal;

import io.v11.config.FixedPoint;
import io.v11.config.SignalSettings.Size;
import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.sizing.FractionalKelly;
import io.v11.engine.sizing.VolatilityTarget;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * Notional of the position that a strategy's share stands for.
 *
 * <pre>
 *   FIXED       share x confidence x notional
 *   VOLATILITY  share x confidence x min(target / volatility, maximum) x equity
 *   KELLY       sign x confidence x min(k edge / move^2, maximum) x equity
 * </pre>
 *
 * Volatility, Kelly and their sources: {@link io.v11.engine.sizing}. A bet that wins or loses a move of the given size has the
 * square of the move as its variance. The volatility's decay is (span - 1) / (span + 1); bars without a trade count, they are
 * quiet time; a market that has not moved at all has no volatility that a size could stand on. A strategy may choose its shares
 * of equity itself. All sizes shrink in proportion between two drawdowns of the account (Grossman, Zhou 1993, made linear).
 * Zero while the volatility is not known. Allocates nothing after construction.
 */
final class PositionSize {
    private static final double BPS = 10_000.0;
    /** Returns before a volatility is known. */
    private static final int WARM = 20;

    private final Size settings;
    private final BarLength bar;
    private final VolatilityTarget[] targets;
    private final long[] closesE8;

    PositionSize(Size settings, int instruments) {
        this.settings = settings;
        this.bar = BarLength.valueOf(settings.bar());
        this.closesE8 = new long[instruments];
        this.targets = new VolatilityTarget[instruments];
        double decay = (settings.volatilityBars() - 1.0) / (settings.volatilityBars() + 1.0);
        for (int i = 0; i < instruments; i++) {
            targets[i] = new VolatilityTarget(settings.volatilityTarget(), settings.maximumWeight(), decay, WARM,
                    bar.timeNs());
        }
    }

    void onMarket(EngineEvent event) {
        MarketView market = event.market();
        if (!market.closed(bar)) {
            return;
        }
        long beforeE8 = closesE8[event.instrument()];
        long closeE8 = market.bar(bar).closeE8;
        closesE8[event.instrument()] = closeE8;
        if (beforeE8 > 0 && closeE8 > 0) {
            targets[event.instrument()].onReturn((closeE8 - beforeE8) / (double) beforeE8);
        }
    }

    /** Quote units E8, signed. */
    long notionalE8(EngineEvent event, Outlook outlook) {
        double allowance = allowance(event.portfolio().drawdownFraction);
        double equity = Math.max(0.0, FixedPoint.toDouble(event.portfolio().equityE8));
        if (outlook.sized) {
            return FixedPoint.ofDouble(outlook.share * allowance * equity);
        }
        double part = outlook.confidence * allowance;
        if (settings.mode().equals("FIXED")) {
            return FixedPoint.multiply(settings.notional().e8(), FixedPoint.ofDouble(outlook.share * part));
        }
        return FixedPoint.ofDouble(weight(event.instrument(), outlook) * part * equity);
    }

    /** All of the size while the drawdown is small, none at its limit, in proportion between. */
    private double allowance(double drawdown) {
        double left = (settings.deleverageTo() - drawdown) / (settings.deleverageTo() - settings.deleverageFrom());
        return Math.clamp(left, 0.0, 1.0);
    }

    /** The volatility that the size depends on is known, or it depends on none. */
    boolean known(int instrument, Outlook outlook) {
        return outlook.sized || !settings.mode().equals("VOLATILITY") || moves(instrument);
    }

    private boolean moves(int instrument) {
        return targets[instrument].known() && targets[instrument].barVariance() > 0.0;
    }

    private double weight(int instrument, Outlook outlook) {
        if (settings.mode().equals("KELLY")) {
            double move = outlook.moveBps / BPS;
            // Without a move there is no bet; Kelly's criterion would take the edge for a sure thing.
            return move > 0.0
                    ? Math.signum(outlook.share) * FractionalKelly.ofEdge(outlook.edgeBps / BPS, move * move,
                            settings.kellyFraction(), settings.maximumWeight())
                    : 0.0;
        }
        return moves(instrument) ? outlook.share * targets[instrument].weight() : 0.0;
    }

    long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < targets.length; i++) {
            result = targets[i].addTo(StateHash.add(result, closesE8[i]));
        }
        return result;
    }
}
