package io.v11.engine.regime;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.RegimeView;
import io.v11.journal.event.Regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RegimeDetectorTest {
    private final RegimeView view = new RegimeView();

    @Test
    void shouldTellNothingUntilItHasLearnt() {
        RegimeDetector detector = RegimeFixture.detector(RegimeFixture.fitted(300, 0));
        SimulatedMarket market = new SimulatedMarket(3, 50, 10.0);
        int before = BarObservation.WARM_UP_BARS + 300 + 24;

        for (int i = 0; i < before; i++) {
            detector.onBar(market.next());
            detector.copyTo(view);
            assertEquals(Regime.UNKNOWN, view.state, "bar " + i);
            assertEquals(Regime.UNKNOWN, view.likeliest, "bar " + i);
            assertEquals(0.0, view.changeProbability, "bar " + i);
        }
        for (int i = 0; i < 50; i++) {
            detector.onBar(market.next());
        }
        detector.copyTo(view);

        assertNotEquals(Regime.UNKNOWN, view.state);
        assertEquals(1, detector.fits() + detector.refusedFits());
    }

    @Test
    void shouldKeepTheStateOverAFewUnseenBarsAndBeLessSure() {
        RegimeDetector detector = turbulent();
        detector.copyTo(view);
        double sure = view.posteriors[MarkovModel.TURBULENT];
        MarketView.Bar still = new MarketView.Bar();

        for (int i = 0; i < 20; i++) {
            detector.onBar(still);
        }
        detector.copyTo(view);

        assertEquals(Regime.TURBULENT, view.state);
        assertTrue(view.posteriors[MarkovModel.TURBULENT] < sure - 0.05, "sure " + sure);
    }

    @Test
    void shouldForgetAfterTooManyUnseenBarsHoweverTheyAreTold() {
        for (int way = 0; way < 3; way++) {
            RegimeDetector detector = turbulent();
            SimulatedMarket market = new SimulatedMarket(8, 200, 10.0);

            MarketView.Bar bar = market.in(MarkovModel.CALM);
            if (way == 0) {
                bar.missingBefore = 25;
            } else if (way == 1) {
                bar.emptyAfter = 25;
            } else {
                for (int i = 0; i < 25; i++) {
                    detector.onBar(new MarketView.Bar());
                }
            }
            detector.onBar(bar);
            detector.copyTo(view);
            Regime after = view.state;
            for (int i = 0; i < 20; i++) {
                detector.onBar(market.in(MarkovModel.CALM));
            }
            detector.copyTo(view);

            assertEquals(Regime.UNKNOWN, after, "way " + way);
            assertEquals(Regime.CALM, view.state, "way " + way);
        }
    }

    /** Bars without a trade, prices that stand still, jumps of a thousand times and back, prices of one step and of none. */
    @Test
    void shouldNeverLoseItsNumbersWhateverTheBars() {
        for (long seed = 0; seed < 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RegimeDetector detector = RegimeFixture.detector(RegimeFixture.fitted(100, 30));
            long priceE8 = 100_000_000L;
            for (int i = 0; i < 1_500; i++) {
                MarketView.Bar bar = new MarketView.Bar();
                bar.openE8 = priceE8;
                int kind = (int) ((i / 250 + seed) % 6);
                if (kind == 2) {
                    priceE8 = random.nextInt(10) == 0 ? random.nextBoolean() ? 1L : 1_000_000_000_000_000L : priceE8;
                } else if (kind > 2) {
                    priceE8 = Math.max(1L, (long) (priceE8 * (1.0 + 0.001 * random.nextGaussian())));
                }
                bar.closeE8 = priceE8;
                bar.highE8 = Math.max(bar.openE8, priceE8);
                bar.lowE8 = kind == 5 && random.nextInt(50) == 0 ? 0L : Math.min(bar.openE8, priceE8);
                bar.trades = kind == 0 ? 0 : 1;
                bar.volumeE8 = bar.trades;
                bar.missingBefore = random.nextInt(40) == 0 ? random.nextInt(40) : 0;

                detector.onBar(bar);
                detector.copyTo(view);

                double sum = 0.0;
                for (double posterior : view.posteriors) {
                    sum += posterior;
                }
                assertEquals(1.0, sum, 1e-9, "seed=" + seed + " bar=" + i);
                assertTrue(view.changeProbability >= 0.0 && view.changeProbability <= 1.0,
                        "seed=" + seed + " bar=" + i + " change " + view.changeProbability);
            }
            assertTrue(detector.fits() + detector.refusedFits() > 5, "seed=" + seed + " fits were tried");
        }
    }

    @Test
    void shouldHaveOneHashForOnePast() {
        RegimeDetector one = RegimeFixture.detector(RegimeFixture.fitted(100, 30));
        RegimeDetector same = RegimeFixture.detector(RegimeFixture.fitted(100, 30));
        RegimeDetector other = RegimeFixture.detector(RegimeFixture.fitted(100, 30));
        SimulatedMarket market = new SimulatedMarket(1, 50, 10.0);

        for (int i = 0; i < 400; i++) {
            MarketView.Bar bar = market.next();
            one.onBar(bar);
            same.onBar(bar);
            bar.highE8 += i == 10 ? RegimeFixture.TICK_E8 : 0;
            other.onBar(bar);
            assertEquals(one.stateHash(), same.stateHash(), "bar " + i);
            assertEquals(i < 10, one.stateHash() == other.stateHash(), "bar " + i);
        }
    }

    private static RegimeDetector turbulent() {
        RegimeDetector detector = RegimeFixture.detector(RegimeFixture.stated());
        SimulatedMarket market = new SimulatedMarket(7, 200, 10.0);
        for (int i = 0; i < 60; i++) {
            detector.onBar(market.in(MarkovModel.TURBULENT));
        }
        return detector;
    }
}
