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
import io.v11.benchmarks.subject.StreamedNet;

/**
 * A perceptron's row, an LSTM's and a Transformer's step by the Java kernels, and by ONNX Runtime: called through
 * {@code java.lang.foreign} (the window that a step replaces) and through its Java interface.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NetBenchmark {
    private Net net;
    private StreamedNet lstm;
    private StreamedNet transformer;

    @Setup
    public void setup() {
        lstm = StreamedNet.lstm();
        transformer = StreamedNet.transformer();
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

    @Benchmark
    public float kernel() {
        return net.kernel();
    }

    @Benchmark
    public boolean lstmKernelStep() {
        return right(lstm.step());
    }

    @Benchmark
    public boolean lstmForeignWindow() {
        return right(lstm.window());
    }

    @Benchmark
    public boolean transformerKernelStep() {
        return right(transformer.step());
    }

    @Benchmark
    public boolean transformerForeignWindow() {
        return right(transformer.window());
    }

    private static boolean right(boolean answer) {
        if (!answer) {
            throw new IllegalStateException("kernel and ONNX Runtime disagree");
        }
        return true;
    }

    @TearDown
    public void tearDown() {
        lstm.close();
        transformer.close();
        net.close();
    }
}
