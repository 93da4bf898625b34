package io.v11.ml;

import java.util.BitSet;
import java.util.List;

import io.v11.config.Limits;
import io.v11.ml.calibration.CoverageGate;

/**
 * Several models asked about one vector, and one answer made of theirs.
 *
 * <pre>
 *   budget ─► members ─► vector of member probabilities ─► combiner ─► gate
 * </pre>
 *
 * The budget says which members a decision has time for; the others are told that they missed a step. The combiner, a stack or
 * a {@link MeanModel}, is a model like any other over a vector with one number a member, not valid where the member abstained
 * or was left out. Without members it gives no answer: for strategies that ask no model. The gate says whether the answer is sure enough to act on. Members are asked in the order of the list.
 * Confined to the inference thread; allocates nothing per call.
 */
public final class Ensemble implements AutoCloseable {
    private static final double DEFAULT_STEP = 0.02;

    private final Model[] members;
    private final List<String> names;
    private final Model combiner;
    private final InferenceBudget budget;
    private final CoverageGate gate;
    private final FeatureVector probabilities;
    private final int allMembers;
    private final double meanMoveBps;
    /** Bit per feature that some member reads. */
    private final long[] reads;
    private final int readCount;

    /** The mean of the members, all of them asked every time, every answer let pass. */
    public Ensemble(List<? extends Model> members, double meanMoveBps) {
        this(members, new MeanModel(required(members)), InferenceBudget.unlimited(members.size()),
                new CoverageGate(1.0, 0.0, DEFAULT_STEP), meanMoveBps);
    }

    /**
     * @param members     in the order of {@link ModelScores}; closed by {@link #close()}, as the combiner is
     * @param combiner    over vectors as wide as there are members
     * @param budget      over these members
     * @param gate        of coverage 1 to let everything pass
     * @param meanMoveBps mean absolute labelled move, basis points: what a sure prediction is worth
     */
    public Ensemble(List<? extends Model> members, Model combiner, InferenceBudget budget, CoverageGate gate,
            double meanMoveBps) {
        int count = required(members);
        if (count > 0 && combiner.inputs().vectorSize() != count || budget.members() != count) {
            throw new ModelException("ensemble of " + count + " models: combiner " + combiner.name() + " reads "
                    + combiner.inputs().vectorSize() + ", the budget is over " + budget.members()
                    + "; both must be made for these models");
        }
        if (count > 0 && !(meanMoveBps > 0.0 && meanMoveBps <= Double.MAX_VALUE)) {
            throw new ModelException("meanMoveBps of an ensemble must be above 0 and finite, is " + meanMoveBps);
        }
        this.members = members.toArray(new Model[0]);
        this.names = members.stream().map(Model::name).toList();
        this.combiner = combiner;
        this.budget = budget;
        this.gate = gate;
        this.probabilities = new FeatureVector(count);
        this.allMembers = (1 << count) - 1;
        this.meanMoveBps = meanMoveBps;
        BitSet read = new BitSet();
        for (Model member : members) {
            ModelInputs inputs = member.inputs();
            for (int i = 0; i < inputs.size(); i++) {
                read.set(inputs.position(i));
            }
        }
        this.reads = read.toLongArray();
        this.readCount = read.cardinality();
    }

    public int size() {
        return members.length;
    }

    /** Names of the members, in the order of their scores. */
    public List<String> names() {
        return names;
    }

    /** Name of what makes one answer of theirs. */
    public String combinerName() {
        return combiner.name();
    }

    /** Mean absolute move over the labelled horizon, basis points. */
    public double meanMoveBps() {
        return meanMoveBps;
    }

    /** Asks the members that there is time for and stores each answer and theirs together. */
    public void score(FeatureVector features, ModelScores scores) {
        scores.invalidInputs(invalidInputs(features));
        int leftOut = budget.leaveOut(features.timeNs());
        scores.skippedMask(leftOut);
        probabilities.origin(features.instrument(), features.timeNs(), features.episode());
        probabilities.ready(true);
        for (int i = 0; i < members.length; i++) {
            ask(i, (leftOut & 1 << i) == 0, features, scores);
        }
        if (leftOut == allMembers) {
            combiner.skip(probabilities);
            return;
        }
        scores.ensemble(combiner.score(probabilities));
        if (scores.ready()) {
            scores.confident(gate.accepts(features.instrument(), scores.ensemble()));
        }
    }

    private void ask(int member, boolean inTime, FeatureVector features, ModelScores scores) {
        probabilities.invalidate(member);
        if (!inTime) {
            members[member].skip(features);
            return;
        }
        scores.set(member, members[member].score(features));
        if (scores.isValid(member)) {
            probabilities.set(member, scores.score(member));
        }
    }

    /** Forgets all that earlier decisions left behind, in members, combiner, budget and gate. */
    public void reset() {
        for (Model member : members) {
            member.reset();
        }
        combiner.reset();
        budget.reset();
        for (int i = 0; i < Limits.INSTRUMENTS; i++) {
            gate.reset(i);
        }
    }

    /** Digest of what later scores depend on. */
    public long stateHash() {
        long hash = FeatureVector.mix(combiner.stateHash(), members.length);
        for (int i = 0; i < members.length; i++) {
            hash = FeatureVector.mix(hash, members[i].stateHash());
        }
        return FeatureVector.mix(FeatureVector.mix(hash, budget.stateHash()), gate.stateHash());
    }

    private double invalidInputs(FeatureVector features) {
        int invalid = 0;
        for (int word = 0; word < reads.length; word++) {
            invalid += Long.bitCount(reads[word] & ~features.validityWord(word));
        }
        return readCount == 0 ? 0.0 : invalid / (double) readCount;
    }

    private static int required(List<? extends Model> members) {
        if (members.size() > Limits.MODELS) {
            throw new ModelException("an ensemble has at most " + Limits.MODELS + " models, not " + members.size());
        }
        return members.size();
    }

    @Override
    public void close() {
        for (Model member : members) {
            member.close();
        }
        combiner.close();
    }
}
