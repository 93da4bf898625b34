package io.v11.engine.play;

import java.nio.ByteBuffer;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.KlineEncoder;

/**
 * Lets throw-away stages see weeks of made-up minute bars. What runs once a minute would stay interpreted for hours
 * otherwise, and the event that closes a minute would take a hundred times longer than it need. The prices go up and
 * down without chance and mean nothing. Cold path.
 */
final class BarRehearsal {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long PRICE_E8 = 1_000_000_000_000L;
    private static final long STEP_E8 = 10_000_000L;

    private BarRehearsal() {
    }

    static void play(Instruments instruments, int minutes) {
        MarketStage market = new MarketStage(instruments);
        FeatureStage features = new FeatureStage(instruments, DecisionCadence.BAR_CLOSE, true);
        EngineEvent slot = new EngineEvent(FeatureCatalog.size(), 1, 1);
        UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
        EventHeaderEncoder header = new EventHeaderEncoder();
        KlineEncoder kline = new KlineEncoder();
        long close = PRICE_E8;
        for (int i = 0; i < minutes; i++) {
            long open = close;
            close = PRICE_E8 + (i * 7919L % 1009 - 504) * STEP_E8;
            long volume = 1 + i * 104_729L % 1_000_003;
            kline.wrapAndApplyHeader(frame, 0, header).openTimeNs(i * MINUTE_NS).closeTimeNs((i + 1) * MINUTE_NS - 1)
                    .intervalNs(MINUTE_NS).openE8(open).highE8(Math.max(open, close) + STEP_E8)
                    .lowE8(Math.min(open, close) - STEP_E8).closeE8(close).volumeE8(volume).quoteVolumeE8(volume)
                    .trades(volume % 100).takerBuyVolumeE8(volume / 3).takerBuyQuoteVolumeE8(volume / 3);
            header.sequence(i + 1L).ingestTimeNs((i + 1) * MINUTE_NS).venueTimeNs((i + 1) * MINUTE_NS).instrument(0)
                    .frameIndex(0).lastFrame((short) 1);
            slot.load(frame, 0, kline.limit(), i + 1L);
            market.onEvent(slot);
            features.onEvent(slot);
        }
    }
}
