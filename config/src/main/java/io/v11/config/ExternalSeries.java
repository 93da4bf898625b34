package io.v11.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

import io.v11.config.PublicationRule.AfterMondayRelease;
import io.v11.config.PublicationRule.AfterWeekdayOfNextMonth;
import io.v11.config.PublicationRule.BusinessDaysAfter;
import io.v11.config.PublicationRule.DayOfNextMonth;
import io.v11.config.PublicationRule.DaysAfter;
import io.v11.config.PublicationRule.DaysAfterQuarter;
import io.v11.config.PublicationRule.WithEmploymentReport;

import static io.v11.config.ReleaseRhythm.BUSINESS_DAY;
import static io.v11.config.ReleaseRhythm.EVERY_DAY;
import static io.v11.config.ReleaseRhythm.MONTH;
import static io.v11.config.ReleaseRhythm.QUARTER;
import static io.v11.config.ReleaseRhythm.WEEK;

/**
 * Every series from outside the venue that may enter a journal, as {@code externalValue} events at the time of their
 * publication.
 * It is code and not configuration because a rule that somebody shortens makes every feature on the series look into the
 * future, silently: a rule changes here, with its test, or not at all. Ids stand in journals: they count up from 0 and
 * never change, a new series comes last. The lags are those of the data sets' READMEs or later ones, where the publisher's
 * own timetable shows that a README's day is reached before the hour of the release. Values are the latest revision, not
 * what was first printed: a known, small look-ahead of the macro series that no rule can mend. Immutable; the lookups
 * allocate nothing.
 */
public enum ExternalSeries {
    /** S&P 500, close; the exchange closes at 20:00 or 21:00 UTC, as for the series up to {@link #HYG}. */
    SPX(0, "spx.csv", "Close", "index points", BUSINESS_DAY, Lag.NEXT_DAY),
    /** Nasdaq 100, close. */
    NDX(1, "ndx.csv", "Close", "index points", BUSINESS_DAY, Lag.NEXT_DAY),
    /** CBOE volatility index of the S&P 500, close. */
    VIX(2, "vix.csv", "Close", "index points", BUSINESS_DAY, Lag.NEXT_DAY),
    /** CBOE volatility index of the Nasdaq 100, close. */
    VXN(3, "vxn.csv", "Close", "index points", BUSINESS_DAY, Lag.NEXT_DAY),
    /** ICE US dollar index, close. */
    DXY(4, "dxy.csv", "Close", "index points", BUSINESS_DAY, Lag.NEXT_DAY),
    /** Gold, front future, close. */
    GOLD(5, "gold.csv", "Close", "USD per ounce", BUSINESS_DAY, Lag.NEXT_DAY),
    /** Silver, front future, close. */
    SILVER(6, "silver.csv", "Close", "USD per ounce", BUSINESS_DAY, Lag.NEXT_DAY),
    /** WTI crude oil, front future, close; below zero on 2020-04-20. */
    OIL(7, "oil.csv", "Close", "USD per barrel", BUSINESS_DAY, Lag.NEXT_DAY),
    /** Copper, front future, close. */
    COPPER(8, "copper.csv", "Close", "USD per pound", BUSINESS_DAY, Lag.NEXT_DAY),
    /** Treasuries over 20 years, ETF, close. */
    TLT(9, "tlt.csv", "Close", "USD", BUSINESS_DAY, Lag.NEXT_DAY),
    /** Treasuries of 7 to 10 years, ETF, close. */
    IEF(10, "ief.csv", "Close", "USD", BUSINESS_DAY, Lag.NEXT_DAY),
    /** Inflation-protected treasuries, ETF, close. */
    TIP(11, "tip.csv", "Close", "USD", BUSINESS_DAY, Lag.NEXT_DAY),
    /** Investment-grade corporate bonds, ETF, close. */
    LQD(12, "lqd.csv", "Close", "USD", BUSINESS_DAY, Lag.NEXT_DAY),
    /** High-yield corporate bonds, ETF, close. */
    HYG(13, "hyg.csv", "Close", "USD", BUSINESS_DAY, Lag.NEXT_DAY),
    /** CNN's fear and greed index of the stock market. */
    CNN_FEAR_GREED(14, "cnn_fear_greed.csv", "FearGreed", "0..100", BUSINESS_DAY, Lag.NEXT_DAY),
    /**
     * WTI, spot. The README says seven days; the Energy Information Administration publishes on Wednesdays (Thursdays
     * after a holiday) up to the Monday before, so that a Tuesday takes up to nine days.
     */
    WTI_SPOT(15, "wti-daily.csv", "Price", "USD per barrel", BUSINESS_DAY, Lag.TEN_DAYS),
    /** Brent, spot; as {@link #WTI_SPOT}. */
    BRENT_SPOT(16, "brent-daily.csv", "Price", "USD per barrel", BUSINESS_DAY, Lag.TEN_DAYS),
    /** Crypto fear and greed index of alternative.me, published shortly after midnight of its own day. */
    FEAR_GREED(17, "fear_greed.csv", "fng", "0..100", EVERY_DAY, new DaysAfter(0, LocalTime.of(1, 0))),
    /** Mean of the day's three funding rates of Binance's BTCUSDT perpetual, known when the day has ended. */
    FUNDING_BTC(18, "funding_rates.csv", "funding_mean", "fraction per 8 h", EVERY_DAY, Lag.NEXT_DAY),
    /** Effective federal funds rate; New York Fed, on the morning of the next business day. */
    DFF(19, "DFF.csv", "value", "percent", BUSINESS_DAY, Lag.TWO_BUSINESS_DAYS),
    /** Treasury yield, 3 months, constant maturity; Fed H.15, on the afternoon of the next business day. */
    Y3M(20, "DGS3MO.csv", "value", "percent", BUSINESS_DAY, Lag.TWO_BUSINESS_DAYS),
    /** Treasury yield, 2 years; as {@link #Y3M}. */
    Y2(21, "DGS2.csv", "value", "percent", BUSINESS_DAY, Lag.TWO_BUSINESS_DAYS),
    /** Treasury yield, 10 years; as {@link #Y3M}. */
    Y10(22, "DGS10.csv", "value", "percent", BUSINESS_DAY, Lag.TWO_BUSINESS_DAYS),
    /** Treasury yield, 30 years; as {@link #Y3M}. */
    Y30(23, "DGS30.csv", "value", "percent", BUSINESS_DAY, Lag.TWO_BUSINESS_DAYS),
    /** Treasury yields, 10 years less 2 years. */
    SPREAD_10Y2Y(24, "T10Y2Y.csv", "value", "percentage points", BUSINESS_DAY, Lag.TWO_BUSINESS_DAYS),
    /** Inflation that 10-year treasuries price in. */
    BREAKEVEN_10Y(25, "T10YIE.csv", "value", "percent", BUSINESS_DAY, Lag.TWO_BUSINESS_DAYS),
    /** Broad dollar index, Jan 2006 = 100; Fed H.10, on Monday at 16:15 in New York, for the week before. */
    DTWEXBGS(26, "DTWEXBGS.csv", "value", "index points", WEEK, new AfterMondayRelease()),
    /** USD for one EUR; as {@link #DTWEXBGS}. */
    EURUSD(27, "DEXUSEU.csv", "value", "USD", WEEK, new AfterMondayRelease()),
    /** JPY for one USD; as {@link #DTWEXBGS}. */
    USDJPY(28, "DEXJPUS.csv", "value", "JPY", WEEK, new AfterMondayRelease()),
    /** CNY for one USD; as {@link #DTWEXBGS}. */
    USDCNY(29, "DEXCHUS.csv", "value", "CNY", WEEK, new AfterMondayRelease()),
    /**
     * Consumer prices, 1982-84 = 100, seasonally adjusted; Bureau of Labor Statistics, between the 10th and 15th, until
     * February 2017 as late as the 22nd.
     */
    CPI(30, "CPIAUCSL.csv", "value", "index points", MONTH, new DayOfNextMonth(16)),
    /** Consumer prices without food and energy; as {@link #CPI}. */
    CPI_CORE(31, "CPILFESL.csv", "value", "index points", MONTH, new DayOfNextMonth(16)),
    /** Unemployment rate. */
    UNRATE(32, "UNRATE.csv", "value", "percent", MONTH, new WithEmploymentReport()),
    /** Employees on nonfarm payrolls. */
    PAYROLLS(33, "PAYEMS.csv", "value", "thousand persons", MONTH, new WithEmploymentReport()),
    /** University of Michigan consumer sentiment, final; at the month's end, now and then (2019-03-01) a day after. */
    UMCSENT(34, "UMCSENT.csv", "value", "index points", MONTH, new DayOfNextMonth(2)),
    /** Money stock M2; Fed H.6, on the fourth Tuesday at 13:00 in New York. */
    M2(35, "M2SL.csv", "value", "billion USD", MONTH, new AfterWeekdayOfNextMonth(4, DayOfWeek.TUESDAY)),
    /** Real gross domestic product, annual rate; Bureau of Economic Analysis, up to the 30th day, 08:30 in New York. */
    GDP(36, "GDPC1.csv", "value", "billion chained USD", QUARTER, new DaysAfterQuarter(31)),
    /** Initial claims for unemployment insurance, week to Saturday; Department of Labor, Thursday 08:30 in New York. */
    ICSA(37, "ICSA.csv", "value", "persons", WEEK, new DaysAfter(5, LocalTime.of(13, 30))),
    /** Assets of the Federal Reserve on Wednesday; Fed H.4.1, Thursday at 16:30 in New York. */
    WALCL(38, "WALCL.csv", "value", "million USD", WEEK, Lag.TWO_BUSINESS_DAYS);

    /** The rules that many series share. */
    private static final class Lag {
        static final PublicationRule NEXT_DAY = new DaysAfter(1, LocalTime.MIDNIGHT);
        static final PublicationRule TEN_DAYS = new DaysAfter(10, LocalTime.MIDNIGHT);
        static final PublicationRule TWO_BUSINESS_DAYS = new BusinessDaysAfter(2);
    }

    private static final ExternalSeries[] BY_ID = values();

    private final int id;
    private final String fileName;
    private final String column;
    private final String unit;
    private final ReleaseRhythm rhythm;
    private final PublicationRule rule;

    ExternalSeries(int id, String fileName, String column, String unit, ReleaseRhythm rhythm, PublicationRule rule) {
        this.id = id;
        this.fileName = fileName;
        this.column = column;
        this.unit = unit;
        this.rhythm = rhythm;
        this.rule = rule;
    }

    /** How many there are; ids are 0 to this less 1. */
    public static int count() {
        return BY_ID.length;
    }

    /** Whether an id of an {@code externalValue} event is one of this build. */
    public static boolean knows(int id) {
        return id >= 0 && id < BY_ID.length;
    }

    /** By the {@code seriesId} of an {@code externalValue} event. */
    public static ExternalSeries of(int id) {
        if (!knows(id)) {
            throw new IllegalArgumentException("unknown external series: id=" + id + " known=0.." + (BY_ID.length - 1)
                    + "; the journal was written by a later version");
        }
        return BY_ID[id];
    }

    /** By the exact name of a file, e.g. {@code DGS10.csv}; capitals matter. */
    public static Optional<ExternalSeries> ofFile(String fileName) {
        for (ExternalSeries series : BY_ID) {
            if (series.fileName.equals(fileName)) {
                return Optional.of(series);
            }
        }
        return Optional.empty();
    }

    /** The {@code seriesId} of its events. */
    public int id() {
        return id;
    }

    /** Name of the file that holds it. */
    public String fileName() {
        return fileName;
    }

    /** Name of its column, as the data sets write it. */
    public String column() {
        return column;
    }

    /** Whether a file's header names this column: FRED writes {@code value} or the series' own code. */
    public boolean isColumn(String header) {
        return header.equalsIgnoreCase(column)
                || header.equalsIgnoreCase(fileName.substring(0, fileName.length() - ".csv".length()));
    }

    public String unit() {
        return unit;
    }

    public ReleaseRhythm rhythm() {
        return rhythm;
    }

    public PublicationRule rule() {
        return rule;
    }

    /** Ingest time of the value that the file dates {@code period}, ns since the epoch, UTC. */
    public long publishedNs(LocalDate period) {
        return rule.publishedNs(period);
    }

    /** How long after its publication a value may be used, ns. */
    public long staleAfterNs() {
        return rhythm.staleAfterNs();
    }
}
