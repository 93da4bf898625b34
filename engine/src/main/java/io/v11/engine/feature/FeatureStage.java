package io.v11.engine.feature;

import java.util.Arrays;
import java.util.function.Function;

import io.v11.config.Instruments;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.shared.Surroundings;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.ExternalValueDecoder;
import io.v11.ml.FeatureVector;
import io.v11.ml.Normaliser;

/**
 * Updates what all instruments share, then the features of the instrument, on each market event, and fills the vector on
 * decisions. Which events are decisions is the {@link DecisionCadence}; it does not change the values. Values from outside
 * the venue are heard when they are published. Confined to the feature thread; allocates nothing after construction.
 */
public final class FeatureStage implements Stage {
    private static final int BODY = EventHeaderDecoder.ENCODED_LENGTH;

    private final Surroundings surroundings;
    private final InstrumentFeatures[] features;
    private final DecisionCadence cadence;
    private final ExternalValueDecoder externalValue = new ExternalValueDecoder();
    /** One an instrument, none when no model asks for normalised values. */
    private final Normaliser[] normalisers;
    /** By instrument: the book was in sequence at its last event, and how often it was lost. */
    private final boolean[] synced;
    private final int[] episodes;
    private final FeatureVector sample = new FeatureVector(FeatureCatalog.size());

    public FeatureStage(Instruments instruments) {
        this(instruments, DecisionCadence.TOP_CHANGE);
    }

    public FeatureStage(Instruments instruments, DecisionCadence cadence) {
        this(instruments, cadence, false);
    }

    /** @param normalises fill the normalised plane of the vectors too; the raw values are the same with and without */
    public FeatureStage(Instruments instruments, DecisionCadence cadence, boolean normalises) {
        this(instruments, cadence, normalises, context -> new FeatureGroup[0]);
    }

    /**
     * With groups that have no features of their own but see each event of an instrument and, when they are
     * {@link io.v11.engine.feature.group.Sampled}, the vector at the first one of each second.
     */
    public FeatureStage(Instruments instruments, DecisionCadence cadence,
            Function<FeatureContext, FeatureGroup[]> observers) {
        this(instruments, cadence, false, observers);
    }

    private FeatureStage(Instruments instruments, DecisionCadence cadence, boolean normalises,
            Function<FeatureContext, FeatureGroup[]> observers) {
        this.cadence = cadence;
        surroundings = new Surroundings(instruments.instruments());
        normalisers = new Normaliser[normalises ? instruments.count() : 0];
        Arrays.setAll(normalisers, i -> new Normaliser(FeatureCatalog.schema()));
        features = new InstrumentFeatures[instruments.count()];
        synced = new boolean[instruments.count()];
        episodes = new int[instruments.count()];
        for (int i = 0; i < features.length; i++) {
            FeatureContext context = new FeatureContext(instruments.get(i), surroundings);
            features[i] = new InstrumentFeatures(context, observers.apply(context));
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
            if (event.templateId() == ExternalValueDecoder.TEMPLATE_ID) {
                onExternalValue(event);
            }
            return;
        }
        surroundings.onMarket(event.instrument(), market, event.timeNs());
        InstrumentFeatures instrument = features[event.instrument()];
        instrument.onMarket(market, event.timeNs());
        follow(event.instrument(), market.synced);
        if (normalisers.length > 0) {
            learn(normalisers[event.instrument()], instrument, event.timeNs());
        }
        if (cadence.decides(market)) {
            if (event.features().size() != FeatureCatalog.size()) {
                throw new IllegalStateException("feature vector of the wrong size: size=" + event.features().size()
                        + " needed=" + FeatureCatalog.size() + "; make the slots with FeatureCatalog.size()");
            }
            instrument.write(event.features());
            if (normalisers.length > 0) {
                normalisers[event.instrument()].normalise(event.features());
            }
            event.features().origin(event.instrument(), event.timeNs(), episodes[event.instrument()]);
            event.features().ready(true);
        }
    }

    private void follow(int instrument, boolean nowSynced) {
        if (synced[instrument] && !nowSynced) {
            episodes[instrument]++;
        }
        synced[instrument] = nowSynced;
    }

    private void onExternalValue(EngineEvent event) {
        externalValue.wrap(event.frame(), BODY, event.blockLength(), event.schemaVersion());
        surroundings.onExternalValue(externalValue.seriesId(), externalValue.periodStartNs(), externalValue.value(),
                event.timeNs());
    }

    /** Once a second of event time and not on decisions: what is learnt must not depend on the cadence. */
    private void learn(Normaliser normaliser, InstrumentFeatures instrument, long timeNs) {
        if (normaliser.due(timeNs)) {
            instrument.write(sample);
            normaliser.sample(sample, timeNs);
        }
    }

    @Override
    public long stateHash() {
        long hash = surroundings.stateHash(StateHash.start());
        for (int i = 0; i < features.length; i++) {
            hash = StateHash.add(features[i].stateHash(hash), synced[i] ? -episodes[i] - 1 : episodes[i]);
        }
        for (int i = 0; i < normalisers.length; i++) {
            hash = StateHash.add(hash, normalisers[i].stateHash());
        }
        return hash;
    }
}
