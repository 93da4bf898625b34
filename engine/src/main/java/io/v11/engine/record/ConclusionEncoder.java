package io.v11.engine.record;

import java.nio.ByteBuffer;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Limits;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.slot.RegimeView;
import io.v11.engine.slot.RiskReport;
import io.v11.engine.slot.Signal;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.FeatureVectorEncoder;
import io.v11.journal.event.ModelScoresEncoder;
import io.v11.journal.event.OrderIntentEncoder;
import io.v11.journal.event.RegimeEncoder;
import io.v11.journal.event.RiskReportEncoder;
import io.v11.journal.event.RiskVerdictEncoder;
import io.v11.journal.event.SignalEncoder;
import io.v11.journal.event.StateHashEncoder;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelScores;

/**
 * Encodes the results in a slot as derived events into one reused buffer. A derived event bears sequence, times and
 * instrument of the input event that caused it. Confined to the record stage; allocates nothing after construction.
 */
final class ConclusionEncoder {
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.CONCLUSION_BYTES));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final FeatureVectorEncoder features = new FeatureVectorEncoder();
    private final ModelScoresEncoder scores = new ModelScoresEncoder();
    private final RegimeEncoder regime = new RegimeEncoder();
    private final RiskReportEncoder riskReport = new RiskReportEncoder();
    private final SignalEncoder signal = new SignalEncoder();
    private final RiskVerdictEncoder verdict = new RiskVerdictEncoder();
    private final OrderIntentEncoder intent = new OrderIntentEncoder();
    private final StateHashEncoder hashes = new StateHashEncoder();
    private final long schemaHash;

    ConclusionEncoder(long schemaHash) {
        this.schemaHash = schemaHash;
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int encodeFeatures(EngineEvent event) {
        FeatureVector vector = event.features();
        features.wrapAndApplyHeader(buffer, 0, header).schemaHash(schemaHash);
        FeatureVectorEncoder.ValidityEncoder validity = features.validityCount(vector.validityWords());
        for (int i = 0; i < vector.validityWords(); i++) {
            validity.next().bits(vector.validityWord(i));
        }
        FeatureVectorEncoder.ValuesEncoder values = features.valuesCount(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            values.next().value(vector.value(i));
        }
        return finish(event, features.encodedLength());
    }

    int encodeScores(EngineEvent event) {
        ModelScores source = event.scores();
        scores.wrapAndApplyHeader(buffer, 0, header).ensemble(source.ensemble()).validModels(source.validMask())
                .skippedModels(source.skippedMask()).confident((short) (source.confident() ? 1 : 0));
        ModelScoresEncoder.ScoresEncoder group = scores.scoresCount(source.count());
        for (int i = 0; i < source.count(); i++) {
            group.next().score(source.score(i));
        }
        return finish(event, scores.encodedLength());
    }

    int encodeSignal(EngineEvent event) {
        Signal source = event.signal();
        signal.wrapAndApplyHeader(buffer, 0, header).reason(source.reason).side(source.side)
                .timeInForce(source.timeInForce).limitPriceE8(source.limitPriceE8).quantityE8(source.quantityE8)
                .edgeBps(source.edgeBps).orderType(source.type).targetE8(source.targetE8).forecast(source.forecast)
                .referencePriceE8(source.referencePriceE8);
        return finish(event, signal.encodedLength());
    }

    int encodeVerdict(EngineEvent event) {
        verdict.wrapAndApplyHeader(buffer, 0, header).reason(event.verdict().reason)
                .quantityE8(event.verdict().approvedQuantityE8).state(event.verdict().state)
                .shortfall(event.verdict().shortfall);
        return finish(event, verdict.encodedLength());
    }

    int encodeIntent(EngineEvent event) {
        OrderIntent source = event.intent();
        intent.wrapAndApplyHeader(buffer, 0, header).clientOrderId(source.clientOrderId).kind(source.kind)
                .side(source.side).timeInForce(source.timeInForce).priceE8(source.priceE8)
                .quantityE8(source.quantityE8).orderType(source.type).stopPriceE8(source.stopPriceE8)
                .replacedClientOrderId(source.replacedClientOrderId).reduceOnly((short) (source.reduceOnly ? 1 : 0));
        int length = finish(event, intent.encodedLength());
        header.instrument(source.instrument); // a cancel may concern another instrument than the event that caused it
        return length;
    }

    int encodeRegime(EngineEvent event) {
        RegimeView source = event.regime();
        RegimeEncoder.PosteriorsEncoder group = regime.wrapAndApplyHeader(buffer, 0, header).state(source.state)
                .likeliest(source.likeliest).changeProbability(source.changeProbability)
                .posteriorsCount(RegimeView.STATES);
        for (int i = 0; i < RegimeView.STATES; i++) {
            group.next().posterior(source.posteriors[i]);
        }
        return finish(event, regime.encodedLength());
    }

    int encodeRiskReport(EngineEvent event) {
        RiskReport source = event.verdict().report;
        riskReport.wrapAndApplyHeader(buffer, 0, header).state(event.verdict().state)
                .equityE8(event.portfolio().equityE8).grossE8(source.grossE8).netE8(source.netE8)
                .drawdownFraction(event.portfolio().drawdownFraction).valueAtRisk(source.valueAtRisk)
                .shortfallHistorical(source.shortfallHistorical).shortfallParametric(source.shortfallParametric)
                .shortfallFiltered(source.shortfallFiltered).worstStress(source.worstStress);
        return finish(event, riskReport.encodedLength());
    }

    int encodeStateHashes(EngineEvent event) {
        long[] source = event.stateHashes();
        StateHashEncoder.StagesEncoder group = hashes.wrapAndApplyHeader(buffer, 0, header).stagesCount(source.length);
        for (int i = 0; i < source.length; i++) {
            group.next().stage(i).hash(source[i]);
        }
        return finish(event, hashes.encodedLength());
    }

    private int finish(EngineEvent event, int bodyLength) {
        header.sequence(event.sequence()).ingestTimeNs(event.timeNs()).venueTimeNs(event.venueTimeNs())
                .instrument(event.instrument()).frameIndex(0).lastFrame(1);
        return EventHeaderEncoder.ENCODED_LENGTH + bodyLength;
    }
}
