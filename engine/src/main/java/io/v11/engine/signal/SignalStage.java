package io.v11.engine.signal;

import java.util.List;

import io.v11.config.ExternalSeries;
import io.v11.config.FeeTier;
import io.v11.config.FixedPoint;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.config.SignalSettings;
import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.signal.strategy.Strategies;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.Signal;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.ExternalValueDecoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;
import io.v11.ml.FeatureSchema;

/**
 * Turns opinions into order proposals, or into the reason why there is none.
 *
 * <pre>
 *   decision -> Strategies -> Outlook -> PositionSize -> target position -> band -> Timing -> proposal
 * </pre>
 *
 * The order is what lies between the position held and the target. A proposal starts the instrument's cool-down, whatever
 * risk makes of it. An instrument whose feed has bars only trades at the last close; all others need a book in sequence.
 * Confined to one thread; allocates nothing after construction.
 */
public final class SignalStage implements Stage {
    private final ExternalValueDecoder external = new ExternalValueDecoder();
    private final Instruments instruments;
    private final Strategies strategies;
    private final PositionSize size;
    private final Timing timing;
    private final Outlook outlook = new Outlook();
    private final double[] scale;
    private final double band;
    private final double offsetBps;
    private final boolean takes;
    private final TimeInForce timeInForce;

    /**
     * @param fees        that the venue charges, as far as the strategies expect
     * @param meanMoveBps mean size of the next move of the mid, by instrument id
     * @param members     names of the models in the order of their scores
     * @param schema      of the feature vectors
     * @param runId       number of this run, part of every client order id
     */
    public SignalStage(Instruments instruments, FeeTier fees, SignalSettings settings, double[] meanMoveBps,
            List<String> members, FeatureSchema schema, int runId) {
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
        this.strategies = new Strategies(instruments, fees, settings, meanMoveBps, members, schema);
        this.size = new PositionSize(settings.size(), instruments.count());
        this.timing = new Timing(settings.order(), instruments.count(), runId);
        this.scale = Strategies.byRegime(settings.regimes(), SignalSettings.RegimeChoice::scale, 1.0);
        this.band = settings.order().band();
        this.offsetBps = settings.order().offsetBps();
        this.takes = settings.order().takes();
        this.timeInForce = TimeInForce.valueOf(settings.order().timeInForce());
    }

    @Override
    public String roleName() {
        return "signal";
    }

    @Override
    public void onEvent(EngineEvent event) {
        timing.onEvent(event);
        if (event.market().present) {
            strategies.onMarket(event);
            size.onMarket(event);
        }
        if (event.templateId() == ExternalValueDecoder.TEMPLATE_ID) {
            onExternalValue(event);
        }
        if (event.features().ready()) {
            outlook.clear();
            event.signal().reason = judge(event, event.market(), event.signal());
            event.signal().forecast = outlook.forecast;
            event.signal().edgeBps = outlook.edgeBps;
        }
    }

    @Override
    public long stateHash() {
        return timing.addTo(size.addTo(strategies.addTo(StateHash.start())));
    }

    private void onExternalValue(EngineEvent event) {
        external.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        if (ExternalSeries.knows(external.seriesId())) {
            strategies.onExternalValue(ExternalSeries.of(external.seriesId()), external.value());
        }
    }

    private SignalReason judge(EngineEvent event, MarketView market, Signal signal) {
        boolean barsOnly = market.barPriceE8 > 0;
        if (!market.present || !barsOnly && (!market.synced || !market.topValid)) {
            return SignalReason.BOOK_UNSYNCED;
        }
        signal.referencePriceE8 = market.priceTwiceE8() / 2;
        signal.targetE8 = event.portfolio().positionE8;
        SignalReason reason = strategies.decide(event, outlook);
        if (reason != SignalReason.NONE) {
            return reason;
        }
        if (!size.known(event.instrument(), outlook)) {
            return SignalReason.WARMING_UP;
        }
        if (outlook.keep) {
            return SignalReason.ON_TARGET;
        }
        outlook.share *= scale[event.regime().state.ordinal()];
        long targetE8 = towards(event, targetE8(event, signal.referencePriceE8), signal.referencePriceE8);
        signal.targetE8 = targetE8;
        long changeE8 = targetE8 - event.portfolio().positionE8;
        if (withinBand(event, targetE8, changeE8)) {
            return SignalReason.ON_TARGET;
        }
        reason = timing.check(event, changeE8);
        if (reason != SignalReason.NONE) {
            return reason;
        }
        timing.onProposal(event);
        propose(signal, market, instruments.get(event.instrument()), changeE8);
        return SignalReason.PROPOSED;
    }

    private long targetE8(EngineEvent event, long priceE8) {
        long notionalE8 = size.notionalE8(event, outlook);
        long lotE8 = instruments.get(event.instrument()).lotSize().e8();
        long sizeE8 = FixedPoint.floorTo(FixedPoint.divide(Math.abs(notionalE8), priceE8), lotE8);
        long mostE8 = instruments.get(event.instrument()).maximumPosition().e8();
        return Long.signum(notionalE8) * Math.min(sizeE8, FixedPoint.floorTo(mostE8, lotE8));
    }

    /** The near edge of the strategy's band around its target; the position as it is when that lies inside. */
    private long towards(EngineEvent event, long targetE8, long priceE8) {
        if (outlook.band == 0.0) {
            return targetE8;
        }
        double equity = FixedPoint.toDouble(event.portfolio().equityE8);
        long halfE8 = FixedPoint.divide(FixedPoint.ofDouble(outlook.band * equity), priceE8);
        long lotE8 = instruments.get(event.instrument()).lotSize().e8();
        long changeE8 = targetE8 - event.portfolio().positionE8;
        long beyondE8 = FixedPoint.floorTo(Math.max(0L, Math.abs(changeE8) - halfE8), lotE8);
        return event.portfolio().positionE8 + Long.signum(changeE8) * beyondE8;
    }

    /** A change too small to be worth an order, or for the venue to take; closing a position is never too small for the band. */
    private boolean withinBand(EngineEvent event, long targetE8, long changeE8) {
        long positionE8 = event.portfolio().positionE8;
        long larger = Math.max(Math.abs(targetE8), Math.abs(positionE8));
        boolean closes = targetE8 == 0 && positionE8 != 0;
        if (changeE8 == 0 || !closes && Math.abs(changeE8) < band * larger) {
            return true;
        }
        Instrument instrument = instruments.get(event.instrument());
        // The venue reckons with the limit price, which of a sale lies below the reference.
        long notionalE8 = FixedPoint.multiply(Math.abs(changeE8),
                limitE8(event.market(), instrument.tickSize().e8(), changeE8 > 0));
        return notionalE8 < instrument.minimumNotional().e8();
    }

    private void propose(Signal signal, MarketView market, Instrument instrument, long changeE8) {
        boolean buy = changeE8 > 0;
        signal.side = buy ? Side.BUY : Side.SELL;
        signal.type = OrderType.LIMIT;
        signal.timeInForce = timeInForce;
        signal.quantityE8 = Math.min(Math.abs(changeE8), instrument.maximumOrderQuantity().e8());
        signal.limitPriceE8 = limitE8(market, instrument.tickSize().e8(), buy);
    }

    /** Makers quote at their own touch, takers reach across by the offset, rounded outward to the tick. */
    private long limitE8(MarketView market, long tickE8, boolean buy) {
        boolean atAsk = buy == takes;
        long touchE8 = market.topValid ? atAsk ? market.askPriceE8 : market.bidPriceE8 : market.barPriceE8;
        if (!takes || offsetBps == 0.0) {
            return touchE8;
        }
        long reachE8 = FixedPoint.basisPointsUp(touchE8, offsetBps);
        long limitE8 = buy ? touchE8 + reachE8 : touchE8 - reachE8;
        return Math.max(tickE8, FixedPoint.floorTo(buy ? limitE8 + tickE8 - 1 : limitE8, tickE8));
    }
}
