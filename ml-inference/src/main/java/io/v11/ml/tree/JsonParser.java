package io.v11.ml.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.ml.ModelException;

/**
 * Parses JSON as XGBoost writes it. Numbers are kept as their text, because only the reader knows which of them are
 * floats: rounding to double first could round twice. Cold path.
 */
final class JsonParser {
    private static final int NESTING_MAX = 32;

    private final String source;
    private final String text;
    private int at;
    private int nesting;

    private JsonParser(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /** Parses the whole text; {@code source} names it in messages. */
    static ModelNode parse(String source, String text) {
        JsonParser parser = new JsonParser(source, text);
        Object root = parser.value();
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.failure("goes on after its end");
        }
        return new ModelNode(source, root);
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> object = new LinkedHashMap<>();
        while (peek() != '}') {
            if (!object.isEmpty()) {
                expect(',');
            }
            String key = string();
            expect(':');
            if (object.put(key, value()) != null) {
                throw failure("has the key '" + key + "' twice");
            }
        }
        leave();
        return object;
    }

    private List<Object> array() {
        enter();
        List<Object> items = new ArrayList<>();
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value());
        }
        leave();
        return items;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                // The names and parameters that are read never need one; unescaping wrongly would be worse.
                throw failure("has an escape in a string");
            }
            string.append(c);
        }
        expect('"');
        return string.toString();
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw failure("has an unexpected character");
        }
        return text.substring(start, at);
    }

    private static boolean isWordPart(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '+' || c == '.';
    }

    private char peek() {
        skipSpace();
        if (at >= text.length()) {
            throw failure("ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw failure("lacks a '" + wanted + "'");
        }
        at++;
    }

    private void enter() {
        at++;
        if (++nesting > NESTING_MAX) {
            throw failure("is nested deeper than " + NESTING_MAX);
        }
    }

    private void leave() {
        at++;
        nesting--;
    }

    private ModelException failure(String message) {
        return new ModelException(
                source + " " + message + " (character " + at + "); it is not a whole JSON file of XGBoost");
    }
}
