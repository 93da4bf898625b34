package io.v11.engine.monitor;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;
import org.agrona.concurrent.status.CountersReader;

import io.v11.journal.event.IntentKind;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.SignalReason;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;
import io.v11.ml.drift.DriftTally;

/**
 * The engine's counters, in Agrona's layout, in memory or in a mapped file that another process reads while the engine
 * runs: labels in the first four fifths, values in the last.
 *
 * <p>Written by the monitor's thread alone with ordered stores; read by any. Allocates nothing after construction.
 */
public final class EngineCounters implements AutoCloseable {
    /** Room for counters. */
    static final int COUNTERS = 256;

    private static final int VALUES_BYTES = COUNTERS * CountersReader.COUNTER_LENGTH;
    private static final int METADATA_BYTES = COUNTERS * CountersReader.METADATA_LENGTH;
    /** Above every template id. */
    private static final int TEMPLATES = 64;

    private final ByteBuffer memory;
    private final CountersManager manager;
    private final AtomicCounter[] eventsByTemplate = new AtomicCounter[TEMPLATES];
    private final AtomicCounter otherEvents;
    private final AtomicCounter[] signals;
    private final AtomicCounter[] verdicts;
    private final AtomicCounter[] intents;
    private final AtomicCounter decisions;
    private final AtomicCounter scored;
    private final AtomicCounter degraded;
    private final AtomicCounter unasked;
    private final AtomicCounter confident;
    private final AtomicCounter validFeatures;
    private final AtomicCounter[] invalidFeatures;
    private final long[] invalid = new long[Invalidity.values().length];
    private final AtomicCounter fills;
    private final AtomicCounter driftWindows;
    private final AtomicCounter driftedInLast;
    private final AtomicCounter driftByPsi;
    private final AtomicCounter driftByKs;
    private final AtomicCounter driftByUnusual;
    private final AtomicCounter driftByInvalid;
    private final AtomicCounter driftAlerts;

    private EngineCounters(ByteBuffer memory) {
        this.memory = memory;
        this.manager = new CountersManager(new UnsafeBuffer(memory, 0, METADATA_BYTES),
                new UnsafeBuffer(memory, METADATA_BYTES, VALUES_BYTES));
        for (EventTemplate template : EventTemplate.values()) {
            eventsByTemplate[template.id()] = manager.newCounter("events." + template.label());
        }
        this.otherEvents = manager.newCounter("events.other");
        this.decisions = manager.newCounter("decisions");
        this.validFeatures = manager.newCounter("features.valid");
        this.invalidFeatures = byConstant("features.", Invalidity.values());
        this.scored = manager.newCounter("decisions.scored");
        this.degraded = manager.newCounter("decisions.degraded");
        this.unasked = manager.newCounter("decisions.unasked");
        this.confident = manager.newCounter("decisions.confident");
        this.signals = byConstant("signals.", SignalReason.values());
        this.verdicts = byConstant("verdicts.", RiskReason.values());
        this.intents = byConstant("intents.", IntentKind.values());
        this.fills = manager.newCounter("fills");
        this.driftWindows = manager.newCounter("drift.windows");
        this.driftedInLast = manager.newCounter("drift.features.drifted.in.last.window");
        this.driftByPsi = manager.newCounter("drift.by.psi");
        this.driftByKs = manager.newCounter("drift.by.ks");
        this.driftByUnusual = manager.newCounter("drift.by.unusual");
        this.driftByInvalid = manager.newCounter("drift.by.invalid");
        this.driftAlerts = manager.newCounter("drift.alerts");
    }

    /** Counters that only this process sees. */
    public static EngineCounters inMemory() {
        return new EngineCounters(ByteBuffer.allocateDirect(METADATA_BYTES + VALUES_BYTES));
    }

    /** Counters in a new file; one that is there is replaced. */
    public static EngineCounters mapped(Path file) {
        IoUtil.deleteIfExists(file.toFile());
        return new EngineCounters(IoUtil.mapNewFile(file.toFile(), METADATA_BYTES + VALUES_BYTES));
    }

    /** Opens the counters of another process. */
    public static CountersReader open(Path file) {
        MappedByteBuffer memory = IoUtil.mapExistingFile(file.toFile(), "counters");
        return new CountersReader(new UnsafeBuffer(memory, 0, METADATA_BYTES),
                new UnsafeBuffer(memory, METADATA_BYTES, VALUES_BYTES));
    }

    /** All counters by label, in the order of creation; cold path. */
    public Map<String, Long> values() {
        Map<String, Long> values = new LinkedHashMap<>();
        manager.forEach((id, type, key, label) -> values.put(label, manager.getCounterValue(id)));
        return values;
    }

    @Override
    public void close() {
        if (memory instanceof MappedByteBuffer mapped) {
            IoUtil.unmap(mapped);
        }
    }

    void onEvent(int templateId) {
        AtomicCounter counter = templateId >= 0 && templateId < TEMPLATES ? eventsByTemplate[templateId] : null;
        (counter == null ? otherEvents : counter).incrementRelease();
    }

    void onDecision(FeatureVector features, boolean hasScores) {
        decisions.incrementRelease();
        validFeatures.getAndAddRelease(features.validCount());
        features.countInvalid(invalid);
        for (int i = 0; i < invalid.length; i++) {
            invalidFeatures[i].setRelease(invalid[i]);
        }
        if (hasScores) {
            scored.incrementRelease();
        }
    }

    void onInference(InferenceTally total) {
        degraded.setRelease(total.degraded());
        unasked.setRelease(total.unasked());
        confident.setRelease(total.confident());
    }

    void onSignal(SignalReason reason) {
        signals[reason.ordinal()].incrementRelease();
    }

    void onVerdict(RiskReason reason) {
        verdicts[reason.ordinal()].incrementRelease();
    }

    void onIntent(IntentKind kind) {
        intents[kind.ordinal()].incrementRelease();
    }

    void onFill() {
        fills.incrementRelease();
    }

    void onDriftWindow(DriftTally total) {
        driftWindows.setRelease(total.windows());
        driftedInLast.setRelease(total.driftedInLast());
        driftByPsi.setRelease(total.byPsi());
        driftByKs.setRelease(total.byKs());
        driftByUnusual.setRelease(total.byUnusual());
        driftByInvalid.setRelease(total.byInvalid());
        driftAlerts.setRelease(total.alerts());
    }

    long decisions() {
        return decisions.get();
    }

    long scored() {
        return scored.get();
    }

    long validFeatures() {
        return validFeatures.get();
    }

    long signals(SignalReason reason) {
        return signals[reason.ordinal()].get();
    }

    long verdicts(RiskReason reason) {
        return verdicts[reason.ordinal()].get();
    }

    long intents(IntentKind kind) {
        return intents[kind.ordinal()].get();
    }

    long fills() {
        return fills.get();
    }

    private AtomicCounter[] byConstant(String prefix, Enum<?>[] constants) {
        AtomicCounter[] counters = new AtomicCounter[constants.length];
        for (Enum<?> constant : constants) {
            if (!constant.name().equals("NULL_VAL") && !constant.name().equals("NONE")) {
                counters[constant.ordinal()] = manager.newCounter(prefix + constant.name());
            }
        }
        return counters;
    }
}
