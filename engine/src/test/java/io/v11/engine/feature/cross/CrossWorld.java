package io.v11.engine.feature.cross;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.shared.Surroundings;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.ml.FeatureVector;

/** Five instruments with their market stage, their surroundings and their cross-market groups. */
final class CrossWorld {
    static final Instruments INSTRUMENTS = new Instruments(
            List.of(instrument(0, "BTCUSDT", Instrument.Market.SPOT), instrument(1, "ETHUSDT", Instrument.Market.SPOT),
                    instrument(2, "NEXOUSDT", Instrument.Market.SPOT),
                    instrument(3, "BTCUSDT", Instrument.Market.USDM),
                    instrument(4, "SOLUSDT", Instrument.Market.SPOT)));

    private final MarketStage market = new MarketStage(INSTRUMENTS);
    private final Surroundings surroundings = new Surroundings(INSTRUMENTS.instruments());
    private final List<List<FeatureGroup>> groups = new ArrayList<>();
    private final EngineEvent event = new EngineEvent(1, 1, 1);
    private final Moment moment = new Moment(1);
    final MarketFrames frames = new MarketFrames();

    CrossWorld() {
        for (Instrument instrument : INSTRUMENTS.instruments()) {
            FeatureContext context = new FeatureContext(instrument, surroundings);
            groups.add(List.of(new LeadLagFeatures(context), new BasisFeatures(context),
                    new BreadthFeatures(context)));
        }
    }

    static Instrument instrument(int id, String symbol, Instrument.Market market) {
        return new Instrument(id, symbol, market, new Decimal(1), new Decimal(1), new Decimal(1), 0, 0, new Decimal(1),
                new Decimal(1));
    }

    /** The frame through the market stage; what came of it. */
    EngineEvent play(MarketFrames frame) {
        event.load(frame.buffer(), 0, frame.length(), 1);
        market.onEvent(event);
        if (event.market().present) {
            surroundings.onMarket(event.instrument(), event.market(), event.timeNs());
        }
        return event;
    }

    FeatureVector vector(int instrument, long timeNs) {
        FeatureVector vector = new FeatureVector(names(instrument).size());
        moment.timeNs = timeNs;
        int first = 0;
        for (FeatureGroup group : groups.get(instrument)) {
            group.write(vector, first, moment);
            first += group.features().size();
        }
        return vector;
    }

    List<String> names(int instrument) {
        return groups.get(instrument).stream().flatMap(group -> group.features().stream()).map(Feature::name).toList();
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
