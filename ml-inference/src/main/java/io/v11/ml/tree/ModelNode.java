package io.v11.ml.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.v11.ml.ModelException;

/**
 * One value of a parsed model file with the path that leads to it, so that every complaint says where. Numbers that the
 * file writes as text stay text until someone asks for a type: XGBoost writes parameters as strings, and a float must
 * be parsed as a float to keep its bits. Cold path.
 */
final class ModelNode {
    private final String path;
    private final Object value;

    ModelNode(String path, Object value) {
        this.path = path;
        this.value = value;
    }

    String path() {
        return path;
    }

    ModelNode get(String key) {
        Object inner = map().get(key);
        if (inner == null) {
            throw failure("has no '" + key + "'");
        }
        return new ModelNode(path + "." + key, inner);
    }

    /** Throws when there is a key beyond the known ones: what is not understood may change the answer. */
    void allow(String... keys) {
        List<String> known = Arrays.asList(keys);
        for (Object key : map().keySet()) {
            if (!known.contains(key)) {
                throw failure("has the unknown key '" + key + "'");
            }
        }
    }

    /** Throws unless the value is this text. */
    void expect(String wanted) {
        if (!text().equals(wanted)) {
            throw failure("is '" + text() + "', only '" + wanted + "' is supported");
        }
    }

    List<ModelNode> items() {
        if (!(value instanceof List<?> list)) {
            throw failure("is not a list");
        }
        List<ModelNode> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(new ModelNode(path + "[" + items.size() + "]", item));
        }
        return items;
    }

    int size() {
        return switch (value) {
            case List<?> list -> list.size();
            case int[] numbers -> numbers.length;
            case float[] numbers -> numbers.length;
            case null, default -> throw failure("is not a list");
        };
    }

    String text() {
        if (value instanceof String || value instanceof Long) {
            return value.toString();
        }
        throw failure("is not a single value");
    }

    int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw new ModelException(path + " is '" + text() + "', must be a whole number", e);
        }
    }

    float number() {
        try {
            return Float.parseFloat(text());
        } catch (NumberFormatException e) {
            throw new ModelException(path + " is '" + text() + "', must be a number", e);
        }
    }

    int[] integers() {
        if (value instanceof int[] numbers) {
            return numbers;
        }
        List<ModelNode> items = items();
        int[] numbers = new int[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = items.get(i).integer();
        }
        return numbers;
    }

    float[] numbers() {
        if (value instanceof float[] numbers) {
            return numbers;
        }
        List<ModelNode> items = items();
        float[] numbers = new float[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = items.get(i).number();
        }
        return numbers;
    }

    ModelException failure(String message) {
        return new ModelException(path + " " + message + "; expected a model saved by XGBoost 3.0.4");
    }

    private Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw failure("is not an object");
    }
}
