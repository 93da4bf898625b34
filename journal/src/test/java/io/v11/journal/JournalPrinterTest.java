package io.v11.journal;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import uk.co.real_logic.sbe.ir.Token;

import io.v11.config.Limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Prints of every message, kept as files; {@code -Dv11.regenerate=true} writes them. */
class JournalPrinterTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "print");

    @ParameterizedTest
    @EnumSource(JournalPrinter.Format.class)
    void shouldPrintEveryMessageAsBefore(JournalPrinter.Format format) throws Exception {
        JournalPrinter printer = new JournalPrinter(format);
        StringBuilder prints = new StringBuilder();
        long record = 0;
        for (List<Token> tokens : EventSchema.instance().messages()) {
            UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocate(Limits.FRAME_BYTES));
            new FrameFiller(tokens, FrameFiller.Level.TYPICAL).fill(buffer);
            prints.append(printer.print(buffer, 0, ++record));
        }

        Path golden = GOLDEN.resolve("events." + format.name().toLowerCase(Locale.ROOT));
        if (Boolean.getBoolean("v11.regenerate")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, prints);
        }
        assertEquals(Files.readString(golden), prints.toString());
    }

    @Test
    void shouldPrintWhatYamlAndJsonReadersRead() throws Exception {
        for (List<Token> tokens : EventSchema.instance().messages()) {
            for (FrameFiller.Level level : FrameFiller.Level.values()) {
                UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocate(Limits.FRAME_BYTES));
                new FrameFiller(tokens, level).fill(buffer);

                Map<?, ?> yaml = (Map<?, ?>) new Load(LoadSettings.builder().build())
                        .loadFromString(new JournalPrinter(JournalPrinter.Format.YAML).print(buffer, 0, 7));
                // JSON is YAML in flow style.
                Map<?, ?> json = (Map<?, ?>) new Load(LoadSettings.builder().build())
                        .loadFromString(new JournalPrinter(JournalPrinter.Format.JSON).print(buffer, 0, 7));

                assertEquals(tokens.getFirst().name(), yaml.get("message"));
                assertEquals(7, yaml.get("record"));
                assertEquals(yaml, json);
            }
        }
    }

    @Test
    void shouldPrintMoneyExactly() {
        TestEvents events = new TestEvents();
        events.trade(1);
        events.frame().putLong(Limits.HEADER_BYTES + 8, 1, RecordLayout.ORDER);
        events.frame().putLong(Limits.HEADER_BYTES + 16, Long.MAX_VALUE, RecordLayout.ORDER);

        String json = new JournalPrinter(JournalPrinter.Format.JSON).print(events.frame(), 0, 1);

        assertEquals("0.00000001", field(json, "price"));
        assertEquals("92233720368.54775807", field(json, "quantity"));
        assertEquals("\"2023-11-14T22:13:20.000001Z\"", field(json, "ingestTime"));
        assertFalse(json.strip().contains("\n"));
    }

    private static String field(String json, String name) {
        int start = json.indexOf("\"" + name + "\":") + name.length() + 3;
        int end = json.indexOf(',', start);
        return json.substring(start, end < 0 ? json.indexOf('}', start) : end).strip();
    }

    @Test
    void shouldPrintWhatAReaderStandsOn(@TempDir Path folder) {
        TestEvents.write(folder, 1, 3);
        StringBuilder prints = new StringBuilder();
        try (JournalReader reader = JournalReader.open(folder)) {
            while (reader.next()) {
                prints.append(field(new JournalPrinter(JournalPrinter.Format.JSON).print(reader), "tradeId"))
                        .append(' ');
            }
        }

        assertEquals("3 6 9 ", prints.toString());
    }
}
