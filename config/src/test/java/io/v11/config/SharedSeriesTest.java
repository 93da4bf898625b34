package io.v11.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every row of every series of the shared data against the lags that the READMEs of the data call safe. */
class SharedSeriesTest {
    private static final long DAY_NS = 86_400_000_000_000L;

    @ParameterizedTest
    @EnumSource
    void shouldNeverPublishBeforeTheSafeLag(ExternalSeries series) throws IOException {
        for (LocalDate period : periods(series)) {
            long safeNs = safeDay(series, period).toEpochDay() * DAY_NS;
            assertTrue(series.publishedNs(period) >= safeNs,
                    series + " of " + period + " at " + series.rule().publishedAt(period));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPublishInTheOrderOfTheRows(ExternalSeries series) throws IOException {
        long lastNs = Long.MIN_VALUE;
        for (LocalDate period : periods(series)) {
            assertTrue(series.publishedNs(period) >= lastNs, series + " " + period);
            lastNs = series.publishedNs(period);
        }
    }

    /** From 2017 on; two series did stop, and must be seen to. */
    @ParameterizedTest
    @EnumSource
    void shouldStayFreshOverWeekendsAndHolidays(ExternalSeries series) throws IOException {
        LocalDate stale = null;
        LocalDate last = null;
        for (LocalDate period : periods(series)) {
            if (last != null && last.getYear() >= 2017
                    && series.publishedNs(period) - series.publishedNs(last) > series.staleAfterNs()) {
                stale = last;
            }
            last = period;
        }
        assertEquals(switch (series) {
            case CNN_FEAR_GREED -> LocalDate.of(2020, 6, 5);
            case FEAR_GREED -> LocalDate.of(2018, 4, 13);
            default -> null;
        }, stale);
    }

    /** Written from the READMEs' sentences, without the calendar of holidays, which only makes things later. */
    private static LocalDate safeDay(ExternalSeries series, LocalDate period) {
        LocalDate nextMonth = period.plusMonths(1).withDayOfMonth(1);
        return switch (series) {
            case FEAR_GREED -> period;
            case WTI_SPOT, BRENT_SPOT -> period.plusDays(7);
            case DFF, Y3M, Y2, Y10, Y30, SPREAD_10Y2Y, BREAKEVEN_10Y -> weekdayAfter(weekdayAfter(period));
            case DTWEXBGS, EURUSD, USDJPY, USDCNY -> period.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case ICSA -> period.plusDays(5);
            case UNRATE, PAYROLLS -> nextMonth.with(TemporalAdjusters.firstInMonth(DayOfWeek.FRIDAY));
            case CPI, CPI_CORE -> nextMonth.withDayOfMonth(15);
            case UMCSENT -> YearMonth.from(period).atEndOfMonth();
            case M2 -> nextMonth.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.TUESDAY));
            case GDP -> period.plusMonths(3).minusDays(1).plusDays(30);
            default -> period.plusDays(1);
        };
    }

    private static LocalDate weekdayAfter(LocalDate date) {
        LocalDate next = date.plusDays(1);
        return next.getDayOfWeek().getValue() > 5 ? weekdayAfter(next) : next;
    }

    private static List<LocalDate> periods(ExternalSeries series) throws IOException {
        for (String set : List.of("cross-market-daily", "crypto-sentiment-daily", "macro-fred")) {
            Path file = SharedData.folder(set).resolve(series.fileName());
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    return lines.skip(1).filter(line -> !line.endsWith(",")).map(line -> line.substring(0, 10))
                            .map(LocalDate::parse).toList();
                }
            }
        }
        throw new IllegalStateException("the shared data hold no " + series.fileName());
    }
}
