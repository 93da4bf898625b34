package io.v11.engine.replay;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.engine.record.EventLog;
import io.v11.engine.record.EventSource;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.FeatureVectorDecoder;
import io.v11.journal.event.ModelScoresDecoder;
import io.v11.journal.event.OrderIntentDecoder;
import io.v11.journal.event.RegimeDecoder;
import io.v11.journal.event.RiskVerdictDecoder;
import io.v11.journal.event.SignalDecoder;
import io.v11.journal.event.StateHashDecoder;

/**
 * Compares what a replay concludes with what the run concluded, byte for byte, and keeps the first difference. Used by
 * the record stage's thread; {@link #divergence()} is read after the replay has ended.
 */
public final class VerifyingLog implements EventLog {
    private final EventSource recorded;
    private final String[] stages;
    private final UnsafeBuffer expected = new UnsafeBuffer(0, 0);
    private final UnsafeBuffer actual = new UnsafeBuffer(0, 0);
    private final EventHeaderDecoder expectedHeader = new EventHeaderDecoder();
    private final EventHeaderDecoder actualHeader = new EventHeaderDecoder();
    private volatile Divergence divergence;
    private long compared;

    /** The first conclusion that differs. */
    public record Divergence(long sequence, String stage, String what) {
        public String describe() {
            return "first divergent sequence=" + sequence + " stage=" + stage + ": " + what;
        }
    }

    /** @param stages role names in the order of the pipeline, to name the stage whose state hash differs */
    public VerifyingLog(EventSource recorded, String[] stages) {
        this.recorded = recorded;
        this.stages = stages.clone();
    }

    @Override
    public void append(DirectBuffer frame, int offset, int length) {
        if (divergence != null) {
            return;
        }
        actualHeader.wrap(frame, offset);
        if (!recorded.next()) {
            diverge(actualHeader, "the derived log ends here, the replay goes on");
            return;
        }
        compared++;
        expected.wrap(recorded.buffer(), recorded.offset(), recorded.length());
        actual.wrap(frame, offset, length);
        if (expected.compareTo(actual) != 0) {
            expectedHeader.wrap(expected, 0);
            boolean expectedFirst = expectedHeader.sequence() < actualHeader.sequence();
            diverge(expectedFirst ? expectedHeader : actualHeader, "recorded template " + expectedHeader.templateId()
                    + " of sequence " + expectedHeader.sequence() + ", replayed template " + actualHeader.templateId()
                    + " of sequence " + actualHeader.sequence() + firstDifference());
        }
    }

    private String firstDifference() {
        int length = Math.min(expected.capacity(), actual.capacity());
        for (int i = 0; i < length; i++) {
            if (expected.getByte(i) != actual.getByte(i)) {
                return ", first different byte at " + i;
            }
        }
        return ", lengths " + expected.capacity() + " and " + actual.capacity();
    }

    private void diverge(EventHeaderDecoder header, String what) {
        divergence = new Divergence(header.sequence(), stage(header.templateId()), what);
    }

    private String stage(int template) {
        return switch (template) {
            case FeatureVectorDecoder.TEMPLATE_ID -> "feature";
            case ModelScoresDecoder.TEMPLATE_ID -> "inference";
            case RegimeDecoder.TEMPLATE_ID -> "regime";
            case SignalDecoder.TEMPLATE_ID -> "signal";
            case RiskVerdictDecoder.TEMPLATE_ID -> "risk";
            case OrderIntentDecoder.TEMPLATE_ID -> "execution";
            case StateHashDecoder.TEMPLATE_ID -> differentState();
            default -> "record";
        };
    }

    /** Both frames are state hashes of one event: the first entry that differs names the stage. */
    private String differentState() {
        if (expected.capacity() != actual.capacity()
                || expectedHeader.wrap(expected, 0).templateId() != StateHashDecoder.TEMPLATE_ID) {
            return "record";
        }
        StateHashDecoder left = new StateHashDecoder().wrapAndApplyHeader(expected, 0, new EventHeaderDecoder());
        StateHashDecoder right = new StateHashDecoder().wrapAndApplyHeader(actual, 0, new EventHeaderDecoder());
        StateHashDecoder.StagesDecoder rightStages = right.stages();
        for (StateHashDecoder.StagesDecoder entry : left.stages()) {
            rightStages.next();
            if (entry.hash() != rightStages.hash() && entry.stage() < stages.length) {
                return stages[entry.stage()];
            }
        }
        return "record";
    }

    /** Call after the replay: what the run concluded and the replay did not. */
    public void finish() {
        if (divergence == null && recorded.next()) {
            expected.wrap(recorded.buffer(), recorded.offset(), recorded.length());
            diverge(expectedHeader.wrap(expected, 0), "the replay ends here, the derived log goes on");
        }
    }

    /** The first difference, null when there is none. */
    public Divergence divergence() {
        return divergence;
    }

    /** Conclusions compared so far. */
    public long compared() {
        return compared;
    }
}
