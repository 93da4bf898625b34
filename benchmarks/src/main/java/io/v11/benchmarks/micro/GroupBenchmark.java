package io.v11.benchmarks.micro;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.v11.config.Instruments;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/**
 * One market event through one group of features, its outputs written when the event is a decision. {@link #NONE} is the
 * cost of what all groups share. The market's views are made beforehand; every time they come round, time has gone on.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GroupBenchmark {
    /** No group: the moment alone. */
    static final String NONE = "none";
    private static final int SLOTS = 4096;

    @Param(NONE)
    private String group;

    private final EngineEvent[] slots = new EngineEvent[SLOTS];
    private final FeatureVector vector = new FeatureVector(FeatureCatalog.size());
    private FeatureGroup subject;
    private int position;
    private Moment moment;
    private long spanNs;
    private long lapNs;
    private int next;

    @Setup
    public void setup() {
        Recorded recorded = Recorded.open();
        Instruments instruments = recorded.configuration().instruments();
        FeatureContext context = new FeatureContext(instruments.get(0));
        subject = find(context);
        moment = new Moment(context.tickE8());
        MarketStage market = new MarketStage(instruments);
        int first = recorded.recording().lastSession();
        int kept = (first + recorded.recording().count()) / 2;
        EngineEvent passing = new EngineEvent(1, 1, 1);
        int slot = 0;
        for (int i = first; slot < SLOTS; i++) {
            EngineEvent event = i < kept ? passing : new EngineEvent(1, 1, 1);
            event.load(recorded.recording().buffer(), recorded.recording().offset(i), recorded.recording().length(i),
                    i);
            market.onEvent(event);
            if (!event.market().present || event.instrument() != context.instrument().id()) {
                continue;
            }
            if (i < kept) {
                moment.onMarket(event.market(), event.timeNs());
                feed(event.market());
            } else {
                slots[slot++] = event;
            }
        }
        spanNs = slots[SLOTS - 1].timeNs() - slots[0].timeNs();
    }

    @Benchmark
    public double event() {
        if (next == SLOTS) {
            next = 0;
            lapNs += spanNs;
        }
        EngineEvent slot = slots[next++];
        MarketView market = slot.market();
        moment.onMarket(market, slot.timeNs() + lapNs);
        feed(market);
        if (subject != null && market.topChanged) {
            subject.write(vector, position, moment);
        }
        return vector.value(position);
    }

    private void feed(MarketView market) {
        if (subject != null) {
            subject.onMarket(market, moment);
        }
    }

    /** Groups that read other features find all of them valid. */
    private FeatureGroup find(FeatureContext context) {
        for (int i = 0; i < vector.size(); i++) {
            vector.set(i, (i % 7 - 3) * 0.1);
        }
        for (FeatureGroup candidate : FeatureCatalog.groups(context)) {
            if (candidate.name().equals(group)) {
                return candidate;
            }
            position += candidate.features().size();
        }
        position = 0;
        if (group.equals(NONE)) {
            return null;
        }
        throw new IllegalStateException("no group is called " + group);
    }
}
