package io.v11.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.agrona.concurrent.UnsafeBuffer;
import uk.co.real_logic.sbe.PrimitiveType;
import uk.co.real_logic.sbe.ir.Encoding;
import uk.co.real_logic.sbe.ir.Signal;
import uk.co.real_logic.sbe.ir.Token;

import io.v11.journal.event.EventHeaderEncoder;

/** Fills every field of a message through its generated encoder, and reads all of them back through its decoder. */
final class FrameFiller {
    private static final String PACKAGE = "io.v11.journal.event.";
    private static final int ENTRIES = 2;

    private final List<Token> tokens;
    private final Level level;
    private int ordinal;

    /** Which values to put in. */
    enum Level {
        MINIMUM, TYPICAL, MAXIMUM
    }

    FrameFiller(List<Token> tokens, Level level) {
        this.tokens = tokens;
        this.level = level;
    }

    /** What was put in, by path, and the length of the frame. */
    record Filled(Map<String, Object> values, int length) {
    }

    Filled fill(UnsafeBuffer buffer) throws ReflectiveOperationException {
        Map<String, Object> values = new LinkedHashMap<>();
        EventHeaderEncoder header = new EventHeaderEncoder();
        Object encoder = flyweight("Encoder");
        call(encoder, "wrapAndApplyHeader", buffer, 0, header);
        header.sequence(pick(1, 4711, Long.MAX_VALUE)).ingestTimeNs(pick(1, TestEvents.START_NS, Long.MAX_VALUE))
                .venueTimeNs(pick(0, TestEvents.START_NS - 1, Long.MAX_VALUE)).instrument((int) pick(-1, 3, 63))
                .frameIndex((int) pick(0, 2, 65534)).lastFrame((int) pick(0, 1, 1));
        walk(1, tokens.size() - 1, encoder, "", values, true);
        return new Filled(values, EventHeaderEncoder.ENCODED_LENGTH + (int) call(encoder, "encodedLength"));
    }

    Map<String, Object> read(UnsafeBuffer buffer) throws ReflectiveOperationException {
        Map<String, Object> values = new LinkedHashMap<>();
        Object decoder = flyweight("Decoder");
        Object header = Class.forName(PACKAGE + "EventHeaderDecoder").getConstructor().newInstance();
        call(decoder, "wrapAndApplyHeader", buffer, 0, header);
        walk(1, tokens.size() - 1, decoder, "", values, false);
        return values;
    }

    private void walk(int from, int to, Object flyweight, String path, Map<String, Object> values, boolean write)
            throws ReflectiveOperationException {
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            String name = token.name();
            switch (token.signal()) {
                case BEGIN_FIELD -> {
                    field(token, i, flyweight, path + name, values, write);
                    i += token.componentTokenCount() - 1;
                }
                case BEGIN_GROUP -> {
                    Object group = write ? call(flyweight, name + "Count", ENTRIES) : call(flyweight, name);
                    for (int entry = 0; entry < ENTRIES; entry++) {
                        call(group, "next");
                        walk(i + 1 + tokens.get(i + 1).componentTokenCount(), i + token.componentTokenCount() - 1,
                                group,
                                path + name + entry + ".", values, write);
                    }
                    i += token.componentTokenCount() - 1;
                }
                case BEGIN_VAR_DATA -> {
                    String text = (String) pick("", "Größe \"" + name + "\": a\n- b", "x".repeat(1900));
                    values.put(path + name, write ? text : call(flyweight, name));
                    if (write) {
                        call(flyweight, name, text);
                    }
                    i += token.componentTokenCount() - 1;
                }
                default -> throw new AssertionError("unexpected " + token);
            }
        }
    }

    private void field(Token field, int index, Object flyweight, String path, Map<String, Object> values, boolean write)
            throws ReflectiveOperationException {
        Token type = tokens.get(index + 1);
        String name = field.name();
        ordinal++;
        if (type.arrayLength() > 1) {
            byte[] bytes = new byte[type.arrayLength()];
            if (write) {
                Arrays.fill(bytes, (byte) pick(0, 0x5a, 0xff));
                call(flyweight, "put" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), bytes, 0,
                        bytes.length);
            } else {
                call(flyweight, "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), bytes, 0,
                        bytes.length);
            }
            values.put(path, HexFormat.of().formatHex(bytes));
            return;
        }
        Method getterOrSetter = method(flyweight, name, write ? 1 : 0);
        if (!write) {
            Object value = getterOrSetter.invoke(flyweight);
            values.put(path, value);
            return;
        }
        Class<?> parameter = getterOrSetter.getParameterTypes()[0];
        Object value = parameter.isEnum() ? enumValue(parameter, index) : number(parameter, type.encoding());
        getterOrSetter.invoke(flyweight, value);
        values.put(path, value);
    }

    private Object enumValue(Class<?> type, int index) {
        List<String> names = new ArrayList<>();
        for (int i = index + 2; tokens.get(i).signal() == Signal.VALID_VALUE; i++) {
            names.add(tokens.get(i).name());
        }
        String name = names.get((int) pick(0, names.size() / 2, names.size() - 1));
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equals(name)) {
                return constant;
            }
        }
        throw new AssertionError(name);
    }

    private Object number(Class<?> type, Encoding encoding) {
        if (encoding.primitiveType() == PrimitiveType.DOUBLE) {
            return pick(-Double.MAX_VALUE, ordinal * 0.125, Double.MAX_VALUE);
        }
        long value = pick(encoding.applicableMinValue().longValue(), ordinal * 100_000_001L % 251,
                encoding.applicableMaxValue().longValue());
        if (type == long.class) {
            return value;
        }
        if (type == int.class) {
            return (int) value;
        }
        return (short) value;
    }

    private long pick(long minimum, long typical, long maximum) {
        return (long) pick((Object) minimum, typical, maximum);
    }

    private Object pick(Object minimum, Object typical, Object maximum) {
        return switch (level) {
            case MINIMUM -> minimum;
            case TYPICAL -> typical;
            case MAXIMUM -> maximum;
        };
    }

    private Object flyweight(String suffix) throws ReflectiveOperationException {
        String name = tokens.getFirst().name();
        return Class.forName(PACKAGE + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + suffix)
                .getConstructor().newInstance();
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        Method method = null;
        for (Method candidate : target.getClass().getMethods()) {
            if (candidate.getName().equals(name) && candidate.getParameterCount() == arguments.length
                    && (arguments.length != 1 || candidate.getParameterTypes()[0] != char[].class)
                    && fits(candidate, arguments) && !candidate.isBridge()) {
                method = candidate;
            }
        }
        if (method == null) {
            throw new NoSuchMethodException(target.getClass() + "." + name);
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw new AssertionError(target.getClass().getSimpleName() + "." + name, failed.getCause());
        }
    }

    private static boolean fits(Method method, Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            if (!type.isPrimitive() && !type.isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Method method(Object target, String name, int parameters) throws NoSuchMethodException {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == parameters && !method.isBridge()) {
                return method;
            }
        }
        throw new NoSuchMethodException(target.getClass() + "." + name);
    }
}
