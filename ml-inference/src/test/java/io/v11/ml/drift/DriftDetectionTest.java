package io.v11.ml.drift;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A changed market: what one window of 300 samples finds. */
class DriftDetectionTest {
    private static final long SEED = 7L;
    private static final int FEATURES = 50;
    private static final int BLOCKS = 24;
    private static final int WINDOWS = 10;

    @Test
    void shouldFindAShiftOfHalfADeviationInOneWindow() {
        DriftSummary.Checks found = play(Market.NORMAL, value -> value + 0.5);
        assertEquals(found.checks(), found.byPsi());
        assertTrue(found.byKs() >= 0.95 * found.checks(), found.toString());
    }

    @Test
    void shouldFindTwiceTheScaleInOneWindow() {
        DriftSummary.Checks found = play(Market.NORMAL, value -> 2 * value);
        assertEquals(found.checks(), found.byPsi());
    }

    /** The weakest shift that is found as a rule; weaker ones need a longer window. */
    @Test
    void shouldFindAShiftOfFourTenthsInNineWindowsOfTen() {
        DriftSummary.Checks found = play(Market.NORMAL, value -> value + 0.4);
        assertTrue(found.drifted() >= 0.9 * found.checks(), found.toString());
    }

    @Test
    void shouldFindACountThatDoubles() {
        DriftSummary.Checks found = play(Market.COUNTS, value -> 2 * value);
        assertEquals(found.checks(), found.byPsi());
    }

    @Test
    void shouldFindAFlagThatIsSetThreeTimesAsOften() {
        SplittableRandom random = new SplittableRandom(SEED);
        DriftSummary.Checks found = play(Market.FLAG, value -> random.nextInt(9) < 2 ? 1.0 : value);
        assertTrue(found.byPsi() >= 0.95 * found.checks(), found.toString());
    }

    @Test
    void shouldFindAConstantThatIsNoLonger() {
        assertEquals(FEATURES * WINDOWS, play(Market.CONSTANT, value -> value + 1e-9).byUnusual());
        SplittableRandom random = new SplittableRandom(SEED);
        DriftSummary.Checks seldom = play(Market.CONSTANT, value -> random.nextInt(50) == 0 ? 0.0 : value);
        assertTrue(seldom.byUnusual() >= 0.9 * seldom.checks(), seldom.toString());
    }

    @Test
    void shouldFindFeaturesThatAreNotValidMoreOften() {
        SplittableRandom random = new SplittableRandom(SEED);
        DriftSummary.Checks found = play(Market.NORMAL, value -> random.nextInt(50) == 0 ? Double.NaN : value);
        assertTrue(found.byInvalid() >= 0.9 * found.checks(), found.toString());
        DriftSummary.Checks never = play(Market.NORMAL, value -> Double.NaN);
        assertEquals(never.checks(), never.byInvalid());
        assertEquals(0, never.byPsi(), "there is nothing to compare");
    }

    /** 9 of 300 are expected to be invalid; that there are none happens by chance too, so it takes some windows. */
    @Test
    void shouldFindFeaturesThatAreNotValidLessOften() {
        Rehearsal rehearsal = new Rehearsal(SEED);
        rehearsal.train(Market.PATCHY, FEATURES, BLOCKS);
        Rehearsal whole = new Rehearsal(SEED).train(Market.NORMAL, FEATURES, BLOCKS);

        DriftSummary.Checks found = whole
                .play(whole.detector(rehearsal.references()), WINDOWS, DoubleUnaryOperator.identity()).total();

        assertTrue(found.byInvalid() >= 0.5 * found.checks(), found.toString());
    }

    /** A ten-second average at one sample a second has about 16 independent samples in a window of 300. */
    @Test
    void shouldFindALargerShiftOfASlowFeature() {
        DriftSummary.Checks found = play(Market.SLOW, value -> value + 2.0);
        assertTrue(found.drifted() >= 0.95 * found.checks(), found.toString());
    }

    @Test
    void shouldRaiseOneAlertWhenAFifthOfTheFeaturesChanges() {
        Rehearsal fifth = new Rehearsal(SEED).train(Market.NORMAL, 40, BLOCKS).train(Market.CONSTANT, 10, BLOCKS);
        assertEquals(WINDOWS, fifth.play(fifth.detector(), WINDOWS, value -> value == 7.0 ? 8.0 : value).alerts());
        Rehearsal fewer = new Rehearsal(SEED).train(Market.NORMAL, 44, BLOCKS).train(Market.CONSTANT, 6, BLOCKS);
        assertEquals(0, fewer.play(fewer.detector(), WINDOWS, value -> value == 7.0 ? 8.0 : value).alerts());
    }

    /** After every start features are not warm: that is not the market's doing. */
    @Test
    void shouldRaiseNoAlertForFeaturesThatAreNotValid() {
        Rehearsal rehearsal = new Rehearsal(SEED).train(Market.NORMAL, FEATURES, BLOCKS);

        DriftSummary summary = rehearsal.play(rehearsal.detector(), WINDOWS, value -> Double.NaN);

        assertEquals(summary.total().checks(), summary.total().drifted());
        assertEquals(0, summary.alerts());
    }

    @Test
    void shouldCountTheFeaturesThatNoWindowCouldFindDriftIn() {
        Rehearsal rehearsal = new Rehearsal(SEED).train(Market.SLOWEST, 20, BLOCKS).train(Market.NORMAL, 20, BLOCKS);

        DriftSummary.InstrumentSummary summary = rehearsal.play(rehearsal.detector(), 1, value -> value).byInstrument()
                .getFirst();

        assertEquals(20, summary.blind());
        assertEquals(40, summary.features());
    }

    private static DriftSummary.Checks play(Market market, DoubleUnaryOperator change) {
        Rehearsal rehearsal = new Rehearsal(SEED).train(market, FEATURES, BLOCKS);
        return rehearsal.play(rehearsal.detector(), WINDOWS, change).total();
    }
}
