package io.v11.training.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.training.performance.luck.Trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TradeStatisticsTest {
    private static final long HOUR = EquityCurve.HOUR_NS;

    @Test
    void shouldKnowFourTradesByHand() {
        List<RoundTrip> trips = List.of(trip(0, 1, 1000.0, 20.0, 2.0, 0.5, 0.25, 0.1),
                trip(2, 5, 1000.0, -10.0, 2.0, 0.5, 0.25, -0.1), trip(5, 7, 2000.0, 30.0, 4.0, 1.0, 0.5, 0.0),
                trip(7, 9, 500.0, 0.0, 1.0, 0.25, 0.0, 0.0));

        TradeStatistics statistics = TradeStatistics.of(trips, 2 * EquityCurve.DAY_NS, 10_000.0, new Trials(12, 0.4));

        assertEquals(4, statistics.trades());
        assertEquals(0.5, statistics.winRate());
        assertTrue(statistics.winInterval().low() > 0.14 && statistics.winInterval().high() < 0.86);
        assertEquals(5.0, statistics.profitFactor());
        assertEquals(2.0 * HOUR, statistics.holdingNsMean());
        assertEquals(2.0, statistics.tradesPerDay());
        assertEquals(0.45, statistics.turnoverPerDay(), 1e-15);
        assertEquals(40.0, statistics.costs().net(), 1e-12);
        assertEquals(9.0, statistics.costs().fees(), 1e-12);
        assertEquals(2.25, statistics.costs().spread(), 1e-12);
        assertEquals(1.0, statistics.costs().slippage(), 1e-12);
        assertEquals(0.0, statistics.costs().funding(), 1e-12);
        // Returns 2 %, -1 %, 1.5 %, 0: mean 0.625 %, squares of differences 5.6875e-4.
        double sharpe = statistics.sharpe().<Double>withPerPeriod((each, interval, trials, deflated) -> each);
        assertEquals(0.00625 / Math.sqrt(5.6875e-4 / 3.0), sharpe, 1e-12);
        double annual = statistics.sharpe().<Double>with((each, interval, trials, deflated) -> each);
        assertEquals(sharpe * Math.sqrt(730.0), annual, 1e-10);
        assertTrue(statistics.text().contains("best of 12 trials"), statistics.text());
    }

    @Test
    void shouldSumCostsFromGrossToNet() {
        SplittableRandom random = new SplittableRandom(6);
        List<RoundTrip> trips = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            trips.add(trip(i, i + 1 + random.nextInt(3), 100.0 + random.nextInt(1000), 10.0 * random.nextGaussian(),
                    random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextGaussian()));
        }
        trips.sort((a, b) -> Long.compare(a.closeNs(), b.closeNs()));

        CostSplit costs = TradeStatistics.of(trips, 503 * HOUR, 1e4, Trials.single()).costs();

        assertEquals(costs.net(), costs.gross() - costs.fees() - costs.spread() - costs.slippage() - costs.funding(),
                1e-9);
        assertEquals(trips.stream().mapToDouble(RoundTrip::pnl).sum(), costs.net(), 1e-9);
    }

    @Test
    void shouldSayLittleOfOneTrade() {
        TradeStatistics one = TradeStatistics.of(List.of(trip(0, 0, 100.0, 1.0, 0.0, 0.0, 0.0, 0.0)), HOUR, 100.0,
                Trials.single());

        assertEquals(1.0, one.winRate());
        assertTrue(one.winInterval().low() > 0.2 && one.winInterval().low() < 0.21, one.winInterval().text());
        assertTrue(Double.isNaN(one.profitFactor()));
        assertTrue(one.text().contains("no Sharpe"), one.text());
    }

    @Test
    void shouldSayWhatIsWrongWithTrades() {
        RoundTrip early = trip(0, 1, 100.0, 1.0, 0.0, 0.0, 0.0, 0.0);
        RoundTrip late = trip(0, 2, 100.0, 1.0, 0.0, 0.0, 0.0, 0.0);
        Trials single = Trials.single();

        assertThrows(IllegalArgumentException.class, () -> TradeStatistics.of(List.of(), HOUR, 1.0, single));
        assertThrows(IllegalArgumentException.class, () -> TradeStatistics.of(List.of(late, early), HOUR, 1.0, single));
        assertThrows(IllegalArgumentException.class, () -> TradeStatistics.of(List.of(early), 0, 1.0, single));
        assertThrows(IllegalArgumentException.class, () -> TradeStatistics.of(List.of(early), HOUR, 0.0, single));
        assertThrows(IllegalArgumentException.class, () -> trip(2, 1, 100.0, 1.0, 0.0, 0.0, 0.0, 0.0));
        assertThrows(IllegalArgumentException.class, () -> trip(1, 2, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0));
        assertThrows(IllegalArgumentException.class, () -> trip(1, 2, 100.0, Double.NaN, 0.0, 0.0, 0.0, 0.0));
        assertThrows(IllegalArgumentException.class, () -> new RoundTrip(1, 0, 1, 0, 100.0, 1.0, 0.0, 0.0, 0.0, 0.0));
    }

    /** Put back into the law, the notional costs half of the edge in and out. */
    @Test
    void shouldEatHalfTheEdgeAtCapacity() {
        Capacity capacity = Capacity.of(0.004, 2e9, 0.03, 1.0);

        double impact = 0.03 * Math.sqrt(capacity.notional() / 2e9);
        assertEquals(0.002, 2.0 * 2.0 / 3.0 * impact, 1e-15);
        assertEquals(capacity.notional() / 2e9, capacity.participation(), 1e-15);
        assertFalse(capacity.extrapolated());
        assertTrue(Capacity.of(0.05, 2e9, 0.03, 1.0).extrapolated());
        assertEquals(4.0, Capacity.of(0.008, 2e9, 0.03, 1.0).notional() / capacity.notional(), 1e-12);
        assertEquals(0.0, Capacity.of(-0.01, 2e9, 0.03, 1.0).notional());
        assertEquals(0.0, Capacity.of(List.of(), 2e9, 0.03).notional());
        assertThrows(IllegalArgumentException.class, () -> Capacity.of(0.01, 0.0, 0.03, 1.0));
        assertThrows(IllegalArgumentException.class, () -> Capacity.of(0.01, 1e9, Double.NaN, 1.0));
    }

    @Test
    void shouldTakeTheGrossEdgeOfRoundTrips() {
        List<RoundTrip> trips = List.of(trip(0, 1, 1000.0, 1.0, 2.0, 0.5, 0.5, 0.0),
                trip(1, 2, 3000.0, 5.0, 2.0, 0.5, 0.5, 0.0));
        RoundTrip other = new RoundTrip(8, 0, 1, 1, 100.0, 1.0, 0.0, 0.0, 0.0, 0.0);

        assertEquals(12.0 / 4000.0, Capacity.of(trips, 1e9, 0.03).grossEdge(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Capacity.of(List.of(trips.get(0), other), 1e9, 0.03));
    }

    private static RoundTrip trip(int openHour, int closeHour, double notional, double pnl, double fees, double spread,
            double slippage, double funding) {
        return new RoundTrip(7, openHour * HOUR, closeHour * HOUR, 1, notional, pnl, fees, spread, slippage, funding);
    }
}
