package io.v11.training.optimisation.space;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.v11.config.ConfigurationException;
import io.v11.ml.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/** All parameters in their order, which is the order of every point's values. Immutable. */
public final class SearchSpace {
    /** Beyond this none of the samplers says anything sensible within a budget that one would pay. */
    private static final int PARAMETERS_MAX = 100;

    private final List<Parameter> parameters;

    public SearchSpace(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
        if (parameters.isEmpty() || parameters.size() > PARAMETERS_MAX) {
            throw new ConfigurationException(
                    "space: 1 to " + PARAMETERS_MAX + " parameters can be searched, are " + parameters.size());
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (index(parameters.get(i).path()) != i) {
                throw new ConfigurationException("space: " + parameters.get(i).path() + " stands there twice");
            }
        }
    }

    public static SearchSpace of(SpaceSettings settings) {
        List<Parameter> parameters = new ArrayList<>();
        settings.reals().forEach(range -> parameters.add(range.parameter()));
        settings.integers().forEach(range -> parameters.add(range.parameter()));
        settings.choices().forEach(choice -> parameters.add(choice.parameter()));
        return new SearchSpace(parameters);
    }

    public int size() {
        return parameters.size();
    }

    public Parameter parameter(int index) {
        return parameters.get(index);
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    /** Place of a path among the parameters. */
    public int index(String path) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).path().equals(path)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no parameter " + path + "; there are "
                + parameters.stream().map(Parameter::path).collect(Collectors.joining(", ")));
    }

    /** The point at places of [0, 1], one for each parameter. */
    public Point at(double[] units) {
        double[] values = new double[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters.get(i).value(units[i]);
        }
        return new Point(this, values);
    }

    /** Of what {@link Point#texts} wrote. */
    public Point parse(List<String> texts) {
        if (texts.size() != parameters.size()) {
            throw new IllegalArgumentException(texts.size() + " values for " + parameters.size() + " parameters");
        }
        double[] values = new double[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameters.get(i).parse(texts.get(i));
        }
        return new Point(this, values);
    }

    /** Kinds and ranges, a line each. */
    public List<String> description() {
        return parameters.stream().map(Parameter::description).toList();
    }

    /** SHA-256 of {@link #description}. */
    public String digest() {
        return Sha256.hex(String.join("\n", description()).getBytes(UTF_8));
    }
}
