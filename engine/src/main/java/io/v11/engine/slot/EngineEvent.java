package io.v11.engine.slot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Limits;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelScores;

/**
 * The ring's slot: an input frame and the preallocated results that the stages add to it.
 * The edge fills the frame and clears the results; every result is written by one stage. Nothing here is ever null.
 */
public final class EngineEvent {
    private static final int CACHE_LINE = 64;
    private static final int ARRIVAL = 0;
    private static final int LENGTH = 8;
    private static final int FRAME = 16;

    /** Arrival, length and header of the frame lie in one cache line: one transfer tells the next thread all of them. */
    private final UnsafeBuffer memory = new UnsafeBuffer(
            ByteBuffer.allocateDirect(FRAME + Limits.FRAME_BYTES + 2 * CACHE_LINE).alignedSlice(CACHE_LINE));
    private final UnsafeBuffer frame = new UnsafeBuffer(memory, FRAME, Limits.FRAME_BYTES);
    private final EventHeaderDecoder header = new EventHeaderDecoder().wrap(frame, 0);

    private final MarketView market = new MarketView();
    private final PortfolioView portfolio = new PortfolioView();
    private final FeatureVector features;
    private final ModelScores scores;
    private final RegimeView regime = new RegimeView();
    private final Signal signal = new Signal();
    private final RiskVerdict verdict = new RiskVerdict();
    private final OrderIntent intent = new OrderIntent();
    private final long[] stateHashes;

    /** @param stages number of stages whose state hashes travel with the slot */
    public EngineEvent(int features, int models, int stages) {
        this.features = new FeatureVector(features);
        this.scores = new ModelScores(models);
        this.stateHashes = new long[stages];
    }

    /** Clears what an earlier event left behind and takes the next. */
    public void load(DirectBuffer source, int offset, int frameLength, long sequence) {
        clear();
        take(source, offset, frameLength, sequence);
    }

    /** Copies a frame into a slot that is clear, and gives it its sequence. */
    public void take(DirectBuffer source, int offset, int frameLength, long sequence) {
        if (frameLength > Limits.FRAME_BYTES) {
            throw new IllegalArgumentException(
                    "frame too long: length=" + frameLength + " limit=" + Limits.FRAME_BYTES);
        }
        frame.putBytes(0, source, offset, frameLength);
        frame.putLong(EventHeaderDecoder.sequenceEncodingOffset(), sequence, ByteOrder.LITTLE_ENDIAN);
        memory.putInt(LENGTH, frameLength);
    }

    /** Clears the results. The last thread of the ring does it: the publisher would have to fetch what others wrote. */
    public void clear() {
        market.clear();
        features.ready(false);
        scores.clear();
        regime.clear();
        signal.clear();
        verdict.clear();
        intent.clear();
        Arrays.fill(stateHashes, 0L);
    }

    /** The frame: header at offset 0, {@link #length()} bytes. */
    public UnsafeBuffer frame() {
        return frame;
    }

    public int length() {
        return memory.getInt(LENGTH);
    }

    public int templateId() {
        return header.templateId();
    }

    public long sequence() {
        return header.sequence();
    }

    /** Local receive time, ns since the epoch: the time for every stage. */
    public long timeNs() {
        return header.ingestTimeNs();
    }

    /** Time the venue states, ns since the epoch; 0 when none. */
    public long venueTimeNs() {
        return header.venueTimeNs();
    }

    /** Instrument id, -1 when the event concerns none. */
    public int instrument() {
        return header.instrument();
    }

    public boolean lastFrame() {
        return header.lastFrame() == 1;
    }

    public int blockLength() {
        return header.blockLength();
    }

    public int schemaVersion() {
        return header.version();
    }

    /**
     * When the event was due at the engine, on the monotonic clock of the process that measures. Neither journaled nor
     * hashed, and of no meaning to a stage: the runner and the monitor measure latency with it.
     */
    public long arrivalNanos() {
        return memory.getLong(ARRIVAL);
    }

    public void arrivalNanos(long nanos) {
        memory.putLong(ARRIVAL, nanos);
    }

    public MarketView market() {
        return market;
    }

    public PortfolioView portfolio() {
        return portfolio;
    }

    public FeatureVector features() {
        return features;
    }

    public ModelScores scores() {
        return scores;
    }

    public RegimeView regime() {
        return regime;
    }

    public Signal signal() {
        return signal;
    }

    public RiskVerdict verdict() {
        return verdict;
    }

    public OrderIntent intent() {
        return intent;
    }

    /** State hashes after this event by position of the stage; filled every {@link Limits#HASH_INTERVAL} events, else 0. */
    public long[] stateHashes() {
        return stateHashes;
    }
}
