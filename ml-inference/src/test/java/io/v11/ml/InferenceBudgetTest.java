package io.v11.ml;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InferenceBudgetTest {
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final int ALL = 0b111;

    /** Members cost 10, 20 and 40 ns; the dearest goes first, the cheapest last. */
    private final InferenceBudget budget = new InferenceBudget(100, new long[]{10, 20, 40}, new int[]{2, 1, 0});

    @Test
    void shouldAskEveryMemberWhenThereIsTime() {
        assertEquals(0, budget.leaveOut(START_NS));
        assertEquals(70, budget.delayNs(START_NS));
        assertEquals(0, budget.leaveOut(START_NS + 70));
    }

    @Test
    void shouldLeaveOutInTheStatedOrderAndThenNothingIsAsked() {
        assertEquals(0, budget.leaveOut(START_NS), "owes 70");
        assertEquals(0b100, budget.leaveOut(START_NS), "70 + 70 > 100, 70 + 30 = 100");
        assertEquals(ALL, budget.leaveOut(START_NS), "not even 10 fit");
        assertEquals(100, budget.delayNs(START_NS), "what is not asked costs nothing");
        assertEquals(0b110, budget.leaveOut(START_NS + 10), "90 + 10");
        assertEquals(ALL, budget.leaveOut(START_NS + 10 + 9));
    }

    @Test
    void shouldRecoverWhenTheBurstIsOver() {
        for (int i = 0; i < 100; i++) {
            budget.leaveOut(START_NS);
        }

        assertEquals(0b100, budget.leaveOut(START_NS + 30), "70 + 30");
        assertEquals(0, budget.leaveOut(START_NS + 200));
    }

    @Test
    void shouldNeverOweMoreThanTheBudget() {
        long seed = 20261128L;
        SplittableRandom random = new SplittableRandom(seed);
        long timeNs = START_NS;
        int[] leftOut = new int[ALL + 1];
        for (int i = 0; i < 100_000; i++) {
            timeNs += random.nextInt(10) < 7 ? 0 : random.nextInt(150);

            leftOut[budget.leaveOut(timeNs)]++;

            assertTrue(budget.delayNs(timeNs) <= 100, "seed " + seed + " decision " + i);
        }
        assertEquals(100_000, leftOut[0] + leftOut[0b100] + leftOut[0b110] + leftOut[ALL], "in the stated order only");
        for (int mask : new int[]{0, 0b100, 0b110, ALL}) {
            assertTrue(leftOut[mask] > 1_000, "seed " + seed + " mask " + mask + " came " + leftOut[mask] + " times");
        }
    }

    @Test
    void shouldAlwaysLeaveOutWhatNeverFits() {
        InferenceBudget tight = new InferenceBudget(15, new long[]{10, 20}, new int[]{1, 0});

        assertEquals(0b10, tight.leaveOut(START_NS));
        assertEquals(0b10, tight.leaveOut(START_NS + 1_000));
    }

    @Test
    void shouldLeaveOutNothingWithoutLimit() {
        InferenceBudget unlimited = InferenceBudget.unlimited(16);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(0, unlimited.leaveOut(START_NS));
        }
    }

    @Test
    void shouldHashWhatIsOwed() {
        long fresh = budget.stateHash();
        budget.leaveOut(START_NS);
        long owing = budget.stateHash();
        budget.leaveOut(START_NS);

        assertNotEquals(fresh, owing);
        assertNotEquals(owing, budget.stateHash());
        budget.reset();
        assertEquals(fresh, budget.stateHash());
    }

    @Test
    void shouldRefuseWhatCannotBeKept() {
        assertThrows(ModelException.class, () -> new InferenceBudget(0, new long[]{1}, new int[]{0}));
        assertThrows(ModelException.class, () -> new InferenceBudget(10, new long[]{-1}, new int[]{0}));
        assertThrows(ModelException.class, () -> new InferenceBudget(10, new long[]{1, 1}, new int[]{0}));
        assertThrows(ModelException.class, () -> new InferenceBudget(10, new long[]{1, 1}, new int[]{0, 0}));
        assertThrows(ModelException.class, () -> new InferenceBudget(10, new long[]{1, 1}, new int[]{0, 2}));
        ModelException never = assertThrows(ModelException.class,
                () -> new InferenceBudget(10, new long[]{1, 11}, new int[]{0, 1}));
        assertTrue(never.getMessage().contains("nothing would ever be scored"), never.getMessage());
    }
}
