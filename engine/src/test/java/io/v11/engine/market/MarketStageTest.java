package io.v11.engine.market;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;

import static io.v11.engine.book.MarketFrames.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MarketStageTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long[] BIDS = {100, 5, 99, 6};
    private static final long[] ASKS = {102, 7, 103, 8};

    private final MarketStage stage = new MarketStage(instruments());
    private final MarketFrames frames = new MarketFrames().at(1000 * SECOND);
    private final EngineEvent event = new EngineEvent(1, 1, 1);
    private long sequence;

    static Instruments instruments() {
        return new Instruments(
                List.of(instrument(0, Instrument.Market.SPOT), instrument(1, Instrument.Market.USDM)));
    }

    private static Instrument instrument(int id, Instrument.Market market) {
        return new Instrument(id, "BTCUSDT", market, new Decimal(1), new Decimal(1), new Decimal(1), 0, 0,
                new Decimal(1), new Decimal(1));
    }

    private MarketView send(MarketFrames frame) {
        event.load(frame.buffer(), 0, frame.length(), ++sequence);
        stage.onEvent(event);
        return event.market();
    }

    private MarketFrames at(double second) {
        return frames.at((long) (second * SECOND));
    }

    @Test
    void shouldShowTopAndLevelsOfTheBook() {
        MarketView view = send(frames.snapshot(10, BIDS, ASKS));

        assertTrue(view.present && view.synced && view.topValid && view.topChanged && view.levelsChanged);
        assertEquals(100, view.bidPriceE8);
        assertEquals(7, view.askQuantityE8);
        assertEquals(2, view.bidLevels);
        assertEquals(103, view.askPricesE8[1]);
        assertEquals(202, view.midTwiceE8());
    }

    @Test
    void shouldSayThatTheTopChangedOnlyWhenItDid() {
        send(frames.snapshot(10, BIDS, ASKS));

        assertFalse(send(frames.delta(11, 11, new long[]{98, 1}, NONE)).topChanged);
        assertTrue(send(frames.delta(12, 12, new long[]{100, 4}, NONE)).topChanged);
        assertFalse(send(frames.top(12, 100, 4, 102, 7)).topChanged);
        assertTrue(send(frames.top(13, 101, 1, 102, 7)).topChanged);
    }

    @Test
    void shouldLetTheNewerUpdateIdWin() {
        send(frames.snapshot(10, BIDS, ASKS));
        send(frames.top(20, 101, 1, 102, 7));

        MarketView behind = send(frames.delta(11, 15, new long[]{100, 9}, NONE));
        assertTrue(behind.levelsChanged);
        assertFalse(behind.topChanged);
        assertEquals(101, behind.bidPriceE8);
        assertEquals(9, behind.bidQuantitiesE8[0]);

        MarketView caughtUp = send(frames.delta(16, 21, new long[]{101, 3}, NONE));
        assertTrue(caughtUp.topChanged);
        assertEquals(3, caughtUp.bidQuantityE8);

        assertFalse(send(frames.top(18, 90, 1, 91, 1)).topChanged);
        assertEquals(101, event.market().bidPriceE8);
    }

    @Test
    void shouldKeepTheTopOfBestBidAskWhenNoSnapshotEverComes() {
        send(frames.delta(11, 15, new long[]{100, 9}, NONE));

        MarketView view = send(frames.top(20, 101, 1, 102, 7));

        assertTrue(view.topValid && view.topChanged);
        assertFalse(view.synced);
        assertFalse(view.levelsChanged);
    }

    @Test
    void shouldForgetTopOfTheBookWhenTheBookIsLost() {
        send(frames.snapshot(10, BIDS, ASKS));

        MarketView view = send(frames.delta(15, 16, new long[]{100, 9}, NONE));

        assertFalse(view.synced || view.topValid || view.topChanged || view.levelsChanged);
        assertTrue(send(frames.top(17, 100, 1, 102, 7)).topValid);
    }

    @Test
    void shouldShowNothingNewBetweenFramesOfOneMessage() {
        send(frames.snapshot(10, BIDS, ASKS));

        MarketView first = send(frames.delta(0, false, 11, 12, -1, new long[]{101, 5}, NONE));
        assertFalse(first.levelsChanged || first.topChanged);
        assertEquals(100, first.bidPriceE8);

        assertTrue(send(frames.delta(1, true, 11, 12, -1, NONE, new long[]{103, 0})).topChanged);
        assertEquals(101, event.market().bidPriceE8);
    }

    @Test
    void shouldKnowNothingAfterTheFeedIsLost() {
        send(frames.snapshot(10, BIDS, ASKS));
        send(frames.of(1).snapshot(10, BIDS, ASKS));

        MarketView view = send(frames.of(0).feedStatus(false));
        assertTrue(view.present);
        assertFalse(view.synced || view.topValid);
        assertTrue(stage.book(1).synced());

        assertFalse(send(frames.of(-1).feedStatus(false)).present);
        assertFalse(stage.book(1).synced());
    }

    @Test
    void shouldCloseBarsByEventTime() {
        send(at(100.2).trade(1, 50, 2, true));
        send(at(100.9).trade(2, 53, 3, false));
        assertEquals(0, event.market().closedBars);

        MarketView view = send(at(101.0).trade(3, 51, 1, true));

        assertEquals(BarLength.SECOND.bit(), view.closedBars);
        assertEquals(100 * SECOND, view.bar(BarLength.SECOND).openTimeNs);
        assertEquals(50, view.bar(BarLength.SECOND).openE8);
        assertEquals(53, view.bar(BarLength.SECOND).highE8);
        assertEquals(50, view.bar(BarLength.SECOND).lowE8);
        assertEquals(53, view.bar(BarLength.SECOND).closeE8);
        assertEquals(5, view.bar(BarLength.SECOND).volumeE8);
        assertEquals(2, view.bar(BarLength.SECOND).buyVolumeE8);
        assertEquals(2, view.bar(BarLength.SECOND).trades);
        assertEquals(0, view.bar(BarLength.SECOND).emptyAfter);
        assertEquals((50 * 2 + 53 * 3) / 1e16, view.bar(BarLength.SECOND).quoteVolume, 1e-25);
    }

    @Test
    void shouldCloseBarsByAnyMarketEventAndCountTheEmptyOnes() {
        send(at(100.2).trade(1, 50, 2, true));

        MarketView view = send(at(163.5).top(5, 49, 1, 51, 1));

        assertEquals(BarLength.SECOND.bit() | BarLength.MINUTE.bit(), view.closedBars);
        assertEquals(62, view.bar(BarLength.SECOND).emptyAfter);
        assertEquals(60 * SECOND, view.bar(BarLength.MINUTE).openTimeNs);
        MarketView next = send(at(164.0).top(6, 49, 2, 51, 1));
        assertEquals(163 * SECOND, next.bar(BarLength.SECOND).openTimeNs);
        assertEquals(50, next.bar(BarLength.SECOND).openE8);
        assertEquals(0, next.bar(BarLength.SECOND).volumeE8);
        assertEquals(0, next.bar(BarLength.SECOND).trades);
    }

    @Test
    void shouldTakeMinuteBarsFromTheVenueOnceItGivesThem() {
        send(at(100.2).trade(1, 50, 2, true));

        MarketView view = send(at(119.999).kline(60 * SECOND, 60 * SECOND, 10, 14, 9, 12, 100, 40));
        assertEquals(BarLength.SECOND.bit() | BarLength.MINUTE.bit(), view.closedBars);
        assertEquals(14, view.bar(BarLength.MINUTE).highE8);
        assertEquals(40, view.bar(BarLength.MINUTE).buyVolumeE8);

        assertEquals(BarLength.SECOND.bit(), send(at(121).trade(2, 51, 2, true)).closedBars);
        assertEquals(BarLength.SECOND.bit(), send(at(182).kline(0, 300 * SECOND, 10, 14, 9, 12, 1, 1)).closedBars);
    }

    @Test
    void shouldMakeLongerBarsOfTheVenuesMinutes() {
        for (int minute = 0; minute < 14; minute++) {
            MarketView view = send(minute(minute, 10 + minute, 30, 5 - minute % 3, 12));
            assertEquals(BarLength.MINUTE.bit(), view.closedBars);
        }

        MarketView view = send(minute(14, 3, 30, 3, 20));

        assertEquals(BarLength.MINUTE.bit() | BarLength.QUARTER_HOUR.bit(), view.closedBars);
        MarketView.Bar quarter = view.bar(BarLength.QUARTER_HOUR);
        assertEquals(0, quarter.openTimeNs);
        assertEquals(10, quarter.openE8);
        assertEquals(30, quarter.highE8);
        assertEquals(3, quarter.lowE8);
        assertEquals(20, quarter.closeE8);
        assertEquals(1500, quarter.volumeE8);
        assertEquals(600, quarter.buyVolumeE8);
        assertEquals(0, quarter.missingBefore);
    }

    @Test
    void shouldTellALongerBarLateWhenItsLastMinutesAreMissing() {
        send(minute(0, 10, 12, 9, 11));
        send(minute(1, 11, 12, 9, 12));

        MarketView view = send(minute(46, 20, 22, 19, 21));

        assertEquals(44, view.bar(BarLength.MINUTE).missingBefore);
        assertTrue(view.closed(BarLength.QUARTER_HOUR));
        assertFalse(view.closed(BarLength.HOUR));
        assertEquals(12, view.bar(BarLength.QUARTER_HOUR).closeE8);
        MarketView next = send(minute(59, 20, 22, 19, 21));
        assertTrue(next.closed(BarLength.QUARTER_HOUR) && next.closed(BarLength.HOUR));
        assertEquals(2, next.bar(BarLength.QUARTER_HOUR).missingBefore);
    }

    @Test
    void shouldTellABarOnceWhenTheVenueGivesTwoLengths() {
        for (int minute = 0; minute < 60; minute++) {
            send(minute(minute, 10, 12, 9, 11));
        }
        assertTrue(event.market().closed(BarLength.HOUR));

        MarketView view = send(at(3599.999).kline(0, 3600 * SECOND, 10, 12, 9, 11, 6000, 2400));

        assertEquals(0, view.closedBars);
    }

    private MarketFrames minute(int minute, long open, long high, long low, long close) {
        return at(60 * minute + 59.999).kline(60 * minute * SECOND, 60 * SECOND, open, high, low, close, 100, 40);
    }

    @Test
    void shouldShowTheTrade() {
        MarketView view = send(frames.trade(1, 50, 2, false));

        assertTrue(view.trade && view.present);
        assertFalse(view.tradeBuy || view.topValid);
        assertEquals(50, view.tradePriceE8);
    }

    @Test
    void shouldHandOnTheMarkPriceOfItsOwnEventOnly() {
        MarketView view = send(at(1000).markPrice(100, 99, -12_345, 77));

        assertTrue(view.present && view.mark);
        assertEquals(100, view.markPriceE8);
        assertEquals(99, view.indexPriceE8);
        assertEquals(-12_345, view.fundingRateE8);
        assertEquals(77, view.nextFundingTimeNs);
        assertFalse(send(at(1000).trade(1, 5, 5, true)).mark);
    }

    @Test
    void shouldHashEverythingThatLaterEventsDependOn() {
        long empty = stage.stateHash();
        send(at(100).trade(1, 50, 2, true));
        long traded = stage.stateHash();
        send(at(100).top(5, 49, 1, 51, 1));
        long quoted = stage.stateHash();
        send(at(100).snapshot(3, BIDS, ASKS));

        assertNotEquals(empty, traded);
        assertNotEquals(traded, quoted);
        assertNotEquals(quoted, stage.stateHash());
    }

    @Test
    void shouldRejectUnknownInstrument() {
        MarketFrames frame = frames.of(7).trade(1, 50, 2, true);

        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> send(frame));

        assertTrue(thrown.getMessage().contains("instrument=7"));
    }
}
