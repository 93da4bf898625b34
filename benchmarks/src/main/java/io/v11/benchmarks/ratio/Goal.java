package io.v11.benchmarks.ratio;

import java.util.Locale;

/** What a figure has to reach. The whole interval has to: a median that meets a goal by luck has not met it. */
record Goal(boolean atLeast, double bound) {
    static Goal atLeast(double bound) {
        return new Goal(true, bound);
    }

    static Goal atMost(double bound) {
        return new Goal(false, bound);
    }

    boolean isMet(Statistics.Interval interval) {
        return atLeast ? interval.low() >= bound : interval.high() <= bound;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, bound >= 1000 ? "%s %,.0f" : "%s %.2f", atLeast ? ">=" : "<=", bound);
    }
}
