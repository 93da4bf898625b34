package io.v11.config;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class FederalCalendarTest {
    @Test
    void shouldKnowTheHolidaysOfTwoYears() {
        assertEquals(dates("2023-01-02 2023-01-16 2023-02-20 2023-05-29 2023-06-19 2023-07-04 2023-09-04 2023-10-09 "
                + "2023-11-10 2023-11-23 2023-12-25"), holidays(2023));
        assertEquals(dates("2021-01-01 2021-01-18 2021-02-15 2021-05-31 2021-06-18 2021-07-05 2021-09-06 2021-10-11 "
                + "2021-11-11 2021-11-25 2021-12-24 2021-12-31"), holidays(2021));
    }

    @Test
    void shouldKnowNoHolidayBeforeItWasMade() {
        assertFalse(FederalCalendar.isHoliday(LocalDate.of(2020, 6, 19)));
        assertFalse(FederalCalendar.isHoliday(LocalDate.of(1985, 1, 21)));
    }

    @Test
    void shouldCountBusinessDaysOverWeekendsAndHolidays() {
        LocalDate friday = LocalDate.of(2023, 12, 22);

        assertEquals(LocalDate.of(2023, 12, 26), FederalCalendar.plusBusinessDays(friday, 1));
        assertEquals(LocalDate.of(2023, 12, 29), FederalCalendar.plusBusinessDays(friday, 4));
        assertEquals(friday, FederalCalendar.plusBusinessDays(friday, 0));
        assertEquals(LocalDate.of(2023, 12, 26), FederalCalendar.businessDayFrom(LocalDate.of(2023, 12, 23)));
        assertEquals(friday, FederalCalendar.businessDayFrom(friday));
    }

    /** The bond market rests on every federal holiday; where FRED has a hole the calendar must have one or know why. */
    @Test
    void shouldExplainEveryHoleOfTheYields() throws IOException {
        Set<LocalDate> holes = Files.readAllLines(SharedData.folder("macro-fred").resolve("DGS10.csv")).stream()
                .filter(line -> line.endsWith(",")).map(line -> LocalDate.parse(line.substring(0, 10)))
                .filter(date -> date.getYear() >= 1986).collect(Collectors.toSet());
        List<LocalDate> unexplained = holes.stream().filter(date -> !FederalCalendar.isHoliday(date))
                .filter(date -> !goodFriday(date)).sorted().toList();

        assertEquals(dates("1994-04-27 2001-09-11 2001-09-12 2004-06-11 2012-10-30 2018-12-05"), unexplained,
                "the attack, the mournings for three presidents and the hurricane");
    }

    private static boolean goodFriday(LocalDate date) {
        return date.plusDays(2).equals(easter(date.getYear()));
    }

    /** The Gregorian computus in the form of the anonymous correspondent of Nature, 1876. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        return LocalDate.of(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }

    private static List<LocalDate> holidays(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5).filter(FederalCalendar::isHoliday).toList();
    }

    private static List<LocalDate> dates(String text) {
        return Stream.of(text.split(" ")).map(LocalDate::parse).toList();
    }
}
