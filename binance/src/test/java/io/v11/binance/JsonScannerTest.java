package io.v11.binance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonScannerTest {

    @ParameterizedTest
    @CsvSource({"1,100000000", "0,0", "0.00000001,1", "1.21400000,121400000", "28145.10,2814510000000",
        "61837.64000000,6183764000000", "-0.00012500,-12500", "1.2140000000,121400000", "007.5,750000000",
        "92233720368.54775807,9223372036854775807", "0.12345678,12345678", "0.1,10000000"})
    void shouldReadDecimalsExactlyQuotedAndBare(String text, long expectedE8) {
        assertEquals(expectedE8, scan(text).decimalE8());
        assertEquals(expectedE8, scan("\"" + text + "\"").decimalE8());
        assertEquals(expectedE8, scan(" \"" + text + "\" , 1").decimalE8());
        assertEquals(expectedE8, scan(text + "]").decimalE8());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".5", "1.", "1.2e5", "\"1.5", "\"1.5x\"", "\"\"", "1.123456789", "0.000000001",
        "92233720368.54775808", "92233720369", "99999999999999999999", "\" 1\"", "NaN", "true", "1,5\""})
    void shouldRefuseWhatIsNotADecimal(String text) {
        JsonScanner scanner = scan(text);

        assertThrows(MalformedMessageException.class, () -> {
            scanner.decimalE8();
            scanner.expectEnd();
        });
    }

    @Test
    void shouldAgreeWithBigDecimalOnRandomDecimals() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 100_000; i++) {
            BigDecimal value = new BigDecimal(
                    BigInteger.valueOf(random.nextLong(-(1L << random.nextInt(1, 63)), 1L << 62)),
                    random.nextInt(0, 9));
            boolean fits = value.movePointRight(8).toBigInteger().bitLength() < 64;
            String text = '"' + value.toPlainString() + '"';
            if (fits) {
                assertEquals(value.movePointRight(8).longValueExact(), scan(text).decimalE8(), text);
            } else {
                assertThrows(MalformedMessageException.class, () -> scan(text).decimalE8(), text);
            }
        }
    }

    @Test
    void shouldReadWholeNumbersUpToTheirLimit() {
        assertEquals(1721749183710L, scan("1721749183710,").integer());
        assertEquals(-1L, scan("-1}").integer());
        assertEquals(922337203685477579L, scan("922337203685477579").integer());
        assertThrows(MalformedMessageException.class, () -> scan("99223372036854775807").integer());
        assertThrows(MalformedMessageException.class, () -> scan("1.5").integer());
        assertThrows(MalformedMessageException.class, () -> scan("\"1\"").integer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"a\":[1,2.5e-3,{\"b\":null}],\"c\":\"x\\\"y\"}", " [ true , false , -1 ] ",
        "\"ü\""})
    void shouldPassAnyValue(String json) {
        JsonScanner scanner = scan(json);

        scanner.skipValue();

        scanner.expectEnd();
        assertEquals(json.getBytes(StandardCharsets.UTF_8).length, scanner.cursor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "[1 2]", "tru", "\"abc", "\"a\nb\"", "\"abc\\",
        "{\"a\":1,}", "[1}", "-"})
    void shouldRefuseBrokenValues(String json) {
        assertThrows(MalformedMessageException.class, () -> scan(json).skipValue());
    }

    @Test
    void shouldRefuseBottomlessNestingInsteadOfOverflowingTheStack() {
        MalformedMessageException refused = assertThrows(MalformedMessageException.class,
                () -> scan("[".repeat(100_000)).skipValue());

        assertEquals("nested deeper than 32 at byte 32", refused.getMessage());
    }

    @Test
    void shouldNotReadBeyondItsPartOfTheArray() {
        byte[] bytes = "12345678.1234567890".getBytes(StandardCharsets.UTF_8);

        assertEquals(3_450_000_000_0L, new JsonScanner().wrap(bytes, 2, 3).decimalE8());
        assertEquals(812_000_000L, new JsonScanner().wrap(bytes, 7, 4).decimalE8());
    }

    @Test
    void shouldSayWhatWasFoundAndWhere() {
        MalformedMessageException refused = assertThrows(MalformedMessageException.class,
                () -> scan("  x").expect('{'));

        assertTrue(refused.getMessage().contains("expected '{', found 'x' at byte 2"), refused.getMessage());
    }

    private static JsonScanner scan(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonScanner().wrap(bytes, 0, bytes.length);
    }
}
