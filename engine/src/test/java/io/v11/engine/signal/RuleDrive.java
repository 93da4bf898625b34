package io.v11.engine.signal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.FeeTier;
import io.v11.config.FixedPoint;
import io.v11.config.SignalSettings.Rules;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.portfolio.PortfolioStage;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Signal;
import io.v11.engine.slot.StateHash;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestInstruments;
import io.v11.engine.trading.TestSignals;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.KlineEncoder;
import io.v11.journal.event.Side;

/**
 * Hourly bars through market, portfolio, feature and signal stage, the strategy being V10's rules; what is proposed is filled
 * at once at the reference price without a fee. No venue and no risk: it shows what the rules want, not what it would earn.
 */
final class RuleDrive {
    private static final int RUN = 1;
    private static final long HOUR_NS = BarLength.HOUR.timeNs();

    /** A position from its first fill to its end. */
    record Trade(long openedNs, long closedNs, Side side, double openPrice, double closePrice) {
        /** Gain before costs, basis points. */
        double gainBps() {
            return (side == Side.BUY ? 1.0 : -1.0) * (closePrice / openPrice - 1.0) * 10_000.0;
        }
    }

    final List<Trade> trades = new ArrayList<>();
    int decisions;
    int decisionsHeld;
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(512));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final KlineEncoder kline = new KlineEncoder();
    private final OrderFrames orders = new OrderFrames();
    private final EngineEvent slot = new EngineEvent(FeatureCatalog.size(), 1, 1);
    private final MarketStage market = new MarketStage(TestInstruments.TWO);
    private final PortfolioStage portfolio = new PortfolioStage(TestInstruments.TWO, TestInstruments.limits());
    private final FeatureStage feature = new FeatureStage(TestInstruments.TWO, DecisionCadence.HOUR_CLOSE);
    private final SignalStage signal;
    private long sequence;
    private long hash = StateHash.start();
    private Side openSide = Side.NONE;
    private long openedNs;
    private double openPrice;

    RuleDrive(Rules rules) {
        signal = new SignalStage(TestInstruments.TWO, FeeTier.INSTRUMENT,
                TestSignals.rules(TestSignals.edge(0.0, "200", "IOC", 0.05, 0), rules), new double[]{10.0, 10.0},
                List.of(), FeatureCatalog.schema(), RUN);
    }

    /** The bar that opens then, in quote and base units. */
    void bar(long openNs, double open, double high, double low, double close, double volume, double buyVolume,
            double quoteVolume) {
        kline.wrapAndApplyHeader(buffer, 0, header).openTimeNs(openNs).closeTimeNs(openNs + HOUR_NS - 1)
                .intervalNs(HOUR_NS).openE8(FixedPoint.ofDouble(open)).highE8(FixedPoint.ofDouble(high))
                .lowE8(FixedPoint.ofDouble(low)).closeE8(FixedPoint.ofDouble(close))
                .volumeE8(FixedPoint.ofDouble(volume)).quoteVolumeE8(FixedPoint.ofDouble(quoteVolume)).trades(100)
                .takerBuyVolumeE8(FixedPoint.ofDouble(buyVolume))
                .takerBuyQuoteVolumeE8(FixedPoint.ofDouble(quoteVolume * buyVolume / Math.max(volume, 1e-8)));
        long timeNs = openNs + HOUR_NS;
        header.sequence(0).ingestTimeNs(timeNs).venueTimeNs(timeNs).instrument(0).frameIndex(0).lastFrame(1);
        slot.load(buffer, 0, kline.limit(), ++sequence);
        pass();
        decisions += slot.features().ready() ? 1 : 0;
        decisionsHeld += slot.features().ready() && slot.portfolio().positionE8 != 0 ? 1 : 0;
        if (slot.signal().proposed()) {
            fill(slot.signal(), timeNs);
        }
    }

    /** Of all decisions and of the signal stage at the end. */
    long hash() {
        return StateHash.add(hash, signal.stateHash());
    }

    /** 1 long, -1 short, 0 none. */
    int side() {
        return openSide == Side.NONE ? 0 : openSide == Side.BUY ? 1 : -1;
    }

    private void pass() {
        market.onEvent(slot);
        portfolio.onEvent(slot);
        feature.onEvent(slot);
        signal.onEvent(slot);
        hash = StateHash.add(StateHash.add(hash, slot.signal().reason.ordinal()), slot.signal().forecast);
    }

    private void fill(Signal proposal, long timeNs) {
        long before = slot.portfolio().positionE8;
        long priceE8 = proposal.referencePriceE8;
        long change = proposal.side == Side.BUY ? proposal.quantityE8 : -proposal.quantityE8;
        EngineEvent report = orders.at(timeNs).fill(0, ClientOrderId.of(RUN, sequence), sequence, proposal.side,
                priceE8, proposal.quantityE8, 0, 0);
        if (Long.signum(before) != Long.signum(before + change)) {
            note(Long.signum(before + change), FixedPoint.toDouble(priceE8), timeNs);
        }
        slot.load(report.frame(), 0, report.length(), ++sequence);
        pass();
    }

    private void note(int after, double price, long timeNs) {
        if (openSide != Side.NONE) {
            trades.add(new Trade(openedNs, timeNs, openSide, openPrice, price));
        }
        openSide = after == 0 ? Side.NONE : after > 0 ? Side.BUY : Side.SELL;
        openedNs = timeNs;
        openPrice = price;
    }
}
