package io.v11.ml.drift;

import java.util.SplittableRandom;

/** Streams of feature values whose distribution is known; each seed gives another stream of the same distribution. */
enum Market {
    NORMAL {
        @Override
        double next(SplittableRandom random, double[] memory) {
            return random.nextGaussian();
        }
    },
    HEAVY_TAILED {
        @Override
        double next(SplittableRandom random, double[] memory) {
            return random.nextGaussian() / Math.sqrt(random.nextDouble());
        }
    },
    COUNTS {
        @Override
        double next(SplittableRandom random, double[] memory) {
            int count = 0;
            for (double left = random.nextDouble(); left > Math.exp(-1.0); left *= random.nextDouble()) {
                count++;
            }
            return count;
        }
    },
    FLAG {
        @Override
        double next(SplittableRandom random, double[] memory) {
            return random.nextInt(10) == 0 ? 1.0 : 0.0;
        }
    },
    CONSTANT {
        @Override
        double next(SplittableRandom random, double[] memory) {
            return 7.0;
        }
    },
    /** 3 % of the samples are not valid, each for itself. */
    PATCHY {
        @Override
        double next(SplittableRandom random, double[] memory) {
            return random.nextInt(100) < 3 ? Double.NaN : random.nextGaussian();
        }
    },
    /** Not valid for 50 samples at a time, every 1,000 samples on average. */
    BURSTS {
        @Override
        double next(SplittableRandom random, double[] memory) {
            memory[0] = memory[0] > 0.0 ? memory[0] - 1.0 : random.nextInt(1000) == 0 ? 50.0 : 0.0;
            return memory[0] > 0.0 ? Double.NaN : random.nextGaussian();
        }
    },
    /** As an average over 10 s looks at one sample a second. */
    SLOW {
        @Override
        double next(SplittableRandom random, double[] memory) {
            return autoregressive(random, memory, 0.9);
        }
    },
    /** As an average over 100 s. */
    SLOWER {
        @Override
        double next(SplittableRandom random, double[] memory) {
            return autoregressive(random, memory, 0.99);
        }
    },
    /** As an average over 1,000 s, twice a window. */
    SLOWEST {
        @Override
        double next(SplittableRandom random, double[] memory) {
            return autoregressive(random, memory, 0.999);
        }
    },
    /** On or off for 50 samples on average. */
    SWITCH {
        @Override
        double next(SplittableRandom random, double[] memory) {
            memory[0] = random.nextInt(50) == 0 ? 1.0 - memory[0] : memory[0];
            return memory[0];
        }
    };

    private static final int WARM_UP = 5_000;

    /** @param memory whatever the stream needs to remember, zero at first */
    abstract double next(SplittableRandom random, double[] memory);

    /** A stream that has forgotten how it began. */
    Stream stream(SplittableRandom random) {
        Stream stream = new Stream(this, random, new double[1]);
        stream.next(WARM_UP);
        return stream;
    }

    private static double autoregressive(SplittableRandom random, double[] memory, double factor) {
        memory[0] = factor * memory[0] + Math.sqrt(1 - factor * factor) * random.nextGaussian();
        return memory[0];
    }

    /** Values one after the other. */
    record Stream(Market market, SplittableRandom random, double[] memory) {
        double next() {
            return market.next(random, memory);
        }

        double[] next(int count) {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = next();
            }
            return values;
        }
    }
}
