package io.v11.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.OrderIntentDecoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.RiskVerdictDecoder;
import io.v11.journal.event.TradingState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Journals of schema version 2 stay readable: version 3 appended fields to signal, verdict and intent, and new messages. */
class VersionTwoTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final int VERSION_OFFSET = EventHeaderDecoder.versionEncodingOffset();
    private static final Set<String> GREW = Set.of("signal", "riskVerdict", "orderIntent", "orderCancelled",
            "orderRejected");

    static List<String> others() throws IOException {
        return VersionOneTest.names(GOLDEN.resolve("v2")).stream().filter(name -> !GREW.contains(name)).toList();
    }

    @ParameterizedTest
    @MethodSource("others")
    void shouldDifferInTheVersionOnly(String message) throws IOException {
        List<String> before = Files.readAllLines(GOLDEN.resolve("v2/" + message + ".hex"));
        List<String> now = Files.readAllLines(GOLDEN.resolve("v3/" + message + ".hex"));

        assertEquals(before.size(), now.size());
        for (int i = 0; i < before.size(); i++) {
            UnsafeBuffer frame = frame(before.get(i));
            assertEquals(2, frame.getShort(VERSION_OFFSET));
            frame.putShort(VERSION_OFFSET, (short) 3);
            assertEquals(HexFormat.of().formatHex(frame(now.get(i)).byteArray()),
                    HexFormat.of().formatHex(frame.byteArray()));
        }
    }

    @Test
    void shouldReadAnIntentWithoutTheNewFields() throws IOException {
        OrderIntentDecoder intent = new OrderIntentDecoder().wrapAndApplyHeader(typical("orderIntent"), 0,
                new EventHeaderDecoder());

        assertTrue(intent.priceE8() != 0);
        assertEquals(OrderType.NULL_VAL, intent.orderType());
        assertEquals(OrderIntentDecoder.stopPriceE8NullValue(), intent.stopPriceE8());
    }

    @Test
    void shouldReadAVerdictWithoutTheNewFields() throws IOException {
        RiskVerdictDecoder verdict = new RiskVerdictDecoder().wrapAndApplyHeader(typical("riskVerdict"), 0,
                new EventHeaderDecoder());

        assertEquals(TradingState.NULL_VAL, verdict.state());
        assertTrue(Double.isNaN(verdict.shortfall()));
    }

    private static UnsafeBuffer typical(String message) throws IOException {
        return frame(Files.readAllLines(GOLDEN.resolve("v2/" + message + ".hex")).get(1));
    }

    private static UnsafeBuffer frame(String line) {
        return new UnsafeBuffer(HexFormat.of().parseHex(line.substring(line.indexOf(' ') + 1)));
    }
}
