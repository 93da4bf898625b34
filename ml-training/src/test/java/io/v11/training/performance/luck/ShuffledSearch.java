package io.v11.training.performance.luck;

import java.util.SplittableRandom;

/**
 * A search over strategies that know nothing: trend rules on a market whose next return nobody can know, their signals
 * cut into runs and shuffled, without costs, so that luck has its best chance. Volatility comes in clusters and returns
 * have fat tails. On demand one trial is given an edge: the right side with the hit rate that makes its true Sharpe the
 * one asked for.
 */
final class ShuffledSearch {
    static final double DAYS = 365.0;
    private static final int SHUFFLED_DAYS = 5;

    private final double[] market;
    private final SplittableRandom random;

    ShuffledSearch(int days, long seed) {
        random = new SplittableRandom(seed);
        market = new double[days];
        double variance = 1.0;
        for (int i = 0; i < days; i++) {
            // GARCH(1, 1) around 3 % a day; a t variable of 5 degrees, scaled to variance 1.
            double chi = 0.0;
            for (int k = 0; k < 5; k++) {
                double z = random.nextGaussian();
                chi += z * z;
            }
            double shock = random.nextGaussian() * Math.sqrt(5.0 / chi) * Math.sqrt(3.0 / 5.0);
            market[i] = 0.03 * Math.sqrt(variance) * shock;
            variance = 0.05 + 0.10 * variance * shock * shock + 0.85 * variance;
        }
    }

    /**
     * Daily returns of trials; {@code alike} takes all signals from that many shuffled ones, so that trials resemble
     * each other.
     */
    double[][] trials(int count, int alike) {
        double[][] base = new double[alike][];
        for (int i = 0; i < alike; i++) {
            base[i] = shuffled(trendSignal(3.0 + 60.0 * random.nextDouble()));
        }
        double[][] returns = new double[count][market.length];
        for (int trial = 0; trial < count; trial++) {
            double[] signal = base[trial % alike];
            double[] other = base[random.nextInt(alike)];
            double weight = alike == count ? 0.0 : random.nextDouble();
            for (int day = 0; day < market.length; day++) {
                returns[trial][day] = ((1.0 - weight) * signal[day] + weight * other[day]) * market[day];
            }
        }
        return returns;
    }

    /** Returns of a trial that is long or short and right as often as the Sharpe asks for on this market. */
    double[] planted(double annualSharpe) {
        double size = 0.0;
        double square = 0.0;
        for (double move : market) {
            size += Math.abs(move) / market.length;
            square += move * move / market.length;
        }
        double daily = annualSharpe / Math.sqrt(DAYS);
        // mean = daily * sqrt(square - mean^2)
        double mean = daily * Math.sqrt(square / (1.0 + daily * daily));
        double hitRate = 0.5 + 0.5 * mean / size;
        double[] returns = new double[market.length];
        for (int day = 0; day < returns.length; day++) {
            returns[day] = Math.abs(market[day]) * (random.nextDouble() < hitRate ? 1.0 : -1.0);
        }
        return returns;
    }

    /** Sign of yesterday's price above its exponential mean. */
    private double[] trendSignal(double days) {
        double[] signal = new double[market.length];
        double price = 0.0;
        double mean = 0.0;
        for (int day = 0; day < market.length; day++) {
            signal[day] = price >= mean ? 1.0 : -1.0;
            price += market[day];
            mean += (price - mean) * 2.0 / (days + 1.0);
        }
        return signal;
    }

    private double[] shuffled(double[] signal) {
        int runs = (signal.length + SHUFFLED_DAYS - 1) / SHUFFLED_DAYS;
        int[] order = new int[runs];
        for (int i = 0; i < runs; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        double[] result = new double[signal.length];
        int filled = 0;
        for (int run : order) {
            for (int day = run * SHUFFLED_DAYS; day < Math.min(signal.length, (run + 1) * SHUFFLED_DAYS); day++) {
                result[filled++] = signal[day];
            }
        }
        return result;
    }
}
