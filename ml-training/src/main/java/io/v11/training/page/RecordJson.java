package io.v11.training.page;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Records as JSON, component by component in their order, full precision; a number that is none is null. Cold path. */
public final class RecordJson {
    private RecordJson() {
    }

    /** A record, {@link Described}, map, list, array of numbers, text, number, truth or constant; null stays null. */
    public static String of(Object value) {
        return switch (value) {
            case null -> "null";
            case Described described -> ofMap(described.parts());
            case Record record -> ofMap(parts(record));
            case Map<?, ?> map -> ofMap(map);
            case List<?> list -> {
                StringJoiner items = new StringJoiner(", ", "[", "]");
                list.forEach(item -> items.add(of(item)));
                yield items.toString();
            }
            case double[] numbers -> of(Arrays.stream(numbers).boxed().toList());
            case Double number -> Double.isFinite(number) ? number.toString() : "null";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> quote(value.toString());
        };
    }

    private static String ofMap(Map<?, ?> parts) {
        StringJoiner members = new StringJoiner(", ", "{", "}");
        parts.forEach((name, part) -> members.add(quote(name.toString()) + ": " + of(part)));
        return members.toString();
    }

    private static Map<String, Object> parts(Record record) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                parts.put(component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return parts;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
