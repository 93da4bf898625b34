package io.v11.config;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Binds a YAML file to a tree of records by component name. Every component needs a key and every key a component, so
 * a misspelt key is an error with its line and not a silent default. Cold path only.
 */
public final class YamlBinder {
    private final String source;

    private YamlBinder(String source) {
        this.source = source;
    }

    /** Reads the file into a record of the given type. */
    public static <T extends Record> T read(Path file, Class<T> type) {
        try {
            return parse(file.toString(), Files.readString(file), type);
        } catch (IOException e) {
            throw new ConfigurationException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Parses text; {@code source} names it in messages. */
    public static <T extends Record> T parse(String source, String text, Class<T> type) {
        YamlBinder binder = new YamlBinder(source);
        try {
            Node root = new Compose(LoadSettings.builder().setLabel(source).build()).composeString(text)
                    .orElseThrow(() -> new ConfigurationException(source + ": the file is empty"));
            return type.cast(binder.bind(root, type, "the file"));
        } catch (YamlEngineException e) {
            throw new ConfigurationException(source + ": not valid YAML: " + e.getMessage(), e);
        }
    }

    private Object bind(Node node, Type type, String key) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return bindList(node, list.getActualTypeArguments()[0], key);
        }
        Class<?> target = (Class<?>) type;
        if (target.isRecord() && target != Decimal.class) {
            return bindRecord(node, target, key);
        }
        if (!(node instanceof ScalarNode scalar)) {
            throw failure(node, key + " must be a single value of type " + target.getSimpleName());
        }
        return bindScalar(scalar, target, key);
    }

    private List<Object> bindList(Node node, Type element, String key) {
        if (!(node instanceof SequenceNode sequence)) {
            throw failure(node, key + " must be a list");
        }
        List<Object> values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            values.add(bind(item, element, key + "[" + values.size() + "]"));
        }
        return List.copyOf(values);
    }

    private Object bindRecord(Node node, Class<?> type, String key) {
        if (!(node instanceof MappingNode mapping)) {
            throw failure(node, key + " must be a mapping with the keys " + componentNames(type));
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (Arrays.stream(type.getRecordComponents()).noneMatch(component -> component.getName().equals(name))) {
                throw failure(tuple.getKeyNode(),
                        "unknown key '" + name + "' in " + key + "; known: " + componentNames(type));
            }
            if (values.put(name, tuple.getValueNode()) != null) {
                throw failure(tuple.getKeyNode(), "key '" + name + "' stands twice in " + key);
            }
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            Node value = values.get(name);
            if (value == null) {
                throw failure(node, "key '" + name + "' is missing in " + key);
            }
            arguments[i] = bind(value, components[i].getGenericType(), name);
        }
        return construct(node, type, components, arguments);
    }

    private Object construct(Node node, Class<?> type, RecordComponent[] components, Object[] arguments) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw failure(node, e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + type, e);
        }
    }

    private Object bindScalar(ScalarNode node, Class<?> type, String key) {
        String text = node.getValue();
        try {
            if (type == String.class) {
                return text;
            } else if (type == int.class) {
                return Integer.parseInt(text);
            } else if (type == long.class) {
                return Long.parseLong(text);
            } else if (type == double.class) {
                return finite(Double.parseDouble(text));
            } else if (type == Decimal.class) {
                return Decimal.parse(text);
            } else if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
                return text.equals("true");
            } else if (type.isEnum()) {
                return enumConstant(type, text);
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw failure(node, key + ": '" + text + "' is not " + expected(type));
        }
        throw failure(node, key + ": '" + text + "' is not " + expected(type));
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not finite");
        }
        return value;
    }

    private static Object enumConstant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst().orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "int", "long" -> "a whole number that fits " + type.getSimpleName();
            case "boolean" -> "true or false";
            case "decimal" -> "a decimal number of at most 8 decimals";
            default -> "a finite number";
        };
    }

    private static String componentNames(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    private ConfigurationException failure(Node node, String message) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        return new ConfigurationException(source + ":" + line + ": " + message);
    }
}
