package io.v11.binance;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A cursor over the bytes of one JSON message. It checks what it passes and never builds a value that nobody asked for:
 * strings are bounds, numbers are {@code long}, decimals are E8 fixed point.
 * Not a general parser: no UTF-16, no escapes resolved (Binance's stream messages have none), no exponents in
 * decimals, and nesting up to {@value #DEPTH}. Confined to one thread; allocates only when it fails.
 */
public final class JsonScanner {
    private static final int DEPTH = 32;
    private static final int DECIMALS = 8;
    /** Integer part beyond which a value cannot fit E8. */
    private static final long LARGEST_UNITS = Long.MAX_VALUE / 100_000_000L;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000,
        100_000_000};
    private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.LITTLE_ENDIAN);

    private byte[] json = new byte[0];
    private int start;
    private int cursor;
    private int end;
    private int tokenStart;
    private int tokenEnd;

    /** Puts the cursor on the first of {@code length} bytes. */
    public JsonScanner wrap(byte[] json, int offset, int length) {
        this.json = json;
        start = offset;
        cursor = offset;
        end = offset + length;
        return this;
    }

    /** Index into the wrapped array. */
    public int cursor() {
        return cursor;
    }

    /** Goes back (or on) to an index got from {@link #cursor()}. */
    public void cursor(int index) {
        cursor = index;
    }

    /** Next byte that is not blank, without passing it; -1 at the end. */
    public int peek() {
        while (cursor < end) {
            byte next = json[cursor];
            if (next != ' ' && next != '\t' && next != '\r' && next != '\n') {
                return next;
            }
            cursor++;
        }
        return -1;
    }

    /** Passes {@code wanted} if it is next. */
    public boolean accept(char wanted) {
        if (peek() == wanted) {
            cursor++;
            return true;
        }
        return false;
    }

    /** Passes {@code wanted} or fails. */
    public void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed("expected '" + wanted + "', found " + found());
        }
        cursor++;
    }

    /** Fails unless only blanks are left. */
    public void expectEnd() {
        if (peek() != -1) {
            throw malformed("expected the end of the message, found " + found());
        }
    }

    /** Passes a string; its bounds without the quotes are {@link #tokenStart()} and {@link #tokenEnd()}. */
    public void string() {
        expect('"');
        tokenStart = cursor;
        while (cursor < end) {
            byte next = json[cursor];
            if (next == '"') {
                tokenEnd = cursor++;
                return;
            }
            if (next >= 0 && next < ' ') {
                throw malformed("control character in a string");
            }
            cursor += next == '\\' ? 2 : 1;
        }
        cursor = end;
        throw malformed("string without end");
    }

    public int tokenStart() {
        return tokenStart;
    }

    public int tokenEnd() {
        return tokenEnd;
    }

    /** Length of the last string in bytes. */
    public int tokenLength() {
        return tokenEnd - tokenStart;
    }

    /** First byte of the last string, which must not be empty. */
    public byte tokenFirst() {
        return json[tokenStart];
    }

    /** True when the last string has these bytes. */
    public boolean tokenIs(byte[] text) {
        return same(text, json, tokenStart, tokenEnd);
    }

    /** Passes a whole number. */
    public long integer() {
        int next = peek();
        boolean negative = next == '-';
        if (negative) {
            cursor++;
        }
        int first = cursor;
        long value = 0;
        while (cursor < end && digit(json[cursor])) {
            if (value > (Long.MAX_VALUE - 9) / 10) {
                throw malformed("whole number too large");
            }
            value = value * 10 + (json[cursor++] - '0');
        }
        if (cursor == first || cursor < end && (json[cursor] == '.' || json[cursor] == 'e' || json[cursor] == 'E')) {
            throw malformed("expected a whole number, found " + found());
        }
        return negative ? -value : value;
    }

    /** Passes {@code true} or {@code false}. */
    public boolean bool() {
        if (peek() == 't') {
            literal("true");
            return true;
        }
        literal("false");
        return false;
    }

    /** Passes a decimal that may not be negative, see {@link #decimalE8()}. */
    public long amountE8() {
        int before = cursor;
        long value = decimalE8();
        if (value < 0) {
            cursor = before;
            throw malformed("a price or quantity may not be negative");
        }
        return value;
    }

    /**
     * Passes a decimal, in quotes or bare, as E8. More than eight decimals are an error unless the rest are zeros:
     * rounding a price in silence would be a lie.
     */
    public long decimalE8() {
        boolean quoted = accept('"');
        boolean negative = quoted ? cursor < end && json[cursor] == '-' : peek() == '-';
        if (negative) {
            cursor++;
        }
        int first = cursor;
        long units = 0;
        while (cursor < end && digit(json[cursor])) {
            units = units * 10 + (json[cursor++] - '0');
            if (units > LARGEST_UNITS) {
                throw malformed("number does not fit E8 fixed point (largest " + LARGEST_UNITS + ")");
            }
        }
        if (cursor == first) {
            throw malformed("expected a number, found " + found());
        }
        long value = units * POWERS_OF_TEN[DECIMALS];
        if (cursor < end && json[cursor] == '.') {
            cursor++;
            value += fractionE8();
        }
        if (value < 0) {
            throw malformed("number does not fit E8 fixed point");
        }
        if (quoted && (cursor >= end || json[cursor++] != '"')) {
            cursor--;
            throw malformed("expected the end of a number, found " + found());
        }
        return negative ? -value : value;
    }

    /** Digits after the point. Spot messages always have eight, which are then taken at once. */
    private long fractionE8() {
        if (end - cursor > DECIMALS && !digit(json[cursor + DECIMALS])) {
            long eight = (long) EIGHT_BYTES.get(json, cursor);
            if (allDigits(eight)) {
                cursor += DECIMALS;
                return eightDigits(eight);
            }
        }
        long fraction = 0;
        int first = cursor;
        while (cursor < end && digit(json[cursor])) {
            int digit = json[cursor] - '0';
            if (cursor - first < DECIMALS) {
                fraction = fraction * 10 + digit;
            } else if (digit != 0) {
                throw malformed("more than eight decimals");
            }
            cursor++;
        }
        if (cursor == first) {
            throw malformed("expected a digit after the point, found " + found());
        }
        return fraction * POWERS_OF_TEN[Math.max(0, DECIMALS - (cursor - first))];
    }

    /** Every byte between '0' (0x30) and '9' (0x39): high half 3, and still 3 after adding 6. */
    private static boolean allDigits(long eight) {
        return (eight & 0xF0F0F0F0F0F0F0F0L) == 0x3030303030303030L
                && ((eight + 0x0606060606060606L) & 0xF0F0F0F0F0F0F0F0L) == 0x3030303030303030L;
    }

    /**
     * Eight ASCII digits, first one in the lowest byte: pairs, then fours, then eight (D. Lemire, "Quickly parsing
     * eight digits", 2018).
     */
    private static long eightDigits(long eight) {
        long pairs = (eight & 0x0F0F0F0F0F0F0F0FL) * 10 + ((eight & 0x0F0F0F0F0F0F0F0FL) >>> 8);
        long low = (pairs & 0x000000FF000000FFL) * (100L + (1_000_000L << 32));
        long high = ((pairs >>> 16) & 0x000000FF000000FFL) * (1L + (10_000L << 32));
        return (low + high) >>> 32;
    }

    /** Passes any value, checking its grammar. */
    public void skipValue() {
        skipValue(0);
    }

    private void skipValue(int depth) {
        if (depth == DEPTH) {
            throw malformed("nested deeper than " + DEPTH);
        }
        int next = peek();
        switch (next) {
            case '"' -> string();
            case '{' -> skipMembers(depth);
            case '[' -> skipElements(depth);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> skipNumber();
        }
    }

    private void skipMembers(int depth) {
        expect('{');
        if (accept('}')) {
            return;
        }
        do {
            string();
            expect(':');
            skipValue(depth + 1);
        } while (accept(','));
        expect('}');
    }

    private void skipElements(int depth) {
        expect('[');
        if (accept(']')) {
            return;
        }
        do {
            skipValue(depth + 1);
        } while (accept(','));
        expect(']');
    }

    private void skipNumber() {
        int digits = 0;
        while (cursor < end) {
            byte next = json[cursor];
            if (digit(next)) {
                digits++;
            } else if (next != '-' && next != '+' && next != '.' && next != 'e' && next != 'E') {
                break;
            }
            cursor++;
        }
        if (digits == 0) {
            throw malformed("expected a value, found " + found());
        }
    }

    private void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (cursor >= end || json[cursor] != word.charAt(i)) {
                throw malformed("expected " + word + ", found " + found());
            }
            cursor++;
        }
    }

    /** The exception to throw; {@code what} is wrong at the cursor. */
    public MalformedMessageException malformed(String what) {
        return new MalformedMessageException(what, cursor - start);
    }

    private String found() {
        if (cursor >= end) {
            return "the end of the message";
        }
        int next = json[cursor] & 0xff;
        return next > ' ' && next < 127 ? "'" + (char) next + "'" : "byte 0x" + Integer.toHexString(next);
    }

    private static boolean digit(byte next) {
        return next >= '0' && next <= '9';
    }

    static boolean same(byte[] wanted, byte[] text, int from, int to) {
        return java.util.Arrays.equals(wanted, 0, wanted.length, text, from, to);
    }
}
