package io.v11.engine.signal.strategy.sleeve;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.ExternalSeries;
import io.v11.config.SignalSettings.Allocation;
import io.v11.config.SignalSettings.Sleeves;
import io.v11.engine.trading.TestSignals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Against weights that another implementation, written first and in another language with whole arrays of plain floats,
 * gives for the same made-up market: three instruments that trend in turns, and four daily series.
 */
class SleevePortfolioTest {
    private static final int INSTRUMENTS = 3;
    private static final int HOURS = 1600;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final double[][] REFERENCE = {
        {168, -0.1631493569395854, 0.009889785661970551, 0.07150845048000629},
        {169, -0.16417789287134021, 0.015109474899900605, 0.06823338924471645},
        {400, 0.13833968856067064, -0.04885343905513978, -0.07010072322214903},
        {743, -0.015227263079958331, 0.007486090822279217, 0.06075825931309207},
        {1200, -0.05128737350582564, 0.026860804888389336, -0.1923889746813044},
        {1599, 0.07281028956395734, 0.007068056774096426, 0.12261206168087335}};

    private final SleevePortfolio portfolio = new SleevePortfolio(sleeves(3.0), TestSignals.ALLOCATION, INSTRUMENTS);

    @Test
    void shouldWeighAsTheReferenceDoes() {
        Market market = new Market();
        int next = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            market.play(hour, portfolio);
            if (next < REFERENCE.length && REFERENCE[next][0] == hour) {
                for (int i = 0; i < INSTRUMENTS; i++) {
                    assertEquals(REFERENCE[next][i + 1], portfolio.weight(i), 1e-12,
                            "hour " + hour + " instrument " + i);
                }
                next++;
            }
        }

        assertEquals(REFERENCE.length, next);
        assertEquals(HOURS, portfolio.hours());
    }

    @Test
    void shouldHoldNothingBeforeAWeekHasPassed() {
        Market market = new Market();
        for (int hour = 0; hour < 168; hour++) {
            market.play(hour, portfolio);
            assertEquals(0.0, portfolio.weight(0), "hour " + hour);
        }
    }

    @Test
    void shouldCutTheGrossWeight() {
        SleevePortfolio capped = new SleevePortfolio(sleeves(0.1), TestSignals.ALLOCATION, INSTRUMENTS);
        Market market = new Market();
        for (int hour = 0; hour < 401; hour++) {
            market.play(hour, capped);
        }

        double gross = Math.abs(capped.weight(0)) + Math.abs(capped.weight(1)) + Math.abs(capped.weight(2));
        assertEquals(0.1, gross, 1e-15);
        assertEquals(0.13833968856067064 / -0.04885343905513978, capped.weight(0) / capped.weight(1), 1e-9);
    }

    @Test
    void shouldGoOnWhenAnInstrumentMissesAnHour() {
        Market market = new Market();
        for (int hour = 0; hour < 300; hour++) {
            market.play(hour, portfolio);
        }
        SleeveBar bar = new SleeveBar().load(1001, 999, 1000, 10, 5);
        portfolio.onBar(0, 300 * HOUR_NS, bar);
        assertEquals(300, portfolio.hours(), "two have not told");
        portfolio.onBar(0, 301 * HOUR_NS, bar);

        assertEquals(301, portfolio.hours(), "the next hour has begun");
        assertTrue(Double.isFinite(portfolio.weight(1)));
    }

    @Test
    void shouldHashWhatWeightsDependOn() {
        SleevePortfolio other = new SleevePortfolio(sleeves(3.0), TestSignals.ALLOCATION, INSTRUMENTS);
        Market first = new Market();
        Market second = new Market();
        for (int hour = 0; hour < 200; hour++) {
            first.play(hour, portfolio);
            second.play(hour, other);
        }
        assertEquals(portfolio.addTo(1L), other.addTo(1L));

        other.onExternalValue(ExternalSeries.NDX, 15_000.0);
        assertNotEquals(portfolio.addTo(1L), other.addTo(1L));
    }

    @Test
    void shouldGiveEachInstrumentItsShareOfTheCapital() {
        Sleeves trend = new Sleeves(List.of("EMA_BLEND"), 0.05, 0.15, 3.0, 720, 2160, 0);
        SleevePortfolio plain = new SleevePortfolio(trend, TestSignals.ALLOCATION, INSTRUMENTS);
        SleevePortfolio shared = new SleevePortfolio(trend, hierarchical(), INSTRUMENTS);
        play(plain, HOURS);
        play(shared, HOURS);

        assertTrue(shared.shares().allocations() > 50, "allocations " + shared.shares().allocations());
        double[] scores = new double[INSTRUMENTS];
        for (int i = 0; i < INSTRUMENTS; i++) {
            scores[i] = plain.weight(i) * plain.volatility(i);
        }
        for (int i = 1; i < INSTRUMENTS; i++) {
            double wanted = scores[i] * shared.shares().of(i) / (scores[0] * shared.shares().of(0));
            assertEquals(wanted, shared.weight(i) / shared.weight(0), 1e-9 * Math.abs(wanted));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEAN_VARIANCE", "BLACK_LITTERMAN"})
    void shouldHoldTheAllocationItselfWhereScoresAreItsViews(String method) {
        SleevePortfolio views = new SleevePortfolio(sleeves(3.0),
                new Allocation(method, 240, 1_440, 0.5, 3.0, 0.0, 0.5),
                INSTRUMENTS);
        play(views, HOURS);

        double scale = views.weight(0) / views.shares().of(0);
        assertTrue(scale > 0.0, "scale " + scale);
        for (int i = 1; i < INSTRUMENTS; i++) {
            assertEquals(scale * views.shares().of(i), views.weight(i), 1e-12);
        }
    }

    @Test
    void shouldConcludeTheSameTwiceWithAnAllocation() {
        SleevePortfolio first = new SleevePortfolio(sleeves(3.0), hierarchical(), INSTRUMENTS);
        SleevePortfolio second = new SleevePortfolio(sleeves(3.0), hierarchical(), INSTRUMENTS);
        play(first, 500);
        play(second, 500);

        assertEquals(first.addTo(1L), second.addTo(1L));
        assertNotEquals(0.0, first.weight(0));
        for (int i = 0; i < INSTRUMENTS; i++) {
            assertEquals(first.weight(i), second.weight(i));
        }
    }

    @Test
    void shouldKnowTheSpreadOfTwoAveragesOnARandomWalk() {
        assertEquals(3.674744889104557, Trend.spread(30, 120), 1e-12);
        assertEquals(12.727934337511115, Trend.spread(360, 1440), 1e-12);
    }

    private static Allocation hierarchical() {
        return TestSignals.allocation("HIERARCHICAL_RISK_PARITY", 240, 1_440);
    }

    private static void play(SleevePortfolio portfolio, int hours) {
        Market market = new Market();
        for (int hour = 0; hour < hours; hour++) {
            market.play(hour, portfolio);
        }
    }

    private static Sleeves sleeves(double maximumGross) {
        return new Sleeves(List.of("TREND", "CROSS_SECTION", "TAKER_FLOW", "FEAR_GREED", "MACRO", "FUNDING_HEAT"), 0.05,
                0.15, maximumGross, 720, 2160, 0);
    }

    /** The made-up market, from a congruential generator in whole numbers so that every language makes the same. */
    private static final class Market {
        private final Lots lots = new Lots(7);
        private final Lots daily = new Lots(99);
        private final double[] cents = {100_000, 20_000, 5_000};
        private final SleeveBar bar = new SleeveBar();
        private int day = -1;
        private double fearGreed = 50.0;
        private double dollar = 100.0;
        private double nasdaq = 15_000.0;

        void play(int hour, SleevePortfolio portfolio) {
            while (day < (hour + 1) / 24) {
                day++;
                publish(portfolio);
            }
            for (int i = 0; i < INSTRUMENTS; i++) {
                double drift = hour / (200 + 100 * i) % 2 == 0 ? -0.06 : 0.06;
                double open = cents[i];
                double close = Math.floor(open * (1 + 0.01 * (lots.next() - 0.5 + drift)) + 0.5);
                double high = Math.max(open, close) + Math.floor(0.002 * open * lots.next());
                double low = Math.min(open, close) - Math.floor(0.002 * open * lots.next());
                double volume = 1 + Math.floor(1000 * lots.next());
                double bought = Math.floor(volume * lots.next());
                cents[i] = close;
                portfolio.onBar(i, hour * HOUR_NS, bar.load(high / 100, low / 100, close / 100, volume, bought));
            }
        }

        private void publish(SleevePortfolio portfolio) {
            fearGreed = Math.clamp(Math.floor(fearGreed + 20 * (daily.next() - 0.5) + 0.5), 0.0, 100.0);
            double funding = Math.floor(1e6 * (0.0001 + 0.0004 * (daily.next() - 0.5))) / 1e6;
            dollar *= 1 + 0.01 * (daily.next() - 0.5);
            nasdaq *= 1 + 0.02 * (daily.next() - 0.5);
            portfolio.onExternalValue(ExternalSeries.FEAR_GREED, fearGreed);
            portfolio.onExternalValue(ExternalSeries.FUNDING_BTC, funding);
            portfolio.onExternalValue(ExternalSeries.DXY, dollar);
            portfolio.onExternalValue(ExternalSeries.NDX, nasdaq);
        }
    }

    /** Uniform numbers from 0 to below 1. */
    private static final class Lots {
        private long state;

        Lots(long seed) {
            state = seed;
        }

        double next() {
            state = (1_103_515_245L * state + 12_345L) % (1L << 31);
            return state / (double) (1L << 31);
        }
    }
}
