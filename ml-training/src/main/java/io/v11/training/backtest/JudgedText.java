package io.v11.training.backtest;

import java.util.Locale;

import io.v11.training.performance.luck.Trials;
import io.v11.training.performance.sample.ConfidenceInterval;

/** What stands beside every Sharpe: its interval, the trials it was chosen from, the deflated Sharpe ratio. */
public final class JudgedText {
    private JudgedText() {
    }

    /** As {@code [0.31 1.94], 12 trials, DSR 0.87}. */
    public static String beside(ConfidenceInterval interval, int decimals, Trials trials, double deflated) {
        return String.format(Locale.ROOT, "%s, %,d trial%s, DSR %.2f", bounds(interval, decimals), trials.count(),
                trials.count() == 1 ? "" : "s", deflated);
    }

    /** As {@code [0.31 1.94]}, or that there was too little to tell. */
    public static String bounds(ConfidenceInterval interval, int decimals) {
        String format = "[%." + decimals + "f %." + decimals + "f]";
        return Double.isNaN(interval.low())
                ? "[too few]"
                : String.format(Locale.ROOT, format, interval.low(), interval.high());
    }
}
