package io.v11.training.backtest.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.v11.config.Profile;
import io.v11.training.backtest.Comparison;

/**
 * Whom every backtest is compared with, over the same data at the same venue: V10's rules, buy-and-hold, the plain trend rule,
 * and entries by lot as often as the subject's. All but buy-and-hold obey the same limits; that one is let fall, for its fall is
 * what it is there to show.
 */
public final class Rivals {
    /** Name of the first comparison, as the target table calls it. */
    public static final String V10 = "V10 rules";
    private static final double DAY_MS = 86_400_000.0;
    private static final double LEAST_HOLD_MS = 60_000.0;

    private Rivals() {
    }

    /** What each changes in the subject's profile, by name, in the order of the report. */
    public static Map<String, Map<String, String>> of(Profile profile, int instruments, Comparison subject) {
        double capital = profile.risk().startingCapital().e8() / 1e8;
        Map<String, Map<String, String>> rivals = new LinkedHashMap<>();
        rivals.put(V10, Map.of("signal.strategy", "RULES", "signal.regimes", "[]", "signal.size.mode", "FIXED",
                "models.stack", "none", "models.members", "[]"));
        rivals.put("buy and hold", hold(capital / instruments));
        rivals.put("EMA blend", Map.of("signal.strategy", "SLEEVES", "signal.regimes", "[]", "signal.sleeves.members",
                "[EMA_BLEND]", "signal.allocation.method", "INVERSE_VOLATILITY", "models.stack", "none",
                "models.members", "[]"));
        rivals.put("random entries", random(subject, instruments, capital));
        return rivals;
    }

    private static Map<String, String> hold(double share) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("signal.strategy", "HOLD");
        values.put("signal.regimes", "[]");
        values.put("models.stack", "none");
        values.put("models.members", "[]");
        values.put("signal.size.mode", "FIXED");
        // A little is kept back for fees and for the price at which it trades.
        values.put("signal.size.notional", money(0.95 * share));
        values.put("signal.size.deleverageFrom", "0.99");
        values.put("signal.size.deleverageTo", "1.0");
        values.put("risk.breakers.comparison", "true");
        values.put("risk.breakers.maximumDrawdownFraction", "1.0");
        values.put("risk.breakers.softDrawdownFraction", "0.0");
        values.put("risk.breakers.dailyLossFraction", "0.0");
        values.put("risk.breakers.gapBps", "0.0");
        values.put("risk.tail.bar", "NONE");
        values.put("risk.exposure.maximumConcentration", "1.0");
        values.put("risk.exposure.maximumGross", "100000000");
        values.put("risk.exposure.maximumNet", "100000000");
        values.put("risk.exposure.maximumInstrument", "100000000");
        values.put("risk.order.maximumNotional", money(share));
        return values;
    }

    private static Map<String, String> random(Comparison subject, int instruments, double capital) {
        boolean traded = subject.trades() != null;
        double perDay = traded ? subject.trades().tradesPerDay() / instruments : 0.0;
        double holdMs = traded ? Math.max(LEAST_HOLD_MS, subject.trades().holdingNsMean() / 1e6) : DAY_MS;
        double notional = Math.max(10.0, subject.exposure() * capital / instruments);
        // While a position is held none is entered: the chance is of the time that is left.
        double free = Math.max(0.05, 1.0 - perDay * holdMs / DAY_MS);
        return Map.of("signal.strategy", "RANDOM", "signal.regimes", "[]", "models.stack", "none", "models.members",
                "[]",
                "signal.size.mode", "FIXED", "signal.size.notional", money(notional), "signal.random.perDay",
                String.format(Locale.ROOT, "%.6f", perDay / free), "signal.random.holdMs",
                String.valueOf(Math.round(holdMs)));
    }

    private static String money(double quoteUnits) {
        return String.format(Locale.ROOT, "%.2f", quoteUnits);
    }

    /** Names in the order of the report. */
    public static List<String> names(Map<String, Map<String, String>> rivals) {
        return List.copyOf(rivals.keySet());
    }
}
