package io.v11.engine.risk.tail;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.trading.AllocatedBytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LiveTailRiskTest {
    private static final double DECAY = 0.97;

    @Test
    void shouldSayTheSameBitsAsABookThatHadTheOrderFromTheStart() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            TailFixture kept = TailFixture.random(random, 1 + random.nextInt(64), 60 + random.nextInt(500));
            kept.wander(random, 200);
            int instrument = random.nextInt(kept.instruments);
            double order = 1e5 * random.nextGaussian();
            TailFixture fresh = kept.again();
            fresh.expose(instrument, kept.exposures[instrument] + order);

            for (TailMethod method : TailMethod.values()) {
                double marginal = kept.risk.marginalShortfall(method, instrument, order);
                double expected = fresh.risk.expectedShortfall(method) - kept.risk.expectedShortfall(method);

                assertEquals(expected, marginal, method == TailMethod.PARAMETRIC ? 1e-8 * kept.gross() : 0.0,
                        "seed " + seed + " " + method);
            }
        }
    }

    @Test
    void shouldAgreeWithTheDefinitionsComputedAnew() {
        for (long seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            TailFixture book = TailFixture.random(random, 1 + random.nextInt(30), 60 + random.nextInt(600));
            book.wander(random, 50);
            double tolerance = 1e-12 * book.gross();

            double[] asTheyWere = NaiveTail.losses(book.lastRows(500), book.exposures);
            double[] scaled = NaiveTail.losses(book.filteredRows(500, DECAY), book.exposures);

            String message = "seed " + seed;
            assertEquals(NaiveTail.expectedShortfall(asTheyWere, TailFixture.CONFIDENCE),
                    book.risk.expectedShortfall(TailMethod.HISTORICAL), tolerance, message);
            assertEquals(NaiveTail.valueAtRisk(asTheyWere, TailFixture.CONFIDENCE),
                    book.risk.valueAtRisk(TailMethod.HISTORICAL), tolerance, message);
            assertEquals(NaiveTail.expectedShortfall(scaled, TailFixture.CONFIDENCE),
                    book.risk.expectedShortfall(TailMethod.FILTERED_HISTORICAL), tolerance, message);
            assertEquals(NaiveTail.valueAtRisk(scaled, TailFixture.CONFIDENCE),
                    book.risk.valueAtRisk(TailMethod.FILTERED_HISTORICAL), tolerance, message);
        }
    }

    @Test
    void shouldGiveTheTextbookFactorsForNormalLosses() {
        LiveTailRisk risk = new LiveTailRisk(new TailSettings(1, 100, 30, 0.975, DECAY, 4));
        for (int k = 0; k < 60; k++) {
            risk.onBarClose(new double[]{k % 2 == 0 ? 0.01 : -0.01});
        }
        risk.exposure(0, -1000.0);

        double valueAtRisk = risk.valueAtRisk(TailMethod.PARAMETRIC);
        double shortfall = risk.expectedShortfall(TailMethod.PARAMETRIC);

        // Every square is 1e-4, so volatility is 0.01 exactly; four bars double the loss.
        assertEquals(1000.0 * 0.01 * 2.0 * 1.959963984540054, valueAtRisk, 1e-9);
        assertEquals(1000.0 * 0.01 * 2.0 * 2.337802792201, shortfall, 1e-8);
    }

    @Test
    void shouldRiseWithVolatilityOnlyWhenFiltered() {
        Random random = new Random(5);
        LiveTailRisk risk = new LiveTailRisk(new TailSettings(1, 500, 30, 0.975, DECAY, 1));
        risk.exposure(0, 1000.0);
        for (int k = 0; k < 450; k++) {
            risk.onBarClose(new double[]{0.001 * random.nextGaussian()});
        }
        double calm = risk.expectedShortfall(TailMethod.FILTERED_HISTORICAL);
        double calmHistorical = risk.expectedShortfall(TailMethod.HISTORICAL);
        for (int k = 0; k < 5; k++) {
            risk.onBarClose(new double[]{0.003 * (k % 2 == 0 ? 1.0 : -1.0)});
        }

        double wild = risk.expectedShortfall(TailMethod.FILTERED_HISTORICAL);

        assertTrue(wild > 1.4 * calm, wild + " after " + calm);
        assertTrue(risk.expectedShortfall(TailMethod.HISTORICAL) < 1.2 * calmHistorical);
    }

    @Test
    void shouldSeeAHedgeAsNegativeAndAddedRiskAsPositive() {
        Random random = new Random(8);
        TailFixture book = TailFixture.random(random, 4, 520);
        for (int i = 0; i < 4; i++) {
            book.expose(i, i == 1 ? 1e5 : 0.0);
        }

        for (TailMethod method : TailMethod.values()) {
            double shortfall = book.risk.expectedShortfall(method);

            assertTrue(shortfall > 0.0);
            assertEquals(shortfall, book.risk.marginalShortfall(method, 1, 1e5), 1e-9 * shortfall);
            assertEquals(-shortfall, book.risk.marginalShortfall(method, 1, -1e5), 1e-9 * shortfall);
            assertEquals(0.0, book.risk.marginalShortfall(method, 2, 0.0), 1e-9 * shortfall);
        }
        assertTrue(book.risk.worstShortfallWith(1, 1e5) > 1.99 * book.risk.worstShortfall());
    }

    @Test
    void shouldRefuseABarThatIsNotFiniteAndKeepItsState() {
        TailFixture book = TailFixture.random(new Random(2), 3, 80);
        long hash = book.risk.stateHash();
        double shortfall = book.risk.worstShortfall();

        assertFalse(book.risk.onBarClose(new double[]{0.01, Double.NaN, 0.0}));

        assertEquals(1, book.risk.refusedBars());
        assertEquals(shortfall, book.risk.worstShortfall());
        assertTrue(hash != book.risk.stateHash(), "the count is part of the state");
        assertThrows(IllegalArgumentException.class, () -> book.risk.exposure(0, Double.NaN));
    }

    @Test
    void shouldStateNothingBeforeItIsReady() {
        LiveTailRisk risk = new LiveTailRisk(new TailSettings(1, 100, 30, 0.95, DECAY, 1));
        risk.exposure(0, 1e6);
        int bars = 0;
        while (!risk.ready()) {
            assertEquals(0.0, risk.worstShortfallWith(0, 1e6));
            risk.onBarClose(new double[]{0.01});
            bars++;
        }

        assertEquals(LiveTailRisk.SETTLING_BARS + 30, bars);
        assertTrue(Double.isFinite(risk.worstShortfall()));
    }

    @Test
    void shouldSurviveAStandstillAndTheJumpAfterIt() {
        LiveTailRisk risk = new LiveTailRisk(new TailSettings(1, 100, 2, 0.95, DECAY, 1));
        risk.exposure(0, 1000.0);
        for (int k = 0; k < 90; k++) {
            risk.onBarClose(new double[]{0.0});
        }
        assertEquals(0.0, risk.worstShortfall());

        risk.onBarClose(new double[]{-0.05});

        assertTrue(risk.worstShortfall() > 0.0 && risk.worstShortfall() < 1000.0 * 0.05 * LiveTailRisk.RESIDUAL_MAX);
    }

    @Test
    void shouldAllocateNothing() {
        TailFixture book = TailFixture.random(new Random(3), 20, 520);
        double[] bar = new double[20];
        int[] turn = {0};

        long bytes = AllocatedBytes.perRound(() -> {
            for (int k = 0; k < 300; k++) {
                int instrument = turn[0]++ % 20;
                bar[instrument] = 0.001 * (k % 7 - 3);
                if (k % 50 == 0) {
                    book.risk.onBarClose(bar);
                }
                book.risk.exposure(instrument, 1000.0 * k);
                book.risk.worstShortfallWith(instrument, 5e4);
            }
        });

        assertEquals(0, bytes);
    }

    @Test
    void shouldSayWhatIsWrongWithSettings() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new TailSettings(65, 500, 100, 0.975, DECAY, 1)).getMessage();

        assertTrue(message.contains("instruments=65") && message.contains("1 to 64"), message);
        assertThrows(IllegalArgumentException.class, () -> new TailSettings(2, 500, 100, 1.0, DECAY, 1));
        assertThrows(IllegalArgumentException.class, () -> new TailSettings(2, 500, 100, Double.NaN, DECAY, 1));
    }
}
