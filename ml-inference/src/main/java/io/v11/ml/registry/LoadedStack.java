package io.v11.ml.registry;

import java.util.List;

/**
 * A stack with the very models that it was fitted to.
 *
 * @param stack   reads the probabilities of the members
 * @param members in the order of the stack's inputs
 */
public record LoadedStack(LoadedModel stack, List<LoadedModel> members) implements AutoCloseable {
    public LoadedStack {
        members = List.copyOf(members);
    }

    @Override
    public void close() {
        stack.model().close();
        members.forEach(member -> member.model().close());
    }
}
