package io.v11.training.generation;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.Operator;
import io.v11.engine.feature.group.Feature;

/**
 * Every expression over some features: each operator, on each of them or each pair, with each window. Of a pair whose order says
 * nothing new one order is taken; features of different units are not compared. The number is bounded and known before
 * anything is computed. Stateless.
 */
public final class Candidates {
    private Candidates() {
    }

    /** In a fixed order: by operator, inputs, window. */
    public static List<Expression> of(List<Feature> inputs, GenerationSettings settings) {
        List<Expression> all = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            for (int i = 0; i < inputs.size(); i++) {
                if (operator.inputs() == 1) {
                    addWindows(all, operator, List.of(inputs.get(i).name()), settings.windowsS());
                    continue;
                }
                for (int j = operator.mirrored() ? i + 1 : 0; j < inputs.size(); j++) {
                    boolean comparable = inputs.get(i).unit().equals(inputs.get(j).unit());
                    if (i != j && (comparable || !operator.needsOneUnit())) {
                        addWindows(all, operator, List.of(inputs.get(i).name(), inputs.get(j).name()),
                                settings.windowsS());
                    }
                }
            }
        }
        if (all.size() > settings.mostCandidates()) {
            throw new ConfigurationException("generation: " + inputs.size() + " inputs and windows "
                    + settings.windowsS() + " make " + all.size() + " candidates, more than "
                    + settings.mostCandidates() + "; take fewer inputs or windows");
        }
        return List.copyOf(all);
    }

    private static void addWindows(List<Expression> all, Operator operator, List<String> inputs,
            List<Integer> windows) {
        if (operator.windowed()) {
            windows.forEach(window -> all.add(new Expression(operator, inputs, window)));
        } else {
            all.add(new Expression(operator, inputs, 0));
        }
    }
}
