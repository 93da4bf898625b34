package io.v11.engine.signal;

import io.v11.config.FixedPoint;
import io.v11.config.SignalSettings.Size;
import io.v11.engine.signal.strategy.Outlook;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;

/**
 * Notional of the position that a strategy's share stands for.
 *
 * <pre>
 *   FIXED       share x notional
 *   VOLATILITY  share x min(target / volatility, maximum) x equity
 *   KELLY       sign x min(k edge / move^2, maximum) x equity
 * </pre>
 *
 * The last is the growth-optimal share of a bet that wins or loses a move of the given size and is worth the edge on average
 * (Kelly 1956; Thorp 2006), cut to a fraction k because edges are estimates. A strategy may choose its shares of equity
 * itself. All sizes shrink in proportion between two drawdowns of the account (Grossman, Zhou 1993, made linear). Zero while the volatility is not known.
 */
final class PositionSize {
    private static final double BPS = 10_000.0;

    private final Size settings;
    private final BarVolatility volatility;

    PositionSize(Size settings, int instruments) {
        this.settings = settings;
        this.volatility = new BarVolatility(instruments, BarLength.valueOf(settings.bar()), settings.volatilityBars());
    }

    void onMarket(EngineEvent event) {
        volatility.onMarket(event.instrument(), event.market());
    }

    /** Quote units E8, signed. */
    long notionalE8(EngineEvent event, Outlook outlook) {
        double allowance = allowance(event.portfolio().drawdownFraction);
        double equity = Math.max(0.0, FixedPoint.toDouble(event.portfolio().equityE8));
        if (outlook.sized) {
            return FixedPoint.ofDouble(outlook.share * allowance * equity);
        }
        if (settings.mode().equals("FIXED")) {
            return FixedPoint.multiply(settings.notional().e8(), FixedPoint.ofDouble(outlook.share * allowance));
        }
        return FixedPoint.ofDouble(weight(event.instrument(), outlook) * allowance * equity);
    }

    /** All of the size while the drawdown is small, none at its limit, in proportion between. */
    private double allowance(double drawdown) {
        double left = (settings.deleverageTo() - drawdown) / (settings.deleverageTo() - settings.deleverageFrom());
        return Math.clamp(left, 0.0, 1.0);
    }

    /** The volatility that the size depends on is known, or it depends on none. */
    boolean known(int instrument, Outlook outlook) {
        return outlook.sized || !settings.mode().equals("VOLATILITY") || volatility.annual(instrument) > 0.0;
    }

    private double weight(int instrument, Outlook outlook) {
        if (settings.mode().equals("KELLY")) {
            double move = outlook.moveBps / BPS;
            double full = move > 0.0 ? Math.max(0.0, outlook.edgeBps / BPS) / (move * move) : 0.0;
            return Math.signum(outlook.share) * Math.min(settings.kellyFraction() * full, settings.maximumWeight());
        }
        double annual = volatility.annual(instrument);
        return annual > 0.0
                ? outlook.share * Math.min(settings.volatilityTarget() / annual, settings.maximumWeight())
                : 0.0;
    }

    long addTo(long hash) {
        return volatility.addTo(hash);
    }
}
