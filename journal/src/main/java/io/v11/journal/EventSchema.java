package io.v11.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.agrona.DirectBuffer;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.ir.IrDecoder;
import uk.co.real_logic.sbe.ir.Token;
import uk.co.real_logic.sbe.otf.OtfMessageDecoder;

import io.v11.journal.event.EventHeaderDecoder;

/**
 * The event schema at run time, as the flyweight generator understood it: names of messages, their fields, and a decoder for
 * any event. For reports, dumps and exports; stages use the generated flyweights. Cold path; safe to share.
 */
public final class EventSchema {
    private static final String RESOURCE = "events.sbeir";
    private static final EventSchema INSTANCE = new EventSchema();
    private static final int TEMPLATES = 256;

    private final List<List<Token>> messages = new ArrayList<>();
    private final String[] names = new String[TEMPLATES];
    private final Ir ir;

    private EventSchema() {
        ir = load();
        for (int id = 0; id < TEMPLATES; id++) {
            List<Token> tokens = ir.getMessage(id);
            if (tokens != null) {
                names[id] = tokens.getFirst().name();
                messages.add(tokens);
            }
        }
    }

    private static Ir load() {
        try (InputStream stream = EventSchema.class.getResourceAsStream(RESOURCE)) {
            try (IrDecoder decoder = new IrDecoder(ByteBuffer.wrap(stream.readAllBytes()))) {
                return decoder.decode();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + RESOURCE, failure);
        }
    }

    public static EventSchema instance() {
        return INSTANCE;
    }

    /** Name of the message with this template id, as in events.xml; {@code unknown-N} when there is none. */
    public String name(int templateId) {
        String name = templateId >= 0 && templateId < TEMPLATES ? names[templateId] : null;
        return name == null ? "unknown-" + templateId : name;
    }

    /** All messages by template id: the tokens of each, the message itself first. */
    List<List<Token>> messages() {
        return messages;
    }

    /** Names every field of the event's body, in the order of the schema. */
    void decode(DirectBuffer buffer, int offset, EventFields fields) {
        EventHeaderDecoder header = new EventHeaderDecoder().wrap(buffer, offset);
        List<Token> tokens = ir.getMessage(header.templateId());
        if (tokens == null || header.schemaId() != ir.id()) {
            throw new JournalException(
                    "unknown event: templateId=" + header.templateId() + " schemaId=" + header.schemaId()
                            + " version=" + header.version() + " sequence=" + header.sequence()
                            + "; this build knows schema " + ir.id() + " up to version " + ir.version());
        }
        OtfMessageDecoder.decode(buffer, offset + EventHeaderDecoder.ENCODED_LENGTH, header.version(),
                header.blockLength(), tokens, new EventTokenListener(fields));
    }
}
