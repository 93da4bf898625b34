package io.v11.training.optimisation.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value for every parameter of a space. Equal when all values are equal to the bit. Immutable, for any thread. */
public final class Point {
    private final SearchSpace space;
    private final double[] values;

    Point(SearchSpace space, double[] values) {
        this.space = space;
        this.values = values;
    }

    /** Of a number. */
    public double real(String path) {
        return values[space.index(path)];
    }

    /** Of a whole number. */
    public int integer(String path) {
        return (int) values[space.index(path)];
    }

    /** Of a choice, and of a number as configuration files write it. */
    public String text(String path) {
        int index = space.index(path);
        return space.parameter(index).text(values[index]);
    }

    /** The value of parameter {@code index}; of a choice its number. */
    public double value(int index) {
        return values[index];
    }

    /** Places in [0, 1]. */
    public double[] units() {
        double[] units = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            units[i] = space.parameter(i).unit(values[i]);
        }
        return units;
    }

    /** Values as configuration files write them, in the order of the parameters. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            texts.add(space.parameter(i).text(values[i]));
        }
        return texts;
    }

    /** Configuration path to value, in the order of the parameters. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            settings.put(space.parameter(i).path(), space.parameter(i).text(values[i]));
        }
        return settings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point point && Arrays.equals(values, point.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return settings().toString();
    }
}
