package io.v11.benchmarks.micro;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import io.v11.engine.risk.tail.LiveTailRisk;
import io.v11.engine.risk.tail.TailMethod;
import io.v11.engine.risk.tail.TailSettings;

/**
 * What a candidate order adds to the expected shortfall of 20 instruments over 500 scenarios, in three states of the book: nothing moved since
 * the last question, one exposure moved, all moved. Times are sampled, so that percentiles stand beside the mean.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MarginalShortfallBenchmark {
    static final int INSTRUMENTS = 20;
    private static final int SCENARIOS = 500;
    private static final int ORDERS = 64;

    @Param({"HISTORICAL", "FILTERED_HISTORICAL", "PARAMETRIC"})
    public TailMethod method = TailMethod.HISTORICAL;

    private LiveTailRisk risk;
    private final double[] exposures = new double[INSTRUMENTS];
    private final double[] orders = new double[ORDERS];
    private int turn;

    /** A past of correlated returns with changing volatility, and positions to both sides. */
    @Setup
    public void setup() {
        Random random = new Random(7);
        risk = new LiveTailRisk(new TailSettings(INSTRUMENTS, SCENARIOS, 250, 0.975, 0.97, 1));
        double[] returns = new double[INSTRUMENTS];
        for (int k = 0; k < SCENARIOS + LiveTailRisk.SETTLING_BARS; k++) {
            double scale = 0.001 * Math.exp(0.5 * random.nextGaussian());
            double common = random.nextGaussian();
            for (int i = 0; i < INSTRUMENTS; i++) {
                returns[i] = scale * (common + random.nextGaussian());
            }
            risk.onBarClose(returns);
        }
        for (int i = 0; i < INSTRUMENTS; i++) {
            exposures[i] = 1e5 * random.nextGaussian();
            risk.exposure(i, exposures[i]);
        }
        for (int i = 0; i < ORDERS; i++) {
            orders[i] = 1e4 * random.nextGaussian();
        }
    }

    @Benchmark
    public double order() {
        turn++;
        return risk.marginalShortfall(method, turn % INSTRUMENTS, orders[turn % ORDERS]);
    }

    @Benchmark
    public double orderAfterOneMove() {
        move(turn % INSTRUMENTS);
        return order();
    }

    @Benchmark
    public double orderAfterAllMoved() {
        for (int i = 0; i < INSTRUMENTS; i++) {
            move(i);
        }
        return order();
    }

    private void move(int instrument) {
        risk.exposure(instrument, exposures[instrument] * ((turn & 1) == 0 ? 1.0001 : 1.0));
    }
}
