package io.v11.ml.registry;

import io.v11.ml.FeatureVector;
import io.v11.ml.Model;

/**
 * A stack asked as one: every member about the decision, then the stack about the members. For reports, where no budget cuts members
 * off; the engine's ensemble does the same per event. Confined to one thread; allocates nothing per call.
 */
public final class StackScore {
    private final Model stack;
    private final Model[] members;
    private final FeatureVector said;

    /** @param loaded closed by its owner */
    public StackScore(LoadedStack loaded) {
        stack = loaded.stack().model();
        members = loaded.members().stream().map(LoadedModel::model).toArray(Model[]::new);
        said = new FeatureVector(members.length);
    }

    /** The stack's probability; NaN when too many members abstain. */
    public double score(FeatureVector features) {
        said.clear();
        said.ready(true);
        said.origin(features.instrument(), features.timeNs(), features.episode());
        for (int i = 0; i < members.length; i++) {
            said.set(i, members[i].score(features));
        }
        return stack.score(said);
    }

    /** All members and the stack forget. */
    public void reset() {
        stack.reset();
        for (Model member : members) {
            member.reset();
        }
    }
}
