package io.v11.engine.signal.strategy.sleeve;

import io.v11.config.ExternalSeries;
import io.v11.config.SignalSettings.Allocation;
import io.v11.config.SignalSettings.Sleeves;
import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.signal.outlook.Strategy;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.journal.event.SignalReason;

/**
 * Holds what {@link SleevePortfolio} says, on hourly bars. It sizes its positions itself, and leaves one alone while it is
 * within a band around its weight, for costs are certain and what a small step earns is not:
 *
 * <pre>
 *   band_i = band x risk / (sigma_i sqrt(8760 N))       share of equity, either way
 * </pre>
 */
public final class SleeveStrategy implements Strategy {
    private static final double HOURS_PER_YEAR = 8760.0;

    private final Sleeves settings;
    private final SleevePortfolio portfolio;
    private final SleeveBar bar = new SleeveBar();

    public SleeveStrategy(Sleeves settings, Allocation allocation, int instruments) {
        this.settings = settings;
        this.portfolio = new SleevePortfolio(settings, allocation, instruments);
    }

    @Override
    public void onMarket(EngineEvent event) {
        MarketView market = event.market();
        if (market.closed(BarLength.HOUR)) {
            MarketView.Bar closed = market.bar(BarLength.HOUR);
            portfolio.onBar(event.instrument(), closed.openTimeNs, bar.load(closed));
        }
    }

    @Override
    public void onExternalValue(ExternalSeries series, double value) {
        portfolio.onExternalValue(series, value);
    }

    @Override
    public SignalReason decide(EngineEvent event, Outlook outlook) {
        double volatility = portfolio.volatility(event.instrument());
        if (portfolio.hours() < settings.warmUpBars() || volatility == 0.0) {
            return SignalReason.WARMING_UP;
        }
        double weight = portfolio.weight(event.instrument());
        double full = settings.risk() / (volatility * Math.sqrt(HOURS_PER_YEAR * portfolio.instruments()));
        outlook.sized = true;
        outlook.share = weight;
        outlook.band = settings.band() * full;
        outlook.forecast = Math.clamp(weight / full, -1.0, 1.0);
        return SignalReason.NONE;
    }

    @Override
    public long addTo(long hash) {
        return portfolio.addTo(hash);
    }
}
