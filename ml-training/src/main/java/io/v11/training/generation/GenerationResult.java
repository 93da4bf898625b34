package io.v11.training.generation;

import java.util.Comparator;
import java.util.List;

import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.ExpressionList;

/**
 * How a generation ended.
 *
 * @param settings       by which it was made
 * @param rows           training rows used
 * @param validationRows used afterwards, to tell how much of the gain is left
 * @param inputs         base features that candidates were made of, by information
 * @param candidates     all of them, screened
 * @param chosen         in the order of choosing
 * @param redundant      passed over because another feature says almost the same
 * @param unaffordable   passed over because the budget was spent
 */
public record GenerationResult(GenerationSettings settings, int rows, int validationRows, List<String> inputs,
        List<Screened> candidates, List<Chosen> chosen, int redundant, int unaffordable) {

    /** Candidates that tell more than their inputs. */
    public int telling() {
        return (int) candidates.stream().filter(Screened::tells).count();
    }

    /** Cost of all chosen ones on the dearest event. */
    public double totalNs() {
        return chosen.isEmpty() ? 0.0 : chosen.getLast().totalNs();
    }

    /** As the catalogue takes it: by name, for the order of choosing follows from costs, which are never measured alike twice. */
    public ExpressionList list() {
        return new ExpressionList(chosen.stream().map(each -> each.screened().expression())
                .sorted(Comparator.comparing(Expression::name)).toList());
    }
}
