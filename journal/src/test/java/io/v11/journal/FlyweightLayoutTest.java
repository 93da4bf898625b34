package io.v11.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.co.real_logic.sbe.ir.Signal;
import uk.co.real_logic.sbe.ir.Token;

import io.v11.config.Limits;
import io.v11.journal.event.EventHeaderDecoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Bytes of every message, kept as files: what is in old journals must stay readable. {@code -Dv11.regenerate=true} writes them. */
class FlyweightLayoutTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "v3");

    static Stream<String> messages() {
        return EventSchema.instance().messages().stream().map(tokens -> tokens.getFirst().name());
    }

    private static List<Token> tokens(String message) {
        return EventSchema.instance().messages().stream().filter(tokens -> tokens.getFirst().name().equals(message))
                .findFirst().orElseThrow();
    }

    @Test
    void shouldHaveAHeaderOfFortyBytes() {
        assertEquals(40, EventHeaderDecoder.ENCODED_LENGTH);
        assertEquals(Limits.HEADER_BYTES, EventHeaderDecoder.ENCODED_LENGTH);
        assertEquals(RecordLayout.TEMPLATE_OFFSET, EventHeaderDecoder.templateIdEncodingOffset());
        assertEquals(RecordLayout.SEQUENCE_OFFSET, EventHeaderDecoder.sequenceEncodingOffset());
        assertEquals(RecordLayout.INGEST_TIME_OFFSET, EventHeaderDecoder.ingestTimeNsEncodingOffset());
        assertEquals(RecordLayout.INSTRUMENT_OFFSET, EventHeaderDecoder.instrumentEncodingOffset());
    }

    @Test
    void shouldHaveAGoldenFilePerMessage() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(messages().map(message -> message + ".hex").sorted().toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldKeepItsBytesAndRoundTrip(String message) throws Exception {
        List<String> lines = new ArrayList<>();
        for (FrameFiller.Level level : FrameFiller.Level.values()) {
            UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocate(Limits.FRAME_BYTES));
            FrameFiller.Filled filled = new FrameFiller(tokens(message), level).fill(buffer);

            assertTrue(filled.length() <= Limits.FRAME_BYTES, message + " does not fit a frame: " + filled.length());
            assertEquals(filled.values(), new FrameFiller(tokens(message), level).read(buffer), message + " " + level);
            byte[] bytes = new byte[filled.length()];
            buffer.getBytes(0, bytes);
            lines.add(level + " " + HexFormat.of().formatHex(bytes));
        }

        Path golden = GOLDEN.resolve(message + ".hex");
        if (Boolean.getBoolean("v11.regenerate")) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, lines);
        }
        assertEquals(Files.readAllLines(golden), lines,
                message + ": the layout of events.xml changed; old journals hold the"
                        + " old bytes. Append fields with sinceVersion and keep the golden files of older versions");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void shouldHaveNoOverlappingFields(String message) {
        int end = 0;
        int checked = 0;
        for (Token token : tokens(message)) {
            if (token.signal() == Signal.BEGIN_GROUP || token.signal() == Signal.END_GROUP) {
                end = 0;
            }
            if (token.signal() == Signal.BEGIN_FIELD) {
                assertTrue(token.offset() >= end, message + "." + token.name() + " overlaps the field before it");
                end = token.offset() + token.encodedLength();
                checked++;
            }
        }
        assertTrue(checked > 0 || message.equals("stateHash"), message);
    }
}
