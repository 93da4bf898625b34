package io.v11.engine.feature.bar.oscillator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.StreakIndicator;

import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.feature.bar.Oracle;
import io.v11.engine.feature.bar.Ta4j;
import io.v11.engine.feature.bar.TaLib;
import io.v11.engine.slot.BarLength;

import static java.util.Map.entry;

/** What candles and pivots are compared with; the pivots with ta4j too, in a test of their own, for it takes long. */
final class CandleOracles {
    private static final String DEFINITION = "the definition";

    private CandleOracles() {
    }

    static Map<String, Oracle> all() {
        return Map.ofEntries(entry("candle_body", new Oracle("TA-Lib's balance of power", CandleOracles::body)),
                entry("candle_upper_wick", new Oracle(DEFINITION, tape -> Oracle.each(tape, 0,
                        i -> (tape.high[i] - Math.max(tape.open[i], tape.close[i])) / (tape.high[i] - tape.low[i])))),
                entry("candle_lower_wick", new Oracle(DEFINITION, tape -> Oracle.each(tape, 0,
                        i -> (Math.min(tape.open[i], tape.close[i]) - tape.low[i]) / (tape.high[i] - tape.low[i])))),
                entry("candle_gap_bps", new Oracle(DEFINITION,
                        tape -> Oracle.each(tape, 1, i -> (tape.open[i] / tape.close[i - 1] - 1) * 1e4))),
                entry("close_run", new Oracle("ta4j, cut at 20", CandleOracles::run)),
                entry("pivot_bps", pivot(session -> session.pivot())),
                entry("pivot_r1_bps", pivot(session -> 2 * session.pivot() - session.low)),
                entry("pivot_s1_bps", pivot(session -> 2 * session.pivot() - session.high)),
                entry("session_vwap_bps", new Oracle(DEFINITION, CandleOracles::sessionVwap)));
    }

    private static double[] body(BarTape tape) {
        return TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.bop(0, last, tape.open, tape.high,
                tape.low, tape.close, begin, count, out));
    }

    private static double[] run(BarTape tape) {
        double[] run = Ta4j.values(tape, series -> new StreakIndicator(new ClosePriceIndicator(series)));
        return Oracle.each(tape, 20, i -> Math.max(-20, Math.min(20, run[i])));
    }

    /** High, low and close of a whole session. */
    private static final class Session {
        private double high = Double.NEGATIVE_INFINITY;
        private double low = Double.POSITIVE_INFINITY;
        private double close;

        private double pivot() {
            return (high + low + close) / 3;
        }
    }

    private static LocalDate session(BarTape tape, int i) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(0, tape.bars.get(i).openTimeNs), ZoneOffset.UTC);
        return tape.length == BarLength.HOUR ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
    }

    private static Oracle pivot(ToDoubleFunction<Session> level) {
        return new Oracle("the definition over whole sessions; the first is taken for one that was under way", tape -> {
            TreeMap<LocalDate, Session> sessions = new TreeMap<>();
            for (int i = 0; i < tape.size(); i++) {
                Session session = sessions.computeIfAbsent(session(tape, i), day -> new Session());
                session.high = Math.max(session.high, tape.high[i]);
                session.low = Math.min(session.low, tape.low[i]);
                session.close = tape.close[i];
            }
            sessions.remove(sessions.firstKey());
            return Oracle.each(tape, 0, i -> {
                var before = sessions.lowerEntry(session(tape, i));
                return before == null
                        ? Double.NaN
                        : (tape.close[i] - level.applyAsDouble(before.getValue())) / tape.close[i] * 1e4;
            });
        });
    }

    private static double[] sessionVwap(BarTape tape) {
        LocalDate first = session(tape, 0);
        double[] values = new double[tape.size()];
        int begin = 0;
        for (int i = 0; i < values.length; i++) {
            LocalDate session = session(tape, i);
            begin = session.equals(session(tape, begin)) ? begin : i;
            double price = Oracle.sum(tape.quoteVolume, i, i - begin + 1) / Oracle.sum(tape.volume, i, i - begin + 1);
            values[i] = session.equals(first) ? Double.NaN : (tape.close[i] - price) / tape.close[i] * 1e4;
        }
        return values;
    }
}
