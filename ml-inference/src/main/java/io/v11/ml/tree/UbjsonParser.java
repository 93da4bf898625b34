package io.v11.ml.tree;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.ml.ModelException;

/**
 * Parses the subset of Universal Binary JSON (ubjson.org, draft 12) that XGBoost writes: big-endian, counted arrays,
 * typed arrays for numbers, uncounted objects. Every length is checked against the bytes that are left before memory
 * is taken for it. Cold path.
 */
final class UbjsonParser {
    private static final int NESTING_MAX = 32;

    private final String source;
    private final ByteBuffer bytes;
    private int nesting;

    private UbjsonParser(String source, byte[] content) {
        this.source = source;
        bytes = ByteBuffer.wrap(content).order(ByteOrder.BIG_ENDIAN);
    }

    /** Parses the whole content; {@code source} names it in messages. */
    static ModelNode parse(String source, byte[] content) {
        UbjsonParser parser = new UbjsonParser(source, content);
        Object root = parser.value(parser.marker());
        if (parser.bytes.hasRemaining()) {
            throw parser.failure("goes on after its end");
        }
        return new ModelNode(source, root);
    }

    private Object value(char marker) {
        return switch (marker) {
            case '{' -> object();
            case '[' -> array();
            case 'S' -> string();
            case 'd' -> Float.toString(need(4).getFloat());
            case 'i', 'U', 'I', 'l', 'L' -> integer(marker);
            default -> throw failure("has the unknown marker '" + marker + "'");
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> object = new LinkedHashMap<>();
        for (char marker = marker(); marker != '}'; marker = marker()) {
            String key = utf8(length(marker));
            if (object.put(key, value(marker())) != null) {
                throw failure("has the key '" + key + "' twice");
            }
        }
        nesting--;
        return object;
    }

    private Object array() {
        char marker = marker();
        if (marker == '$') {
            char type = marker();
            expectCount(marker());
            return typedArray(type, length(marker()));
        }
        expectCount(marker);
        enter();
        int count = length(marker());
        List<Object> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(value(marker()));
        }
        nesting--;
        return items;
    }

    private Object typedArray(char type, int count) {
        if (type == 'd') {
            need(4L * count);
            float[] numbers = new float[count];
            bytes.asFloatBuffer().get(numbers);
            bytes.position(bytes.position() + 4 * count);
            return numbers;
        }
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = whole(integer(type));
        }
        return numbers;
    }

    private int whole(long number) {
        if (number != (int) number) {
            throw failure("has the number " + number + ", too large for an int");
        }
        return (int) number;
    }

    private long integer(char marker) {
        return switch (marker) {
            case 'i' -> need(1).get();
            case 'U' -> need(1).get() & 0xff;
            case 'I' -> need(2).getShort();
            case 'l' -> need(4).getInt();
            case 'L' -> need(8).getLong();
            default -> throw failure("has the marker '" + marker + "' where a whole number belongs");
        };
    }

    private String string() {
        return utf8(length(marker()));
    }

    private String utf8(int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A length or count; each item takes at least one byte, so more than is left is damage. */
    private int length(char marker) {
        long length = integer(marker);
        if (length < 0 || length > bytes.remaining()) {
            throw failure("has the length " + length + " with " + bytes.remaining() + " bytes left");
        }
        return (int) length;
    }

    private char marker() {
        return (char) (need(1).get() & 0xff);
    }

    private void expectCount(char marker) {
        if (marker != '#') {
            throw failure("has an array without a count");
        }
    }

    private void enter() {
        if (++nesting > NESTING_MAX) {
            throw failure("is nested deeper than " + NESTING_MAX);
        }
    }

    private ByteBuffer need(long count) {
        if (bytes.remaining() < count) {
            throw failure("ends too early");
        }
        return bytes;
    }

    private ModelException failure(String message) {
        return new ModelException(
                source + " " + message + " (byte " + bytes.position() + "); it is not a whole UBJSON file of XGBoost");
    }
}
