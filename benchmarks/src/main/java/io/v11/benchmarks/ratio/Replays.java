package io.v11.benchmarks.ratio;

import java.nio.file.Path;
import java.util.List;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Scratch;
import io.v11.benchmarks.subject.EngineRun;
import io.v11.benchmarks.subject.RawLog;
import io.v11.benchmarks.subject.Workbench;
import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;
import io.v11.engine.LatencyProbe;
import io.v11.engine.ThreadPlan;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;

/** Ways through the recording, from the bare bytes to the whole engine. */
final class Replays {
    /** Market events of one pass of the whole engine: some tenths of a second. */
    private static final int ENGINE_EVENTS = 20_000;

    private final Workbench bench;
    private final Path raw;

    Replays(Workbench bench) {
        this.bench = bench;
        this.raw = bench.scratch().fresh("raw-log");
        try (RawLog log = RawLog.write(raw)) {
            for (int i = 0; i < bench.recording().count(); i++) {
                log.append(bench.recording().buffer(), bench.recording().offset(i), bench.recording().length(i));
            }
        }
    }

    /** The journal's reader: checks every record, then the event's header is decoded. */
    Contender decode() {
        return new Pass("journal decode", bench.recording().count(), () -> {
            EventHeaderDecoder header = new EventHeaderDecoder();
            long digest = 0;
            int events = 0;
            try (JournalReader reader = JournalReader.open(bench.log())) {
                while (reader.next()) {
                    header.wrap(reader.buffer(), reader.offset());
                    digest = digest * 31 + header.templateId() + header.instrument() + header.ingestTimeNs();
                    events++;
                }
            }
            return counted("journal decode", events, digest);
        });
    }

    /** A bare tailer over the same frames, a document each, eight bytes read from each. */
    Contender tailer() {
        return new Pass("raw tailer", bench.recording().count(), () -> {
            long end = Long.MIN_VALUE;
            long digest = 0;
            int events = 0;
            try (RawLog log = RawLog.read(raw)) {
                for (long bytes = log.next(end); bytes != end; bytes = log.next(end)) {
                    digest = digest * 31 + bytes;
                    events++;
                }
            }
            return counted("raw tailer", events, digest);
        });
    }

    /** Journal to books, tops and bars of every instrument, no stage behind them. */
    Contender books() {
        return new Pass("book-only replay", bench.recording().count(), () -> {
            MarketStage market = new MarketStage(bench.configuration().instruments());
            EngineEvent slot = new EngineEvent(1, 1, 1);
            int events = 0;
            try (JournalReader reader = JournalReader.open(bench.log())) {
                while (reader.next()) {
                    slot.load(reader.buffer(), reader.offset(), reader.length(), ++events);
                    market.onEvent(slot);
                }
            }
            return counted("book-only replay", events, market.stateHash());
        });
    }

    /** Everything on one thread, both logs and the simulated venue included. */
    Contender engine() {
        // Pinned by the run itself, behind the opening of the logs: their helper threads must not share its core.
        ThreadPlan plan = new ThreadPlan(Mode.INVOKER, Wait.YIELDING, 0, List.of(), Cores.last(), "benchmark");
        int first = bench.recording().lastSession();
        int events = Math.min(ENGINE_EVENTS, bench.recording().count() - first);
        return new Contender() {
            private long expected;

            @Override
            public String name() {
                return "pipeline inline";
            }

            @Override
            public int fewestOperations() {
                return events;
            }

            /** Plays the same part whatever is asked, for the books must begin with their snapshots. */
            @Override
            public double run(int operations) {
                Path folder = bench.scratch().fresh("inline");
                EngineRun run = new EngineRun(bench, plan, "max", LatencyProbe.OFF, folder);
                EngineRun.Result result = run.play(bench.recording().source(first, events),
                        bench.recording().timeNs(first), 0, () -> {
                        });
                Scratch.delete(folder);
                if (result.marketEvents() != events || expected != 0 && result.digest() != expected) {
                    throw new IllegalStateException("two plays of " + events + " events differ: " + result);
                }
                expected = result.digest();
                return result.elapsedNanos() / (double) events;
            }
        };
    }

    private long counted(String what, int events, long digest) {
        if (events != bench.recording().count()) {
            throw new IllegalStateException(what + " found " + events + " of " + bench.recording().count() + " events");
        }
        return digest;
    }
}
