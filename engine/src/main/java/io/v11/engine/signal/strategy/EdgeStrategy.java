package io.v11.engine.signal.strategy;

import io.v11.config.FeeTier;
import io.v11.config.Instruments;
import io.v11.config.SignalSettings;
import io.v11.config.SignalSettings.Edge;
import io.v11.config.SignalSettings.Size;
import io.v11.engine.signal.outlook.Outlook;
import io.v11.engine.signal.outlook.Strategy;
import io.v11.engine.sizing.ConfidenceScale;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.SignalReason;

/**
 * Follows the models' forecast when it is worth more than it costs.
 *
 * <pre>
 *   expected move = (2p - 1) x mean move                                         bps, upward positive
 *   cost          = sides x (fee + half spread + slippage)  of an order that takes
 *                   sides x (fee - half spread)             of one that makes
 *   edge          = |expected move| - cost - funding over the horizon
 *   enter         edge >= entry (+ the regime's extra)      in the direction of the move
 *   leave         the move still expected in the position's direction &lt; exit
 * </pre>
 *
 * The first line is the mean of a move that is up by the mean size with probability p and down by it otherwise. Funding is
 * the rate that the venue last stated, paid by who is long when it is positive, in proportion to the horizon's share of
 * eight hours. Fees are those of the account's tier. How sure the models are may scale the size; it does not change who enters.
 * Only + - x / on doubles unless members are weighted anew. Allocates nothing after construction.
 */
final class EdgeStrategy implements Strategy {
    private static final double BPS = 10_000.0;
    private static final double E8 = 1e8;
    private static final double NS_PER_MS = 1e6;
    private static final double FUNDING_PERIOD_NS = 8 * 3_600e9;

    private final Instruments instruments;
    private final FeeTier fees;
    private final Edge settings;
    private final boolean takes;
    private final double maximumInvalidFraction;
    private final double[] extraBps;
    private final double[] meanMoveBps;
    private final ModelBlend blend;
    /** Null where the size does not depend on how sure the models are. */
    private final ConfidenceScale confidence;
    private final double[] fundingRate;

    EdgeStrategy(Instruments instruments, FeeTier fees, SignalSettings signal, double[] meanMoveBps,
            ModelBlend blend) {
        this.instruments = instruments;
        this.fees = fees;
        this.settings = signal.edge();
        this.takes = signal.order().takes();
        this.maximumInvalidFraction = signal.maximumInvalidFraction();
        this.extraBps = Strategies.byRegime(signal.regimes(), SignalSettings.RegimeChoice::extraBps, 0.0);
        this.meanMoveBps = meanMoveBps.clone();
        this.blend = blend;
        Size size = signal.size();
        this.confidence = size.scalesByConfidence()
                ? new ConfidenceScale(size.confidenceFloor(), size.confidenceCeiling())
                : null;
        this.fundingRate = new double[instruments.count()];
    }

    @Override
    public void onMarket(EngineEvent event) {
        if (event.market().mark) {
            fundingRate[event.instrument()] = event.market().fundingRateE8 / E8;
        }
    }

    @Override
    public SignalReason decide(EngineEvent event, Outlook outlook) {
        if (event.scores().invalidInputs() > maximumInvalidFraction) {
            return SignalReason.FEATURES_INVALID;
        }
        if (!event.scores().ready()) {
            return SignalReason.SCORES_INVALID;
        }
        if (!event.scores().confident()) {
            return SignalReason.NOT_CONFIDENT;
        }
        int instrument = event.instrument();
        double probability = blend.probability(event.scores(), event.regime().state);
        double forecast = 2.0 * probability - 1.0;
        double expectedBps = forecast * meanMoveBps[instrument];
        double direction = Math.signum(expectedBps);
        outlook.forecast = forecast;
        outlook.moveBps = meanMoveBps[instrument];
        outlook.edgeBps = Math.abs(expectedBps) - costBps(instrument, event.market())
                - direction * fundingBps(instrument);
        outlook.share = direction;
        outlook.confidence = confidence == null ? 1.0 : confidence.of(probability);
        return judge(event, direction, expectedBps, outlook);
    }

    @Override
    public long addTo(long hash) {
        long result = hash;
        for (double rate : fundingRate) {
            result = StateHash.add(result, rate);
        }
        return result;
    }

    private SignalReason judge(EngineEvent event, double direction, double expectedBps, Outlook outlook) {
        long positionE8 = event.portfolio().positionE8;
        // A forecast without a direction is never traded, however low the threshold.
        boolean enters = direction != 0.0
                && outlook.edgeBps >= settings.entryBps() + extraBps[event.regime().state.ordinal()];
        if (positionE8 != 0 && Long.signum(positionE8) * expectedBps < settings.exitBps()) {
            outlook.share = enters ? direction : 0.0;
            return SignalReason.NONE;
        }
        if (!enters) {
            return SignalReason.EDGE_BELOW_THRESHOLD;
        }
        return Long.signum(positionE8) == (int) direction ? SignalReason.POSITION_HELD : SignalReason.NONE;
    }

    private double costBps(int instrument, MarketView market) {
        double halfSpreadBps = market.topValid
                ? (market.askPriceE8 - market.bidPriceE8) / (double) market.midTwiceE8() * BPS
                : 0.0;
        double side = takes
                ? fees.takerBps(instruments.get(instrument)) + halfSpreadBps + settings.slippageBps()
                : fees.makerBps(instruments.get(instrument)) - halfSpreadBps;
        return settings.sides() * side;
    }

    private double fundingBps(int instrument) {
        return fundingRate[instrument] * BPS * (settings.horizonMs() * NS_PER_MS / FUNDING_PERIOD_NS);
    }
}
