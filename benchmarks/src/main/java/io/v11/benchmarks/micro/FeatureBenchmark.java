package io.v11.benchmarks.micro;

import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.v11.benchmarks.setting.Recording;
import io.v11.config.Instruments;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.EventHeaderDecoder;

/**
 * One market event through the feature stage: every group updated, and the vector written when the event is a decision.
 * Sampled as well as averaged: the percentiles are the promise.
 * The slots come out of the market stage beforehand; every time they come round, their times have gone on.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FeatureBenchmark {
    private static final int SLOTS = 4096;

    private final EngineEvent[] slots = new EngineEvent[SLOTS];
    private FeatureStage features;
    private long spanNs;
    private int next;

    @Setup
    public void setup() {
        Recorded recorded = Recorded.open();
        Recording recording = recorded.recording();
        Instruments instruments = recorded.configuration().instruments();
        MarketStage market = new MarketStage(instruments);
        features = new FeatureStage(instruments);
        EngineEvent passing = new EngineEvent(FeatureCatalog.size(), 1, 1);
        int first = recording.lastSession();
        int kept = (first + recording.count()) / 2;
        int decisions = 0;
        for (int i = first; i < kept + SLOTS; i++) {
            EngineEvent slot = i < kept ? passing : new EngineEvent(FeatureCatalog.size(), 1, 1);
            slot.load(recording.buffer(), recording.offset(i), recording.length(i), i);
            market.onEvent(slot);
            features.onEvent(slot);
            if (i >= kept) {
                slots[i - kept] = slot;
                decisions += slot.features().ready() ? 1 : 0;
            }
        }
        spanNs = recording.timeNs(kept + SLOTS) - recording.timeNs(kept);
        if (decisions < SLOTS / 20) {
            throw new IllegalStateException("only " + decisions + " of " + SLOTS + " events are decisions");
        }
    }

    @Benchmark
    public boolean event() {
        if (next == SLOTS) {
            next = 0;
        }
        EngineEvent slot = slots[next++];
        slot.frame().putLong(EventHeaderDecoder.ingestTimeNsEncodingOffset(), slot.timeNs() + spanNs,
                ByteOrder.LITTLE_ENDIAN);
        slot.features().ready(false);
        features.onEvent(slot);
        return slot.features().ready();
    }
}
