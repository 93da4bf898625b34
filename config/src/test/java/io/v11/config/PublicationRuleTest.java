package io.v11.config;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PublicationRuleTest {
    @ParameterizedTest
    @CsvSource({
        // Exchanges: the close of Friday is known when the day has ended, and carried over the weekend.
        "SPX, 2023-10-13, 2023-10-14T00:00", "VIX, 2024-01-31, 2024-02-01T00:00", "OIL, 2020-04-20, 2020-04-21T00:00",
        "FUNDING_BTC, 2023-12-31, 2024-01-01T00:00", "FEAR_GREED, 2024-02-29, 2024-02-29T01:00",
        // Tuesday's spot price is released on Wednesday of the week after: 2023-10-25.
        "WTI_SPOT, 2023-10-17, 2023-10-27T00:00",
        // Friday 13 October 2023: Monday is the first business day, Tuesday the second.
        "Y10, 2023-10-13, 2023-10-17T00:00", "Y2, 2023-10-11, 2023-10-13T00:00",
        // Friday 6 October 2023: Monday is Columbus Day.
        "Y10, 2023-10-06, 2023-10-11T00:00",
        // The funds rate has weekends: Friday, Saturday and Sunday are published on Monday.
        "DFF, 2023-10-13, 2023-10-17T00:00", "DFF, 2023-10-14, 2023-10-17T00:00", "DFF, 2023-10-15, 2023-10-17T00:00",
        // Wednesday 22 November 2023 before Thanksgiving: Friday, Monday.
        "Y10, 2023-11-22, 2023-11-27T00:00", "WALCL, 2023-11-22, 2023-11-27T00:00",
        "WALCL, 2023-10-11, 2023-10-13T00:00",
        // Currencies of a week are released on the Monday after, on Tuesday when that is a holiday.
        "EURUSD, 2023-10-16, 2023-10-24T00:00", "EURUSD, 2023-10-20, 2023-10-24T00:00",
        "DTWEXBGS, 2023-10-06, 2023-10-11T00:00", "USDJPY, 2023-12-22, 2023-12-27T00:00",
        "CPI, 2023-09-01, 2023-10-16T00:00", "CPI_CORE, 2023-12-01, 2024-01-16T00:00",
        // Released on: Friday 6 Oct 2023, 8 Dec 2023 (not the first Friday), 5 Jan 2024, 8 Mar 2019.
        "UNRATE, 2023-09-01, 2023-10-06T13:30", "UNRATE, 2023-11-01, 2023-12-08T13:30",
        "PAYROLLS, 2023-12-01, 2024-01-05T13:30", "UNRATE, 2019-02-01, 2019-03-08T13:30",
        // Released on: 9 Jan 2015, 8 Jan 2016, 10 Jan 2020, 8 Jan 2021, 4 Jan 2013.
        "UNRATE, 2014-12-01, 2015-01-09T13:30", "UNRATE, 2015-12-01, 2016-01-08T13:30",
        "UNRATE, 2019-12-01, 2020-01-10T13:30", "UNRATE, 2020-12-01, 2021-01-08T13:30",
        "UNRATE, 2012-12-01, 2013-01-04T13:30",
        "UMCSENT, 2019-02-01, 2019-03-02T00:00", "UMCSENT, 2023-12-01, 2024-01-02T00:00",
        // Fourth Tuesday of January 2024: the 23rd; of October 2023: the 24th.
        "M2, 2023-12-01, 2024-01-24T00:00", "M2, 2023-09-01, 2023-10-25T00:00",
        // Third quarter to 30 September, released on 26 October; the first of 2025 on 30 April.
        "GDP, 2023-07-01, 2023-10-31T00:00", "GDP, 2023-10-01, 2024-01-31T00:00", "GDP, 2025-01-01, 2025-05-01T00:00",
        // Week to Saturday 14 October 2023, released on Thursday 19.
        "ICSA, 2023-10-14, 2023-10-19T13:30"})
    void shouldPublishAsWorkedOutByHand(ExternalSeries series, LocalDate period, LocalDateTime published) {
        assertEquals(published, series.rule().publishedAt(period));
    }

    @ParameterizedTest
    @CsvSource({"SPX, 1970-01-01, 86400000000000", "FEAR_GREED, 1970-01-01, 3600000000000",
        "UNRATE, 2023-09-01, 1696599000000000000", "SPX, 1969-12-30, -86400000000000"})
    void shouldCountNanosecondsFromTheEpoch(ExternalSeries series, LocalDate period, long publishedNs) {
        assertEquals(publishedNs, series.publishedNs(period));
    }
}
