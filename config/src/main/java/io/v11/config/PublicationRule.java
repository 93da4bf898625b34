package io.v11.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * When the value of a period became known, given the date that a file states for the period.
 * A rule stands for a calendar of releases that is not in the data, so it must never be early: where only the day of a
 * release is known, the value counts as published when that day has ended. Releases that were put off beyond their usual
 * day (government shutdowns of 2013, 2018/19 and 2025) are not covered. All times are UTC; a release at 08:30 in New York
 * is taken at 13:30 UTC all year, its winter hour. Immutable; cold path.
 */
public sealed interface PublicationRule {

    /** First instant, UTC, at which the value of the period that the file dates {@code period} may be seen. */
    LocalDateTime publishedAt(LocalDate period);

    /** The rule in words, for documents. */
    String words();

    /** {@link #publishedAt} in ns since the epoch. */
    default long publishedNs(LocalDate period) {
        return Math.multiplyExact(publishedAt(period).toEpochSecond(ZoneOffset.UTC), 1_000_000_000L);
    }

    /** A number of calendar days after the period's date, at a time of day. */
    record DaysAfter(int days, LocalTime time) implements PublicationRule {
        @Override
        public LocalDateTime publishedAt(LocalDate period) {
            return period.plusDays(days).atTime(time);
        }

        @Override
        public String words() {
            return (days == 0 ? "same day" : days == 1 ? "next day" : days + " days later") + ", " + time;
        }
    }

    /** When a number of business days of the federal offices has come, at its midnight. */
    record BusinessDaysAfter(int days) implements PublicationRule {
        @Override
        public LocalDateTime publishedAt(LocalDate period) {
            return FederalCalendar.plusBusinessDays(period, days).atStartOfDay();
        }

        @Override
        public String words() {
            return days + " business days later, 00:00";
        }
    }

    /**
     * With the weekly release on the Monday after the period's week, or on the next business day when that Monday is a
     * holiday; known when the day of the release has ended.
     */
    record AfterMondayRelease() implements PublicationRule {
        @Override
        public LocalDateTime publishedAt(LocalDate period) {
            LocalDate monday = period.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return FederalCalendar.businessDayFrom(monday).plusDays(1).atStartOfDay();
        }

        @Override
        public String words() {
            return "day after the next Monday (or business day), 00:00";
        }
    }

    /**
     * With the Employment Situation, at 13:30 on the third Friday after the week (Sunday to Saturday) of the month's 12th
     * day: the first Friday of the next month, or the second when the month is too short for that. A release that would
     * fall on 1-3 January comes a week later.
     * Source of the rule: U.S. Bureau of Labor Statistics, "Technical Notes for the Current Employment Statistics survey"
     * (reference period and release dates); of the January rule: the releases of 2009, 2014-2016, 2020 and 2021.
     */
    record WithEmploymentReport() implements PublicationRule {
        private static final LocalTime RELEASE = LocalTime.of(13, 30);

        @Override
        public LocalDateTime publishedAt(LocalDate period) {
            LocalDate weekEnd = period.withDayOfMonth(12).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
            LocalDate friday = weekEnd.plusDays(20);
            boolean newYear = friday.getMonthValue() == 1 && friday.getDayOfMonth() <= 3;
            return friday.plusDays(newYear ? 7 : 0).atTime(RELEASE);
        }

        @Override
        public String words() {
            return "third Friday after the week of the month's 12th, 13:30";
        }
    }

    /** On a fixed day of the month after the period's month, at its midnight. */
    record DayOfNextMonth(int day) implements PublicationRule {
        @Override
        public LocalDateTime publishedAt(LocalDate period) {
            return period.plusMonths(1).withDayOfMonth(day).atStartOfDay();
        }

        @Override
        public String words() {
            return "day " + day + " of the next month, 00:00";
        }
    }

    /** When the n-th such weekday of the month after the period's month has ended. */
    record AfterWeekdayOfNextMonth(int nth, DayOfWeek weekday) implements PublicationRule {
        @Override
        public LocalDateTime publishedAt(LocalDate period) {
            return period.plusMonths(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)).plusDays(1)
                    .atStartOfDay();
        }

        @Override
        public String words() {
            return "day after " + weekday + " number " + nth + " of the next month, 00:00";
        }
    }

    /** A number of days after the last day of the period's quarter, at midnight. */
    record DaysAfterQuarter(int days) implements PublicationRule {
        @Override
        public LocalDateTime publishedAt(LocalDate period) {
            int lastMonth = (period.getMonthValue() + 2) / 3 * 3;
            LocalDate quarterEnd = period.withMonth(lastMonth).with(TemporalAdjusters.lastDayOfMonth());
            return quarterEnd.plusDays(days).atStartOfDay();
        }

        @Override
        public String words() {
            return days + " days after the quarter's last day, 00:00";
        }
    }
}
