package io.v11.engine.market;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.v11.engine.book.BookOutcome;
import io.v11.engine.book.BookSynchronizer;
import io.v11.engine.book.Capture;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.EventHeaderDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The market stage on recorded Binance streams, against what the recording's README states of them. */
class RecordedBookTest {
    private final MarketStage stage = new MarketStage(MarketStageTest.instruments());
    private final EngineEvent event = new EngineEvent(1, 1, 1);
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final BestBidAskDecoder ticker = new BestBidAskDecoder();
    private final long[] lastTicker = new long[4];
    private long tickerId = -1;
    private long compared;
    private long equal;
    private long sequence;
    private Path folder;

    @BeforeEach
    void findRecordings() {
        Assumptions.assumeTrue(Capture.folder().isPresent(),
                "recordings not found: set V11_DATA to the folder that holds binance-l2-raw");
        folder = Capture.folder().get();
    }

    private void onFrame(MarketFrames frame) {
        event.load(frame.buffer(), 0, frame.length(), ++sequence);
        stage.onEvent(event);
        if (event.templateId() == BestBidAskDecoder.TEMPLATE_ID) {
            ticker.wrapAndApplyHeader(event.frame(), 0, header);
            compare(stage.book(event.instrument()));
            tickerId = ticker.updateId();
            lastTicker[0] = ticker.bidPriceE8();
            lastTicker[1] = ticker.bidQuantityE8();
            lastTicker[2] = ticker.askPriceE8();
            lastTicker[3] = ticker.askQuantityE8();
        }
    }

    /** A book whose id lies from one ticker's up to, not including, the next one's must have the first ticker's top. */
    private void compare(BookSynchronizer book) {
        if (!book.synced() || tickerId < 0 || book.lastUpdateId() < tickerId
                || book.lastUpdateId() >= ticker.updateId()) {
            return;
        }
        compared++;
        boolean same = book.book().bids().bestPriceE8() == lastTicker[0]
                && book.book().bids().bestQuantityE8() == lastTicker[1]
                && book.book().asks().bestPriceE8() == lastTicker[2]
                && book.book().asks().bestQuantityE8() == lastTicker[3];
        equal += same ? 1 : 0;
    }

    private void assertCleanBook(int instrument, long minimum) {
        BookSynchronizer book = stage.book(instrument);
        assertTrue(book.synced());
        assertEquals(1, book.count(BookOutcome.SNAPSHOT));
        assertEquals(0, book.count(BookOutcome.GAP));
        assertEquals(0, book.count(BookOutcome.CROSSED));
        assertEquals(0, book.count(BookOutcome.FRAME_LOST));
        assertTrue(compared >= minimum, "compared=" + compared);
        assertEquals(compared, equal, "books whose top equals the bookTicker of the same update id");
    }

    @Test
    void shouldRebuildNexousdtSpot() {
        Capture.read(List.of(folder.resolve("spot/nexousdt_20240723.dat.gz"),
                folder.resolve("spot/nexousdt_20240724.dat.gz")), 0, 15_000, this::onFrame);

        assertCleanBook(0, 500);
    }

    @Test
    void shouldRebuildBtcusdtSpot() {
        Capture.read(List.of(folder.resolve("spot/btcusdt_20240808.gz")), 0, 8_000, this::onFrame);

        assertCleanBook(0, 500);
        assertTrue(stage.book(0).count(BookOutcome.BUFFERED) > 0);
    }

    @Test
    void shouldRebuildBtcusdtPerpetual() {
        Capture.read(List.of(folder.resolve("usdm/btcusdt_20240808.gz")), 1, 8_000, this::onFrame);

        assertCleanBook(1, 500);
    }

    @Test
    void shouldStayUnsyncedWithoutSnapshotAndStillKnowTheTop() {
        Capture.read(List.of(folder.resolve("spot/btcusdt_20230405.dat.gz")), 0, 15_088, this::onFrame);

        BookSynchronizer book = stage.book(0);
        assertFalse(book.synced());
        assertEquals(3929, book.count(BookOutcome.BUFFERED) + book.count(BookOutcome.BUFFER_RESTARTED));
        assertTrue(event.market().topValid);
        assertEquals(lastTicker[0], event.market().bidPriceE8);
        assertEquals(lastTicker[3], event.market().askQuantityE8);
    }
}
