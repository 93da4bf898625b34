package io.v11.training.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.InputPlane;
import io.v11.ml.ServingBackend;
import io.v11.ml.registry.LivePointer;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelRegistry;

/**
 * The models of a report: stacks with their members, and models on their own, loaded once each with all checks. Closed by whoever
 * opened it.
 *
 * @param folder  of models
 * @param stacks  the live one, or those that were named
 * @param singles models that are no member of these
 */
public record ReportModels(Path folder, List<LoadedStack> stacks, List<LoadedModel> singles) implements AutoCloseable {
    public ReportModels {
        stacks = List.copyOf(stacks);
        singles = List.copyOf(singles);
    }

    /**
     * Loads what the report is about.
     *
     * @param ids empty: the live stack with its members; without a live stack every model of the folder
     */
    public static ReportModels load(Path folder, List<String> ids, FeatureSchema schema, ServingBackend backend) {
        ModelRegistry registry = ModelRegistry.open(folder);
        Optional<LivePointer> live = LivePointer.find(folder);
        List<String> wanted = !ids.isEmpty() ? ids : live.isPresent() ? List.of(live.get().stack()) : registry.ids();
        List<LoadedStack> stacks = new ArrayList<>();
        List<LoadedModel> singles = new ArrayList<>();
        try {
            Set<String> members = new LinkedHashSet<>();
            for (String id : wanted) {
                if (registry.manifest(id).family() == Family.STACK) {
                    stacks.add(registry.loadStack(id, schema, backend));
                    stacks.getLast().members().forEach(member -> members.add(member.manifest().id()));
                }
            }
            for (String id : wanted) {
                if (registry.manifest(id).family() != Family.STACK && !members.contains(id)) {
                    singles.add(registry.load(id, schema, backend));
                }
            }
            return new ReportModels(folder, stacks, singles);
        } catch (RuntimeException e) {
            stacks.forEach(LoadedStack::close);
            singles.forEach(model -> model.model().close());
            throw e;
        }
    }

    /** True when some model reads normalised values, which the rows must then hold. */
    public boolean normalised() {
        List<LoadedModel> readers = new ArrayList<>(singles);
        stacks.forEach(stack -> readers.addAll(stack.members()));
        return readers.stream().anyMatch(model -> model.manifest().inputs().plane() == InputPlane.NORMALISED);
    }

    /** Any one of them: all are about the same label. */
    LoadedModel first() {
        return stacks.isEmpty() ? singles.getFirst() : stacks.getFirst().members().getFirst();
    }

    @Override
    public void close() {
        stacks.forEach(LoadedStack::close);
        singles.forEach(model -> model.model().close());
    }
}
