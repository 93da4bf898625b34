package io.v11.benchmarks.ratio;

import java.util.Locale;

/**
 * What the pairs say.
 *
 * @param ratio  median over the kept pairs
 * @param first  median cost of the first contender, ns, over the kept pairs; {@code second} likewise
 * @param kept   pairs whose canaries sang as usual
 */
record Answer(Question question, double ratio, Statistics.Interval interval, double first, double second, int kept,
        int pairs) {

    enum Verdict {
        MET, MISSED,
        /** Too few pairs were left: the machine was too busy to say. */
        VOID
    }

    Verdict verdict() {
        if (kept < Math.max(1, Protocol.FEWEST_KEPT * pairs)) {
            return Verdict.VOID;
        }
        return question.goal().isMet(interval) ? Verdict.MET : Verdict.MISSED;
    }

    /** One line of the report. */
    String line() {
        String form = ratio >= 1000 ? "%,.0f [%,.0f, %,.0f]" : "%.3f [%.3f, %.3f]";
        String figures = kept == 0 ? "-" : String.format(Locale.ROOT, form, ratio, interval.low(), interval.high());
        return String.format(Locale.ROOT, "%-58s %-34s goal %-12s kept %d/%d  %-7s %s", question.name(), figures,
                question.goal(), kept, pairs, verdict(), costs());
    }

    private String costs() {
        String second = String.format(Locale.ROOT, "%s %,.1f ns", question.second().name(), this.second);
        return question.first() == Contender.SECOND
                ? "(" + second + ")"
                : String.format(Locale.ROOT, "(%s %,.1f ns, %s)", question.first().name(), first, second);
    }
}
