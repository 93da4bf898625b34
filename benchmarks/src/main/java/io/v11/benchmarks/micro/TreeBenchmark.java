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

import io.v11.benchmarks.subject.Forest;

/** One row through a boosted forest: V11's kernel against XGBoost4J. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TreeBenchmark {
    /** Trees of depth 6, 112 features. */
    @Param({"100", "500"})
    public int trees;

    private Forest forest;
    private int row;

    @Setup
    public void setup() {
        forest = Forest.train(trees, 6);
        for (int i = 0; i < Forest.ROWS; i++) {
            if (!forest.isRight(i, forest.margin(i))) {
                throw new IllegalStateException("kernel and XGBoost differ on row " + i);
            }
        }
    }

    @Benchmark
    public float kernel() {
        return forest.margin(row++ & Forest.ROWS - 1);
    }

    @Benchmark
    public float xgboost4jInplacePredict() {
        return forest.nativeMargin(row++ & Forest.ROWS - 1);
    }

    @TearDown
    public void tearDown() {
        forest.close();
    }
}
