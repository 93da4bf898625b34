package io.v11.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.agrona.DirectBuffer;
import uk.co.real_logic.sbe.PrimitiveType;
import uk.co.real_logic.sbe.ir.Signal;
import uk.co.real_logic.sbe.ir.Token;
import uk.co.real_logic.sbe.otf.AbstractTokenListener;
import uk.co.real_logic.sbe.otf.Types;

/** Turns what SBE's on-the-fly decoder finds into {@link EventFields}. Cold path. */
final class EventTokenListener extends AbstractTokenListener {
    private final EventFields fields;
    private int entries;

    EventTokenListener(EventFields fields) {
        this.fields = fields;
    }

    /** What a field means, told by its type and by the unit in its name. */
    enum Meaning {
        INTEGER, UNSIGNED, DECIMAL, TIME, REAL, DIGEST
    }

    static Meaning meaning(Token field, Token type) {
        PrimitiveType primitive = type.encoding().primitiveType();
        if (type.arrayLength() > 1) {
            return Meaning.DIGEST;
        }
        if (primitive == PrimitiveType.DOUBLE || primitive == PrimitiveType.FLOAT) {
            return Meaning.REAL;
        }
        if (field.name().endsWith("E8")) {
            return Meaning.DECIMAL;
        }
        if (field.name().endsWith("TimeNs") || "timeNs".equals(type.name())) {
            return Meaning.TIME;
        }
        return primitive == PrimitiveType.UINT64 ? Meaning.UNSIGNED : Meaning.INTEGER;
    }

    @Override
    public void onEncoding(Token field, DirectBuffer buffer, int index, Token type, int actingVersion) {
        String name = field.name();
        if (field.version() > actingVersion) {
            fields.absent(name);
            return;
        }
        switch (meaning(field, type)) {
            case DIGEST -> fields.text(name, hex(buffer, index, type.arrayLength()));
            case REAL -> fields.real(name, buffer.getDouble(index, type.encoding().byteOrder()));
            case DECIMAL -> fields.decimal(name, Types.getLong(buffer, index, type.encoding()));
            case TIME -> fields.time(name, Types.getLong(buffer, index, type.encoding()));
            case UNSIGNED -> fields.unsigned(name, buffer.getLong(index, type.encoding().byteOrder()));
            case INTEGER -> fields.integer(name, Types.getLong(buffer, index, type.encoding()));
        }
    }

    private static String hex(DirectBuffer buffer, int index, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(index, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void onEnum(Token field, DirectBuffer buffer, int index, List<Token> tokens, int from, int to,
            int actingVersion) {
        if (field.version() > actingVersion) {
            fields.absent(field.name());
            return;
        }
        long value = Types.getLong(buffer, index, tokens.get(from).encoding());
        for (int i = from + 1; i < to; i++) {
            Token token = tokens.get(i);
            if (token.signal() == Signal.VALID_VALUE && token.encoding().constValue().longValue() == value) {
                fields.text(field.name(), token.name());
                return;
            }
        }
        fields.text(field.name(), "unknown-" + value);
    }

    @Override
    public void onGroupHeader(Token token, int numInGroup) {
        entries = numInGroup;
        fields.beginGroup(token.name(), numInGroup);
        if (numInGroup == 0) {
            fields.endGroup();
        }
    }

    @Override
    public void onBeginGroup(Token token, int groupIndex, int numInGroup) {
        fields.beginEntry(token.name(), groupIndex);
    }

    @Override
    public void onEndGroup(Token token, int groupIndex, int numInGroup) {
        fields.endEntry();
        if (groupIndex + 1 == entries) {
            fields.endGroup();
        }
    }

    @Override
    public void onVarData(Token field, DirectBuffer buffer, int index, int length, Token type) {
        byte[] bytes = new byte[length];
        buffer.getBytes(index, bytes);
        fields.text(field.name(), new String(bytes, StandardCharsets.UTF_8));
    }
}
