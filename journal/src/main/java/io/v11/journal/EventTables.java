package io.v11.journal;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import uk.co.real_logic.sbe.ir.Token;

import io.v11.journal.event.EventHeaderDecoder;

/** Fills one DuckDB table per message and per repeating group, made when the first such event comes. Cold path, one thread. */
final class EventTables implements EventFields, AutoCloseable {
    private static final String HEADER_COLUMNS = "recordNumber BIGINT, sequence BIGINT, ingestTimeNs BIGINT, "
            + "venueTimeNs BIGINT, instrument INTEGER, frameIndex INTEGER, lastFrame INTEGER";
    private static final String ENTRY_COLUMNS = "recordNumber BIGINT, sequence BIGINT, ingestTimeNs BIGINT, "
            + "instrument INTEGER, entry INTEGER";

    private final DuckDBConnection connection;
    private final Map<String, DuckDBAppender> appenders = new HashMap<>();
    private final Map<String, Long> rows = new TreeMap<>();
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private String message;
    private long recordNumber;
    private DuckDBAppender messageRow;
    private DuckDBAppender row;

    EventTables(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Adds the event on which the reader stands. */
    void add(JournalReader reader) throws SQLException {
        header.wrap(reader.buffer(), reader.offset());
        message = EventSchema.instance().name(header.templateId());
        recordNumber = reader.recordNumber();
        if (!appenders.containsKey(message)) {
            createTables();
        }
        messageRow = begin(message);
        row = messageRow;
        row.append(recordNumber).append(header.sequence()).append(header.ingestTimeNs()).append(header.venueTimeNs())
                .append(header.instrument()).append(header.frameIndex()).append(header.lastFrame());
        EventSchema.instance().decode(reader.buffer(), reader.offset(), this);
        messageRow.endRow();
    }

    private DuckDBAppender begin(String table) throws SQLException {
        rows.merge(table, 1L, Long::sum);
        return appenders.get(table).beginRow();
    }

    /** Columns in the order in which the decoder names the fields: those of the block, the groups' own tables, texts. */
    private void createTables() throws SQLException {
        for (var tokens : EventSchema.instance().messages()) {
            if (!tokens.getFirst().name().equals(message)) {
                continue;
            }
            StringBuilder columns = new StringBuilder(HEADER_COLUMNS);
            StringBuilder groupColumns = null;
            String group = null;
            for (int i = 1; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                switch (token.signal()) {
                    case BEGIN_GROUP -> {
                        group = message + "_" + token.name();
                        groupColumns = new StringBuilder(ENTRY_COLUMNS);
                    }
                    case END_GROUP -> {
                        create(group, groupColumns);
                        groupColumns = null;
                    }
                    case BEGIN_FIELD ->
                        (groupColumns == null ? columns : groupColumns).append(", \"").append(token.name())
                                .append("\" ").append(sqlType(token, tokens.get(i + 1)));
                    case BEGIN_VAR_DATA -> columns.append(", \"").append(token.name()).append("\" VARCHAR");
                    default -> {
                        // Parts of what is named above.
                    }
                }
            }
            create(message, columns);
        }
    }

    private static String sqlType(Token field, Token type) {
        return switch (type.signal()) {
            case ENCODING -> switch (EventTokenListener.meaning(field, type)) {
                case REAL -> "DOUBLE";
                case DIGEST -> "VARCHAR";
                case UNSIGNED -> "UBIGINT";
                default -> "BIGINT";
            };
            default -> "VARCHAR";
        };
    }

    private void create(String table, StringBuilder columns) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"" + table + "\" (" + columns + ")");
        }
        appenders.put(table, connection.createAppender("main", table));
        rows.put(table, 0L);
    }

    Map<String, Long> rows() {
        return rows;
    }

    @Override
    public void integer(String name, long value) {
        append(value);
    }

    @Override
    public void unsigned(String name, long value) {
        append(value);
    }

    @Override
    public void decimal(String name, long e8) {
        append(e8);
    }

    @Override
    public void time(String name, long ns) {
        append(ns);
    }

    private void append(long value) {
        try {
            row.append(value);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void real(String name, double value) {
        try {
            row.append(value);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void text(String name, String value) {
        try {
            row.append(value);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void absent(String name) {
        try {
            row.appendNull();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void beginGroup(String name, int entries) {
        // The table was made with the message's.
    }

    @Override
    public void beginEntry(String group, int index) {
        try {
            row = begin(message + "_" + group);
            row.append(recordNumber).append(header.sequence()).append(header.ingestTimeNs()).append(header.instrument())
                    .append(index);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void endEntry() {
        try {
            row.endRow();
            row = messageRow;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void endGroup() {
        // Nothing is open.
    }

    private JournalException failed(SQLException failure) {
        return new JournalException("cannot add record " + recordNumber + " (" + message + ") to its table: "
                + failure.getMessage(), failure);
    }

    /** Hands all rows to the database. */
    @Override
    public void close() throws SQLException {
        for (DuckDBAppender appender : appenders.values()) {
            appender.close();
        }
    }
}
