package io.v11.journal;

/** Receives the fields of an event in the order of the schema, each by what it means. Cold path. */
interface EventFields {
    /** A whole number. */
    void integer(String name, long value);

    /** A 64-bit number without sign. */
    void unsigned(String name, long value);

    /** Money, price or quantity in E8. */
    void decimal(String name, long e8);

    /** Nanoseconds since the epoch. */
    void time(String name, long ns);

    void real(String name, double value);

    void text(String name, String value);

    /** A field that the version of the schema which wrote the event did not have. */
    void absent(String name);

    /** A repeating group begins; {@code entries} times {@link #beginEntry}. */
    void beginGroup(String name, int entries);

    void beginEntry(String group, int index);

    void endEntry();

    void endGroup();
}
