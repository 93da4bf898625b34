package io.v11.engine.signal.strategy.sleeve;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.MarketView;

/** An hourly bar as the sleeves read it; one instance is filled anew for each. Prices in quote, volumes in base units. */
final class SleeveBar {
    double high;
    double low;
    double close;
    double volume;
    double takerBuyVolume;

    SleeveBar load(MarketView.Bar bar) {
        return load(FixedPoint.toDouble(bar.highE8), FixedPoint.toDouble(bar.lowE8), FixedPoint.toDouble(bar.closeE8),
                FixedPoint.toDouble(bar.volumeE8), FixedPoint.toDouble(bar.buyVolumeE8));
    }

    SleeveBar load(double barHigh, double barLow, double barClose, double barVolume, double barTakerBuyVolume) {
        high = barHigh;
        low = barLow;
        close = barClose;
        volume = barVolume;
        takerBuyVolume = barTakerBuyVolume;
        return this;
    }
}
