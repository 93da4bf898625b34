package io.v11.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.wire.ValueOut;
import net.openhft.chronicle.wire.Wire;
import net.openhft.chronicle.wire.WireOut;
import net.openhft.chronicle.wire.WireType;
import org.agrona.DirectBuffer;

import io.v11.journal.event.EventHeaderDecoder;

/**
 * Prints any event as YAML or JSON, one document each, through Chronicle Wire. Field names are those of the schema, less the unit
 * where the value is no longer in it: {@code priceE8} is printed as the exact decimal {@code price}, {@code ingestTimeNs} as
 * {@code ingestTime} in UTC to the nanosecond; enums are printed by name.
 * Cold path; one thread.
 */
public final class JournalPrinter {
    private final Format format;

    /** How events are printed. */
    public enum Format {
        /** A YAML document per event, begun by {@code ---}. */
        YAML,
        /** A JSON object per line. */
        JSON
    }

    public JournalPrinter(Format format) {
        this.format = format;
    }

    /** The event on which the reader stands, ended by a line feed. */
    public String print(JournalReader reader) {
        return print(reader.buffer(), reader.offset(), reader.recordNumber());
    }

    /** @param recordNumber of the event in its log */
    public String print(DirectBuffer buffer, int offset, long recordNumber) {
        EventHeaderDecoder header = new EventHeaderDecoder().wrap(buffer, offset);
        EventTree tree = new EventTree();
        tree.integer("record", recordNumber);
        tree.text("message", EventSchema.instance().name(header.templateId()));
        tree.integer("version", header.version());
        tree.integer("sequence", header.sequence());
        tree.time("ingestTimeNs", header.ingestTimeNs());
        tree.time("venueTimeNs", header.venueTimeNs());
        tree.integer("instrument", header.instrument());
        tree.integer("frameIndex", header.frameIndex());
        tree.integer("lastFrame", header.lastFrame());
        EventSchema.instance().decode(buffer, offset, tree);
        Bytes<?> bytes = Bytes.allocateElasticOnHeap();
        Wire wire = (format == Format.YAML ? WireType.YAML_ONLY : WireType.JSON_ONLY).apply(bytes);
        if (format == Format.YAML) {
            write(wire, tree.root());
            return "---\n" + text(bytes).stripTrailing() + "\n";
        }
        wire.getValueOut().marshallable(out -> write(out, tree.root()));
        return text(bytes).strip().replace("\n", "") + "\n";
    }

    private static String text(Bytes<?> bytes) {
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }

    private static void write(WireOut out, Map<String, Object> values) {
        values.forEach((name, value) -> write(out.write(name), value));
    }

    @SuppressWarnings("unchecked")
    private static void write(ValueOut out, Object value) {
        switch (value) {
            case Long number -> digits(out, number.toString());
            case Double number when Double.isFinite(number) -> digits(out, number.toString());
            case EventTree.Exact number -> digits(out, number.digits());
            case List<?> entries -> out.sequence((List<Map<String, Object>>) entries, (list, sequence) -> {
                for (Map<String, Object> entry : list) {
                    sequence.marshallable(nested -> write(nested, entry));
                }
            });
            default -> out.text(value.toString());
        }
    }

    /** As it stands: Wire would write some numbers rounded and others in quotes. */
    private static void digits(ValueOut out, String number) {
        out.rawBytes(number.getBytes(StandardCharsets.US_ASCII));
    }
}
