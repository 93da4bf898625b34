package io.v11.ml;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.ml.calibration.CoverageGate;
import io.v11.ml.stack.StackFile;
import io.v11.ml.stack.StackModel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Combiner, budget and gate of an ensemble. */
class EnsembleMembersTest {
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final ModelInputs FEATURES = ModelInputs.all(FeatureSchema.of(List.of("x"), List.of("bps")));
    private static final ModelInputs THREE = ModelInputs.all(StackModel.schema(List.of("a/1", "b/1", "c/1")));
    private static final CoverageGate OPEN = new CoverageGate(1.0, 0.0, 0.02);

    private final FakeModel a = new FakeModel("a", FEATURES, 0.25);
    private final FakeModel b = new FakeModel("b", FEATURES, 0.5);
    private final FakeModel c = new FakeModel("c", FEATURES, 0.875);
    private final List<FakeModel> members = List.of(a, b, c);
    private final FakeModel combiner = new FakeModel("stack", THREE, 0.75);
    private final FeatureVector features = new FeatureVector(1);
    private final ModelScores scores = new ModelScores(3);

    @Test
    void shouldAskTheCombinerAboutWhatTheMembersSaid() {
        features.origin(7, START_NS, 3);
        b.says = Double.NaN;

        ensemble(unlimited(), OPEN).score(features, scores);

        assertEquals(0.75, scores.ensemble());
        assertTrue(scores.ready() && scores.confident());
        assertEquals(0b101, scores.validMask());
        assertEquals(0.25, combiner.seen.value(0));
        assertFalse(combiner.seen.isValid(1));
        assertEquals(0.875, combiner.seen.value(2));
        assertEquals(7, combiner.seen.instrument());
        assertEquals(START_NS, combiner.seen.timeNs());
        assertEquals(3, combiner.seen.episode());
    }

    @Test
    void shouldShowNoNumberOfAnEarlierDecision() {
        combiner.notes = true;
        Ensemble ensemble = ensemble(unlimited(), OPEN);
        score(ensemble, START_NS);
        a.says = Double.NaN;
        score(ensemble, START_NS + 1);

        assertEquals(List.of(0b111L, 0b110L), combiner.validity);
        assertEquals(0.0, combiner.seen.value(0));
    }

    @Test
    void shouldSkipWhatThereIsNoTimeFor() {
        combiner.notes = true;
        Ensemble ensemble = ensemble(new InferenceBudget(100, new long[]{10, 20, 40}, new int[]{2, 1, 0}), OPEN);
        score(ensemble, START_NS);
        score(ensemble, START_NS);

        assertEquals(0b100, scores.skippedMask());
        assertEquals(0b011, scores.validMask());
        assertTrue(scores.ready());
        assertEquals(1, c.asked);
        assertEquals(1, c.skipped);
        assertEquals(0, b.skipped);
        assertEquals(List.of(0b111L, 0b011L), combiner.validity);
    }

    @Test
    void shouldHaveNoValueWhenNothingFits() {
        Ensemble ensemble = ensemble(new InferenceBudget(70, new long[]{10, 20, 40}, new int[]{2, 1, 0}), OPEN);
        score(ensemble, START_NS);
        score(ensemble, START_NS);

        assertEquals(0b111, scores.skippedMask());
        assertEquals(0, scores.validMask());
        assertFalse(scores.ready() || scores.confident());
        assertTrue(Double.isNaN(scores.ensemble()));
        assertEquals(1, combiner.asked);
        assertEquals(1, combiner.skipped);
        score(ensemble, START_NS + 1_000);
        assertTrue(scores.ready());
        assertEquals(0, scores.skippedMask());
    }

    @Test
    void shouldHoldBackWhatIsNotSureEnough() {
        CoverageGate gate = new CoverageGate(0.5, 0.2, 0.5);
        Ensemble ensemble = ensemble(unlimited(), gate);
        combiner.says = 0.6;
        score(ensemble, START_NS);
        assertTrue(scores.ready());
        assertFalse(scores.confident());

        combiner.says = 0.9;
        score(ensemble, START_NS);
        assertTrue(scores.confident());

        combiner.says = Double.NaN;
        double threshold = gate.threshold(0);
        score(ensemble, START_NS);
        assertFalse(scores.ready() || scores.confident());
        assertEquals(threshold, gate.threshold(0), "what has no answer teaches the gate nothing");
    }

    @Test
    void shouldServeAStack() {
        StackModel stack = new StackModel("stack", new StackFile(0.0,
                List.of(new StackFile.Member("c/1", 1.0), new StackFile.Member("a/1", 1.0))),
                StackModel.schema(List.of("a/1", "b/1", "c/1")));
        Ensemble ensemble = new Ensemble(members, stack, unlimited(), OPEN, 1.0);

        score(ensemble, START_NS);

        // logit(1/4) = -ln 3, logit(7/8) = ln 7: log-odds ln 7/3, probability 0.7.
        assertEquals(0.7, scores.ensemble(), 1e-12);
        assertEquals("stack", ensemble.combinerName());
    }

    @Test
    void shouldHashMemoryOfMembersCombinerBudgetAndGate() {
        CoverageGate gate = new CoverageGate(0.5, 0.2, 0.5);
        InferenceBudget budget = new InferenceBudget(100, new long[]{10, 20, 40}, new int[]{2, 1, 0});
        Ensemble ensemble = ensemble(budget, gate);
        long fresh = ensemble.stateHash();

        b.memory++;
        long member = ensemble.stateHash();
        combiner.memory++;
        long combined = ensemble.stateHash();
        budget.leaveOut(START_NS);
        long owing = ensemble.stateHash();
        gate.accepts(0, 0.9);
        long gated = ensemble.stateHash();

        assertNotEquals(fresh, member);
        assertNotEquals(member, combined);
        assertNotEquals(combined, owing);
        assertNotEquals(owing, gated);
        ensemble.reset();
        assertEquals(fresh, ensemble.stateHash());
        assertEquals(1, a.resets);
    }

    @Test
    void shouldCloseMembersAndCombiner() {
        ensemble(unlimited(), OPEN).close();

        assertTrue(a.closed && b.closed && c.closed && combiner.closed);
    }

    @Test
    void shouldAllocateNothingUnderOverload() {
        Ensemble ensemble = ensemble(new InferenceBudget(100, new long[]{10, 20, 40}, new int[]{2, 1, 0}),
                new CoverageGate(0.5, 0.2, 0.02));
        int[] masks = new int[8];

        assertEquals(0, AllocatedBytes.of(() -> {
            for (int i = 0; i < 1_000_000; i++) {
                score(ensemble, START_NS + i * 13L);
                masks[scores.skippedMask()]++;
            }
        }));
        assertTrue(masks[0b100] > 0 && masks[0b110] > 0, "the overload must show");
    }

    @Test
    void shouldRefuseCombinerAndBudgetOfOtherMembers() {
        List<FakeModel> two = List.of(a, b);

        assertThrows(ModelException.class, () -> new Ensemble(two, combiner, InferenceBudget.unlimited(2), OPEN, 1.0));
        assertThrows(ModelException.class,
                () -> new Ensemble(members, combiner, InferenceBudget.unlimited(2), OPEN, 1.0));
    }

    private Ensemble ensemble(InferenceBudget budget, CoverageGate gate) {
        return new Ensemble(members, combiner, budget, gate, 1.0);
    }

    private static InferenceBudget unlimited() {
        return InferenceBudget.unlimited(3);
    }

    private void score(Ensemble ensemble, long timeNs) {
        features.origin(0, timeNs, 0);
        scores.clear();
        ensemble.score(features, scores);
    }
}
