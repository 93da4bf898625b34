package io.v11.engine.feature;

import io.v11.config.Instruments;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;

/**
 * Updates the features of an instrument on each of its market events, and fills the vector on decisions.
 * Which events are decisions is the {@link DecisionCadence}; it does not change the values. Confined to the feature thread; allocates nothing after
 * construction.
 */
public final class FeatureStage implements Stage {
    private final InstrumentFeatures[] features;
    private final DecisionCadence cadence;

    public FeatureStage(Instruments instruments) {
        this(instruments, DecisionCadence.TOP_CHANGE);
    }

    public FeatureStage(Instruments instruments, DecisionCadence cadence) {
        this.cadence = cadence;
        features = new InstrumentFeatures[instruments.count()];
        for (int i = 0; i < features.length; i++) {
            features[i] = new InstrumentFeatures(new FeatureContext(instruments.get(i)));
        }
    }

    @Override
    public String roleName() {
        return "feature";
    }

    @Override
    public void onEvent(EngineEvent event) {
        MarketView market = event.market();
        if (!market.present) {
            return;
        }
        InstrumentFeatures instrument = features[event.instrument()];
        instrument.onMarket(market, event.timeNs());
        if (cadence.decides(market)) {
            if (event.features().size() != FeatureCatalog.size()) {
                throw new IllegalStateException("feature vector of the wrong size: size=" + event.features().size()
                        + " needed=" + FeatureCatalog.size() + "; make the slots with FeatureCatalog.size()");
            }
            instrument.write(event.features());
            event.features().ready(true);
        }
    }

    @Override
    public long stateHash() {
        long hash = StateHash.start();
        for (int i = 0; i < features.length; i++) {
            hash = features[i].stateHash(hash);
        }
        return hash;
    }
}
