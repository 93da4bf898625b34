package io.v11.engine.signal;

import java.util.Arrays;

import io.v11.config.FixedPoint;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.SignalSettings;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.Signal;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;

/**
 * Turns a probability into an order proposal, or into the reason why there is none.
 *
 * <pre>
 *   expected move = (2p - 1) x mean move                             bps, upward positive
 *   half spread   = (ask - bid) / (ask + bid) x 10^4                 bps of the mid
 *   taker edge    = |expected move| - half spread - taker fee        IOC, at the opposite touch
 *   maker edge    = |expected move| + half spread - maker fee        GTC and POST_ONLY, at the own touch
 * </pre>
 *
 * The first line is the mean of a move that is up by the mean size with probability p and down by it otherwise. The
 * first reason that applies is given, in the order of {@link #judge}. A proposal starts the instrument's cool-down,
 * whatever risk makes of it. Only + - x / on doubles, so results are the same on every machine. Confined to one thread;
 * allocates nothing after construction.
 */
public final class SignalStage implements Stage {
    private static final double BPS = 10_000.0;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final Instruments instruments;
    private final TimeInForce timeInForce;
    private final boolean taker;
    private final double minimumEdgeBps;
    private final double maximumInvalidFraction;
    private final long orderNotionalE8;
    private final long coolDownNs;
    private final double[] meanMoveBps;
    private final long[] lastProposalNs;

    /** @param meanMoveBps mean size of the next move of the mid, the same for every instrument */
    public SignalStage(Instruments instruments, SignalSettings settings, double meanMoveBps) {
        this(instruments, settings, filled(instruments.count(), meanMoveBps));
    }

    /** @param meanMoveBps mean size of the next move of the mid, by instrument id */
    public SignalStage(Instruments instruments, SignalSettings settings, double[] meanMoveBps) {
        if (meanMoveBps.length != instruments.count()) {
            throw new IllegalArgumentException("one mean move per instrument is needed: instruments="
                    + instruments.count() + " meanMoveBps=" + meanMoveBps.length);
        }
        for (double move : meanMoveBps) {
            if (!(move >= 0.0 && move <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("meanMoveBps must be 0 or more and finite, is " + move);
            }
        }
        this.instruments = instruments;
        this.timeInForce = TimeInForce.valueOf(settings.timeInForce());
        this.taker = timeInForce == TimeInForce.IOC;
        this.minimumEdgeBps = settings.minimumEdgeBps();
        this.maximumInvalidFraction = settings.maximumInvalidFraction();
        this.orderNotionalE8 = settings.orderNotional().e8();
        this.coolDownNs = Math.multiplyExact(settings.coolDownMs(), NS_PER_MS);
        this.meanMoveBps = meanMoveBps.clone();
        this.lastProposalNs = new long[instruments.count()];
        Arrays.fill(lastProposalNs, NEVER);
    }

    @Override
    public String roleName() {
        return "signal";
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event.features().ready()) {
            event.signal().reason = judge(event, event.market(), event.signal());
        }
    }

    @Override
    public long stateHash() {
        long hash = StateHash.start();
        for (long time : lastProposalNs) {
            hash = StateHash.add(hash, time);
        }
        return hash;
    }

    private SignalReason judge(EngineEvent event, MarketView market, Signal signal) {
        int instrument = event.instrument();
        if (!market.present || !market.synced || !market.topValid) {
            return SignalReason.BOOK_UNSYNCED;
        }
        if (event.scores().invalidInputs() > maximumInvalidFraction) {
            return SignalReason.FEATURES_INVALID;
        }
        if (!event.scores().ready()) {
            return SignalReason.SCORES_INVALID;
        }
        if (!event.scores().confident()) {
            return SignalReason.NOT_CONFIDENT;
        }
        double expectedBps = (2.0 * event.scores().ensemble() - 1.0) * meanMoveBps[instrument];
        signal.edgeBps = edgeBps(Math.abs(expectedBps), market, instruments.get(instrument));
        // A forecast without a direction is never traded, however low the threshold.
        if (expectedBps == 0.0 || signal.edgeBps < minimumEdgeBps) {
            return SignalReason.EDGE_BELOW_THRESHOLD;
        }
        long last = lastProposalNs[instrument];
        if (last != NEVER && event.timeNs() - last < coolDownNs) {
            return SignalReason.COOLING_DOWN;
        }
        boolean buy = expectedBps > 0.0;
        long positionE8 = event.portfolio().positionE8;
        if (buy ? positionE8 > 0 : positionE8 < 0) {
            return SignalReason.POSITION_HELD;
        }
        lastProposalNs[instrument] = event.timeNs();
        propose(signal, market, instruments.get(instrument), buy);
        return SignalReason.PROPOSED;
    }

    private double edgeBps(double moveBps, MarketView market, Instrument instrument) {
        double halfSpreadBps = (market.askPriceE8 - market.bidPriceE8) / (double) market.midTwiceE8() * BPS;
        return taker
                ? moveBps - halfSpreadBps - instrument.takerFeeBps()
                : moveBps + halfSpreadBps - instrument.makerFeeBps();
    }

    private void propose(Signal signal, MarketView market, Instrument instrument, boolean buy) {
        long priceE8 = buy == taker ? market.askPriceE8 : market.bidPriceE8;
        signal.side = buy ? Side.BUY : Side.SELL;
        signal.type = OrderType.LIMIT;
        signal.timeInForce = timeInForce;
        signal.referencePriceE8 = market.priceTwiceE8() / 2;
        signal.limitPriceE8 = priceE8;
        signal.quantityE8 = FixedPoint.floorTo(FixedPoint.divide(orderNotionalE8, priceE8), instrument.lotSize().e8());
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
