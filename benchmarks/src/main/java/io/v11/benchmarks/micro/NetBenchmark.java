package io.v11.benchmarks.micro;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.v11.benchmarks.subject.Net;

/** One row through a perceptron by ONNX Runtime: called through {@code java.lang.foreign}, and through its Java interface. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NetBenchmark {
    private Net net;

    @Setup
    public void setup() {
        net = new Net();
        if (!net.isRight(net.official())) {
            throw new IllegalStateException("the two ways to ONNX Runtime disagree");
        }
    }

    @Benchmark
    public float foreign() {
        return net.foreign();
    }

    @Benchmark
    public float javaInterface() {
        return net.official();
    }

    @TearDown
    public void tearDown() {
        net.close();
    }
}
