package io.v11.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * Business days of the United States' federal offices, because they publish most macro series and a lag "in business
 * days" means theirs.
 * Source of the holidays: 5 U.S.C. 6103(a) and (b), with the years in which Martin Luther King's day (1986) and
 * Juneteenth (2021) began. A holiday on a Saturday also takes the Friday before it, one on a Sunday the Monday after:
 * some offices work on such a Friday, so the calendar errs on the late side. Right from 1978 on, when the law last moved
 * Veterans Day. Days of mourning, storms and shutdowns are not in it. Stateless; cold path.
 */
final class FederalCalendar {
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
    private static final MonthDay JUNETEENTH = MonthDay.of(6, 19);
    private static final MonthDay INDEPENDENCE = MonthDay.of(7, 4);
    private static final MonthDay VETERANS = MonthDay.of(11, 11);
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 25);
    private static final int FIRST_KING_DAY = 1986;
    private static final int FIRST_JUNETEENTH = 2021;

    private FederalCalendar() {
    }

    /** The n-th business day after the date, which need not be one itself. */
    static LocalDate plusBusinessDays(LocalDate date, int days) {
        LocalDate day = date;
        for (int counted = 0; counted < days; counted += isBusinessDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The date itself when it is a business day, else the next one. */
    static LocalDate businessDayFrom(LocalDate date) {
        return plusBusinessDays(date.minusDays(1), 1);
    }

    static boolean isBusinessDay(LocalDate date) {
        return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() && !isHoliday(date);
    }

    /** Whether offices are closed for a holiday, on its own day or on the weekday that stands for it. */
    static boolean isHoliday(LocalDate date) {
        return falls(date, NEW_YEAR) || falls(date, INDEPENDENCE) || falls(date, VETERANS) || falls(date, CHRISTMAS)
                || (date.getYear() >= FIRST_JUNETEENTH && falls(date, JUNETEENTH)) || isMovable(date);
    }

    private static boolean falls(LocalDate date, MonthDay holiday) {
        return MonthDay.from(date).equals(holiday)
                || (date.getDayOfWeek() == DayOfWeek.FRIDAY && MonthDay.from(date.plusDays(1)).equals(holiday))
                || (date.getDayOfWeek() == DayOfWeek.MONDAY && MonthDay.from(date.minusDays(1)).equals(holiday));
    }

    private static boolean isMovable(LocalDate date) {
        int nth = (date.getDayOfMonth() + 6) / 7;
        Month month = date.getMonth();
        return switch (date.getDayOfWeek()) {
            case MONDAY -> switch (month) {
                case JANUARY -> nth == 3 && date.getYear() >= FIRST_KING_DAY;
                case FEBRUARY -> nth == 3;
                case MAY -> date.getDayOfMonth() + 7 > month.maxLength();
                case SEPTEMBER -> nth == 1;
                case OCTOBER -> nth == 2;
                default -> false;
            };
            case THURSDAY -> month == Month.NOVEMBER && nth == 4;
            default -> false;
        };
    }
}
