package io.v11.app;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.StringJoiner;

/** The little JSON that commands write; reading is Jackson's. */
final class Json {
    private Json() {
    }

    /** A record, a list of them, a text, a number or a truth, component by component; a number that is none is null. */
    static String of(Object value) {
        return switch (value) {
            case Record record -> ofRecord(record);
            case List<?> list -> {
                StringJoiner items = new StringJoiner(", ", "[", "]");
                list.forEach(item -> items.add(of(item)));
                yield items.toString();
            }
            case Double number -> Double.isFinite(number) ? number.toString() : "null";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> quote(value.toString());
        };
    }

    private static String ofRecord(Record record) {
        StringJoiner members = new StringJoiner(", ", "{", "}");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                members.add(quote(component.getName()) + ": " + of(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return members.toString();
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append(String.format("\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
