package io.v11.engine.feature.bar.oscillator;

import java.util.List;

import io.v11.engine.feature.bar.Indicator;

/** The indicators of swing, channel, volume and candle, as a bar length has all or few of them. Stateless; cold. */
public final class OscillatorIndicators {
    private OscillatorIndicators() {
    }

    /** Fresh ones, for bars of a second. */
    public static List<Indicator> few() {
        return List.of(new PriceAndVolume());
    }

    /** Fresh ones, for longer bars. */
    public static List<Indicator> full() {
        return List.of(new PriceAndVolume());
    }
}
