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

import io.v11.benchmarks.subject.LiveEnsemble;
import io.v11.ml.ServingBackend;

/**
 * One score of each live model, and of all with their stack, on the vectors of recorded decisions, by both backends. What the
 * profiles state as costs comes from here.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModelBenchmark {
    @Param({"xgboost", "forest", "mlp", "lstm", "transformer", "logistic", "stack"})
    private String family;

    @Param({"KERNEL", "ONNX"})
    private ServingBackend backend;

    private LiveEnsemble ensemble;

    @Setup
    public void setup() {
        Recorded recorded = Recorded.open();
        ensemble = LiveEnsemble.open(recorded.home().models(), recorded.configuration(), backend, recorded.recording())
                .warm();
    }

    @Benchmark
    public double score() {
        return family.equals("stack") ? ensemble.together() ? 1.0 : 0.0 : ensemble.alone(family);
    }

    @TearDown
    public void tearDown() {
        ensemble.close();
    }
}
