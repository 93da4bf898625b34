package io.v11.engine.feature.bar.oscillator;

import java.util.List;

import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.candle.CandleShape;
import io.v11.engine.feature.bar.candle.CloseReturns;
import io.v11.engine.feature.bar.candle.PivotPoints;
import io.v11.engine.feature.bar.channel.AverageTrueRange;
import io.v11.engine.feature.bar.channel.BollingerBands;
import io.v11.engine.feature.bar.channel.DonchianChannel;
import io.v11.engine.feature.bar.channel.KeltnerChannel;
import io.v11.engine.feature.bar.volume.AccumulationDistribution;
import io.v11.engine.feature.bar.volume.EaseOfMovement;
import io.v11.engine.feature.bar.volume.ForceIndex;
import io.v11.engine.feature.bar.volume.MoneyFlow;
import io.v11.engine.feature.bar.volume.OnBalanceVolume;
import io.v11.engine.feature.bar.volume.TakerBuying;
import io.v11.engine.feature.bar.volume.TradedVolume;
import io.v11.engine.slot.BarLength;

/** The indicators of swing, channel, volume and candle, as a bar length has all or few of them. Stateless; cold. */
public final class OscillatorIndicators {
    private OscillatorIndicators() {
    }

    /** Fresh ones, for bars of a second: what changes from second to second, of each kind the plainest. */
    public static List<Indicator> few() {
        return List.of(new CloseReturns(), new RelativeStrength(), new Stochastic(), new BollingerBands(),
                new AverageTrueRange(), new TakerBuying(), new TradedVolume());
    }

    /** Fresh ones, for longer bars. */
    public static List<Indicator> full(BarLength length) {
        return List.of(new CloseReturns(), new Momentum(), new RelativeStrength(), new Stochastic(),
                new WilliamsRange(), new CommodityChannel(), new UltimateOscillator(), new BollingerBands(),
                new KeltnerChannel(), new DonchianChannel(), new AverageTrueRange(), new TakerBuying(),
                new TradedVolume(), new OnBalanceVolume(), new MoneyFlow(), new AccumulationDistribution(),
                new ForceIndex(), new EaseOfMovement(), new CandleShape(), new PivotPoints(length));
    }
}
