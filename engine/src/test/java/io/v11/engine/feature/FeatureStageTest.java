package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.v11.config.Decimal;
import io.v11.config.ExternalSeries;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeatureStageTest {
    private static final FrameTape TAPE = new FrameTape(11, 6000);

    private final EngineEvent event = new EngineEvent(FeatureCatalog.size(), 1, 1);

    /** Both stages over the first {@code events} frames; the hash of the vector after each, 0 when it was no decision. */
    private List<Long> play(FeatureStage features, int events) {
        MarketStage market = new MarketStage(RandomMarket.instruments());
        List<Long> hashes = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            TAPE.load(i, event);
            market.onEvent(event);
            features.onEvent(event);
            hashes.add(event.features().ready() ? event.features().hash() : 0L);
        }
        return hashes;
    }

    private static FeatureStage stage(DecisionCadence cadence) {
        return new FeatureStage(RandomMarket.instruments(), cadence);
    }

    private static long decisions(List<Long> hashes) {
        return hashes.stream().filter(hash -> hash != 0L).count();
    }

    @Test
    void shouldGiveTheSameVectorsAndStateTwice() {
        FeatureStage first = stage(DecisionCadence.TOP_CHANGE);
        FeatureStage second = stage(DecisionCadence.TOP_CHANGE);

        assertEquals(play(first, TAPE.size()), play(second, TAPE.size()));
        assertEquals(first.stateHash(), second.stateHash());
        assertNotEquals(stage(DecisionCadence.TOP_CHANGE).stateHash(), first.stateHash());
    }

    @Test
    void shouldNotDependOnTheCadence() {
        FeatureStage every = stage(DecisionCadence.EVERY_EVENT);
        FeatureStage trades = stage(DecisionCadence.TRADE);

        List<Long> everyHash = play(every, TAPE.size());
        List<Long> tradeHash = play(trades, TAPE.size());

        assertEquals(every.stateHash(), trades.stateHash());
        for (int i = 0; i < everyHash.size(); i++) {
            if (tradeHash.get(i) != 0L) {
                assertEquals(everyHash.get(i), tradeHash.get(i), "event " + i);
            }
        }
    }

    @Test
    void shouldNormaliseAlikeUnderEveryCadenceAndLeaveTheValuesAlone() {
        FeatureStage every = normalising(DecisionCadence.EVERY_EVENT);
        FeatureStage trades = normalising(DecisionCadence.TRADE);

        List<Integer> everyHash = playNormalised(every);
        List<Integer> tradeHash = playNormalised(trades);

        assertEquals(every.stateHash(), trades.stateHash());
        assertNotEquals(normalising(DecisionCadence.TRADE).stateHash(), trades.stateHash());
        int compared = 0;
        for (int i = 0; i < everyHash.size(); i++) {
            if (tradeHash.get(i) != 0) {
                assertEquals(everyHash.get(i), tradeHash.get(i), "event " + i);
                compared++;
            }
        }
        assertTrue(compared > 100, "compared=" + compared);
        assertEquals(play(stage(DecisionCadence.TRADE), TAPE.size()),
                play(normalising(DecisionCadence.TRADE), TAPE.size()));
    }

    private static FeatureStage normalising(DecisionCadence cadence) {
        return new FeatureStage(RandomMarket.instruments(), cadence, true);
    }

    /** Hash of the normalised values after each event, 0 when it was no decision. */
    private List<Integer> playNormalised(FeatureStage features) {
        MarketStage market = new MarketStage(RandomMarket.instruments());
        List<Integer> hashes = new ArrayList<>();
        for (int i = 0; i < TAPE.size(); i++) {
            TAPE.load(i, event);
            market.onEvent(event);
            features.onEvent(event);
            float[] normalised = new float[FeatureCatalog.size()];
            for (int f = 0; f < normalised.length; f++) {
                normalised[f] = event.features().normalised(f);
            }
            hashes.add(event.features().ready() ? Arrays.hashCode(normalised) : 0);
            assertEquals(event.features().ready(), event.features().hasNormalised(), "event " + i);
        }
        return hashes;
    }

    @Test
    void shouldDecideAsOftenAsTheCadenceSays() {
        long every = decisions(play(stage(DecisionCadence.EVERY_EVENT), TAPE.size()));
        long tops = decisions(play(stage(DecisionCadence.TOP_CHANGE), TAPE.size()));
        long trades = decisions(play(stage(DecisionCadence.TRADE), TAPE.size()));
        long books = decisions(play(stage(DecisionCadence.BOOK_UPDATE), TAPE.size()));

        assertEquals(TAPE.size(), every);
        assertTrue(tops > 500 && tops < trades + books && trades + books < every,
                "tops=" + tops + " trades=" + trades + " books=" + books);
        assertEquals(tops, decisions(play(new FeatureStage(RandomMarket.instruments()), TAPE.size())));
    }

    @Test
    void shouldGiveTheSameBitsWhenTheFutureIsCutOff() {
        List<Long> full = play(stage(DecisionCadence.EVERY_EVENT), TAPE.size());
        for (int cut = 37; cut < TAPE.size(); cut += 397) {
            List<Long> truncated = play(stage(DecisionCadence.EVERY_EVENT), cut);

            assertEquals(full.get(cut - 1), truncated.getLast(), "cut after " + cut);
        }
    }

    @Test
    void shouldBeAsNewAfterReset() {
        InstrumentFeatures used = new InstrumentFeatures(RandomMarket.context());
        InstrumentFeatures fresh = new InstrumentFeatures(RandomMarket.context());
        long empty = fresh.stateHash(1L);
        feed(used, 5000);
        assertNotEquals(empty, used.stateHash(1L));

        used.reset();

        assertEquals(empty, used.stateHash(1L));
        FeatureVector again = feed(used, 3000);
        FeatureVector once = feed(fresh, 3000);
        assertEquals(once.hash(), again.hash());
        assertEquals(fresh.stateHash(1L), used.stateHash(1L));
    }

    private FeatureVector feed(InstrumentFeatures features, int events) {
        MarketStage market = new MarketStage(RandomMarket.instruments());
        FeatureVector vector = new FeatureVector(FeatureCatalog.size());
        for (int i = 0; i < events; i++) {
            TAPE.load(i, event);
            market.onEvent(event);
            features.onMarket(event.market(), event.timeNs());
        }
        features.write(vector);
        return vector;
    }

    @Test
    void shouldOverwriteWhateverTheVectorHeld() {
        InstrumentFeatures features = new InstrumentFeatures(RandomMarket.context());
        FeatureVector clean = feed(features, 200);
        FeatureVector dirty = new FeatureVector(FeatureCatalog.size());
        for (int i = 0; i < dirty.size(); i++) {
            dirty.set(i, 42.0);
        }

        features.write(dirty);

        assertEquals(clean.hash(), dirty.hash());
        assertTrue(clean.validCount() < clean.size(), "200 events are too few for every feature");
    }

    @Test
    void shouldHaveEveryFeatureValidOnceWarm() {
        InstrumentFeatures features = new InstrumentFeatures(RandomMarket.context());
        MarketStage market = new MarketStage(RandomMarket.instruments());
        FeatureVector vector = new FeatureVector(FeatureCatalog.size());
        boolean[] seen = new boolean[vector.size()];
        FrameTape tape = new FrameTape(5, 30_000);
        for (int i = 0; i < tape.size(); i++) {
            tape.load(i, event);
            market.onEvent(event);
            features.onMarket(event.market(), event.timeNs());
            features.write(vector);
            for (int feature = 0; feature < seen.length; feature++) {
                seen[feature] |= vector.isValid(feature);
            }
        }
        Set<String> apart = TestedApart.names();
        int expected = 0;
        int valid = 0;
        for (int feature = 0; feature < seen.length; feature++) {
            String name = FeatureCatalog.names().get(feature);
            if (!apart.contains(name) && !isOfLongBars(name)) {
                assertTrue(seen[feature], name + " was never valid");
                expected++;
                valid += vector.isValid(feature) ? 1 : 0;
            }
        }
        assertTrue(valid > expected - 20, "valid=" + valid + " of " + expected);
    }

    /** The tape is an hour long; that the indicators on longer bars get warm is shown with bars. */
    private static boolean isOfLongBars(String name) {
        return Arrays.stream(BarLength.values())
                .anyMatch(length -> length != BarLength.SECOND && name.startsWith(length.prefix() + "_"));
    }

    @Test
    void shouldNotDecideWithoutBookInSequence() {
        MarketStage market = new MarketStage(RandomMarket.instruments());
        FeatureStage features = stage(DecisionCadence.EVERY_EVENT);
        MarketFrames frames = new MarketFrames().at(5);

        send(frames.top(1, 100, 5, 101, 5), market, features);
        assertFalse(event.features().ready());
        send(frames.snapshot(1, new long[]{100, 5}, new long[]{101, 5}), market, features);
        assertTrue(event.features().ready());
        send(frames.feedStatus(false), market, features);
        assertFalse(event.features().ready());
    }

    @Test
    void shouldNotTakeReconnectionForMoveOrFlow() {
        MarketStage market = new MarketStage(RandomMarket.instruments());
        FeatureStage features = stage(DecisionCadence.EVERY_EVENT);
        MarketFrames frames = new MarketFrames().at(0);
        send(frames.snapshot(1, new long[]{100, 5}, new long[]{102, 5}), market, features);
        send(frames.at(1).feedStatus(false), market, features);
        send(frames.at(20_000_000_000L).snapshot(9, new long[]{200, 5}, new long[]{202, 5}), market, features);

        FeatureVector vector = event.features();
        assertTrue(vector.ready());
        assertFalse(vector.isValid(FeatureCatalog.names().indexOf("last_move_sign")));
        assertFalse(vector.isValid(FeatureCatalog.names().indexOf("ofi_1s")));
        assertEquals(0.0, vector.value(FeatureCatalog.names().indexOf("rv_1s")));
    }

    private void send(MarketFrames frame, MarketStage market, FeatureStage features) {
        event.load(frame.buffer(), 0, frame.length(), 1);
        market.onEvent(event);
        features.onEvent(event);
    }

    @Test
    void shouldLeaveEventsOfNoMarketAlone() {
        FeatureStage features = stage(DecisionCadence.EVERY_EVENT);
        long before = features.stateHash();
        MarketFrames frame = new MarketFrames().of(-1).feedStatus(false);
        event.load(frame.buffer(), 0, frame.length(), 1);

        features.onEvent(event);

        assertFalse(event.features().ready());
        assertEquals(before, features.stateHash());
    }

    @Test
    void shouldShowExternalValuesFromTheirEventOn() {
        MarketStage market = new MarketStage(RandomMarket.instruments());
        FeatureStage features = stage(DecisionCadence.EVERY_EVENT);
        int vix = FeatureCatalog.names().indexOf("vix");
        MarketFrames frames = new MarketFrames().at(5);
        send(frames.snapshot(1, new long[]{100, 5}, new long[]{101, 5}), market, features);
        assertFalse(event.features().isValid(vix));
        long before = features.stateHash();

        send(frames.at(6).of(-1).external(ExternalSeries.VIX.id(), 0L, 17.5), market, features);
        assertFalse(event.features().ready());
        assertNotEquals(before, features.stateHash());

        send(frames.at(6).of(0).top(2, 100, 5, 101, 6), market, features);
        assertEquals(0.175, event.features().value(vix), 1e-12);
        assertTrue(event.features().isValid(vix));
    }

    @Test
    void shouldTellOtherInstrumentsOfEachEvent() {
        Instrument btc = new Instrument(0, "BTCUSDT", Instrument.Market.SPOT, new Decimal(1), new Decimal(1),
                new Decimal(1), 0, 0, new Decimal(1), new Decimal(1));
        Instrument perpetual = new Instrument(1, "BTCUSDT", Instrument.Market.USDM, new Decimal(1), new Decimal(1),
                new Decimal(1), 0, 0, new Decimal(1), new Decimal(1));
        Instruments both = new Instruments(List.of(btc, perpetual));
        MarketStage market = new MarketStage(both);
        FeatureStage features = new FeatureStage(both, DecisionCadence.EVERY_EVENT);
        MarketFrames frames = new MarketFrames().at(5);
        send(frames.of(1).snapshot(1, new long[]{100_10, 5}, new long[]{100_30, 5}), market, features);
        send(frames.of(0).snapshot(1, new long[]{99_90, 5}, new long[]{100_10, 5}), market, features);

        int basis = FeatureCatalog.names().indexOf("basis_bps");
        assertTrue(event.features().isValid(basis));
        assertEquals(20.0, event.features().value(basis), 1e-9);
    }

    @Test
    void shouldRejectSlotsOfAnotherCatalogue() {
        EngineEvent small = new EngineEvent(3, 1, 1);
        FeatureStage features = stage(DecisionCadence.EVERY_EVENT);
        MarketFrames frame = new MarketFrames().top(1, 100, 5, 101, 5);
        small.load(frame.buffer(), 0, frame.length(), 1);
        MarketView view = small.market();
        view.present = true;
        view.synced = true;
        view.topValid = true;

        assertThrows(IllegalStateException.class, () -> features.onEvent(small));
    }
}
