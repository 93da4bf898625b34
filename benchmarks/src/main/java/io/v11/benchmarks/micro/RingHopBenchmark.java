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
import org.openjdk.jmh.annotations.TearDown;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.subject.DisruptorHop;
import io.v11.benchmarks.subject.EngineHop;
import io.v11.benchmarks.subject.Hop;

/** A frame to the other core through the ring, and the bare word back that it was seen. Needs two cores. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RingHopBenchmark {
    /** The engine's ring with its slots and groups, or a bare Disruptor with the same frame. */
    @Param({"engine", "disruptor"})
    public String ring;

    private final Cores cores = new Cores(true);
    private Hop hop;

    @Setup
    public void setup() {
        hop = ring.equals("engine") ? new EngineHop(cores, 1) : new DisruptorHop(cores, 1);
        cores.pin(0);
    }

    @Benchmark
    public long thereAndBack() {
        return hop.send();
    }

    @TearDown
    public void tearDown() {
        cores.release();
        hop.close();
    }
}
