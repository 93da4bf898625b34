package io.v11.engine.regime;

import io.v11.config.Instruments;
import io.v11.config.RegimeSettings;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;

/**
 * Puts the state of the instrument's market on every market event, and moves it when a bar of the configured length closes:
 * the posterior of a hidden Markov model, the probability of a recent change point, and with hysteresis of both the regime by
 * which parameters are chosen. With {@code regime.bar: NONE} it does nothing. Confined to one thread; allocates nothing after
 * construction, fits included.
 */
public final class RegimeStage implements Stage {
    private final BarLength length;
    private final RegimeDetector[] detectors;

    public RegimeStage(Instruments instruments, RegimeSettings settings) {
        boolean told = !settings.bar().equals(RegimeSettings.NONE);
        // Where nothing is told the length is not asked for: there is no detector.
        length = told ? BarLength.valueOf(settings.bar()) : BarLength.HOUR;
        detectors = new RegimeDetector[told ? instruments.count() : 0];
        ModelFit fit = new ModelFit(told ? settings.windowBars() : 0, settings.dwellBars());
        for (int i = 0; i < detectors.length; i++) {
            detectors[i] = new RegimeDetector(settings, fit, instruments.get(i).tickSize().e8());
        }
    }

    @Override
    public String roleName() {
        return "regime";
    }

    @Override
    public void onEvent(EngineEvent event) {
        MarketView market = event.market();
        if (detectors.length == 0 || !market.present) {
            return;
        }
        RegimeDetector detector = detectors[event.instrument()];
        if (market.closed(length)) {
            detector.onBar(market.bar(length));
            event.regime().updated = true;
        }
        detector.copyTo(event.regime());
    }

    @Override
    public long stateHash() {
        long hash = detectors.length == 0 ? 0L : StateHash.start();
        for (RegimeDetector detector : detectors) {
            hash = StateHash.add(hash, detector.stateHash());
        }
        return hash;
    }
}
