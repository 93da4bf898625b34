package io.v11.engine.feature.generated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.v11.config.ConfigurationException;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.group.Feature;

/**
 * Generated features as they stand in a file, in the order of the vector. Immutable; cold path.
 *
 * @param expressions none twice
 */
public record ExpressionList(List<Expression> expressions) {
    private static final String RESOURCE = "generated.yaml";

    public ExpressionList {
        expressions = List.copyOf(expressions);
        Set<String> names = new TreeSet<>();
        for (Expression expression : expressions) {
            if (!names.add(expression.name())) {
                throw new ConfigurationException(
                        "generated feature " + expression.name() + " stands twice in the list");
            }
        }
    }

    /** The list that the catalogue is built with. */
    public static ExpressionList shipped() {
        try (InputStream stream = ExpressionList.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks " + RESOURCE + "; build the engine module anew");
            }
            return parse(RESOURCE, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " from the class path", e);
        }
    }

    /** Reads a file that {@code v11 features generate} wrote. */
    public static ExpressionList read(Path file) {
        return YamlBinder.read(file, ExpressionList.class);
    }

    /** @param source names the text in messages */
    static ExpressionList parse(String source, String text) {
        return YamlBinder.parse(source, text, ExpressionList.class);
    }

    /** The text of a file that holds the list. @param heading lines that say where it comes from */
    public String yaml(List<String> heading) {
        StringBuilder text = new StringBuilder();
        heading.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append(expressions.isEmpty() ? "expressions: []\n" : "expressions:\n");
        for (Expression expression : expressions) {
            text.append("  - {operator: ").append(expression.operator()).append(", inputs: [")
                    .append(String.join(", ", expression.inputs())).append("], windowS: ").append(expression.windowS())
                    .append("}\n");
        }
        return text.toString();
    }

    /** Finds the inputs among the features that come before the generated ones, in the order of the vector. */
    public ResolvedExpressions resolve(List<Feature> before) {
        List<String> names = before.stream().map(Feature::name).toList();
        List<int[]> positions = new ArrayList<>();
        List<Feature> features = new ArrayList<>();
        for (Expression expression : expressions) {
            int[] at = expression.inputs().stream().mapToInt(names::indexOf).toArray();
            for (int i = 0; i < at.length; i++) {
                if (at[i] < 0) {
                    throw new ConfigurationException(
                            "generated feature " + expression.name() + ": no feature before the"
                                    + " generated ones is called '" + expression.inputs().get(i)
                                    + "'; correct the name or take the expression out of the list");
                }
            }
            positions.add(at);
            features.add(ResolvedExpressions.describe(expression, before.get(at[0]), before.get(at[at.length - 1])));
        }
        return new ResolvedExpressions(expressions, positions, features);
    }
}
