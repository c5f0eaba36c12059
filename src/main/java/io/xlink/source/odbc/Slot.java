package io.xlink.source.odbc;

/**
 * How the values of one column lie in a block.
 *
 * @param kind what they are read as
 * @param cType what the driver is asked to write
 * @param width bytes from one row's value to the next one's
 * @param unit bytes that end a value: of one unit of text, or 0
 */
record Slot(Kind kind, short cType, int width, int unit) {
    static final short C_CHAR = 1;
    static final short C_DOUBLE = 8;
    static final short C_DATE = 91;
    static final short C_TIMESTAMP = 93;
    static final short C_BINARY = -2;
    static final short C_BIT = -7;
    static final short C_WCHAR = -8;
    static final short C_LONG = -16;
    static final short C_BIGINT = -25;

    /** More than any time of day, interval or identifier has. */
    private static final int SHORT_TEXT = 40;
    /** Numbers without a declared precision have as many digits as they like. */
    private static final int NUMBER_TEXT = 72;
    /** A declared length up to which a driver is believed. */
    static final int LONGEST = 8192;

    /** What the values of a column are. */
    enum Kind {
        INT,
        LONG,
        DOUBLE,
        /** Digits in ASCII. */
        NUMBER,
        TEXT,
        BYTES,
        DATE,
        TIMESTAMP,
        BIT
    }

    /** @param inline units or bytes that have room of values of unknown length, or of any that can be read again */
    static Slot of(Column column, Encoding encoding, int inline) {
        return switch (column.type()) {
            case Column.TINYINT, Column.SMALLINT -> new Slot(Kind.INT, C_LONG, Integer.BYTES, 0);
            case Column.INTEGER ->
                column.unsigned()
                        ? new Slot(Kind.LONG, C_BIGINT, Long.BYTES, 0)
                        : new Slot(Kind.INT, C_LONG, Integer.BYTES, 0);
            case Column.BIGINT -> column.unsigned() ? number(column) : new Slot(Kind.LONG, C_BIGINT, Long.BYTES, 0);
            case Column.REAL, Column.FLOAT, Column.DOUBLE -> new Slot(Kind.DOUBLE, C_DOUBLE, Double.BYTES, 0);
            case Column.NUMERIC, Column.DECIMAL -> number(column);
            case Column.DATE -> new Slot(Kind.DATE, C_DATE, 6, 0);
            case Column.TIMESTAMP -> new Slot(Kind.TIMESTAMP, C_TIMESTAMP, 16, 0);
            case Column.BIT -> new Slot(Kind.BIT, C_BIT, 1, 0);
            case Column.BINARY, Column.VARBINARY, Column.LONGVARBINARY ->
                new Slot(Kind.BYTES, C_BINARY, even(length(column, 1, inline)), 0);
            // The driver's structure of a time of day has no fractions.
            case Column.TIME -> text(encoding, SHORT_TEXT);
            default -> text(encoding, Math.max(SHORT_TEXT, length(column, encoding.unitsOfCharacter(), inline)));
        };
    }

    private static Slot number(Column column) {
        long digits = column.size() > 0 && column.size() <= LONGEST ? column.size() : 0;
        return new Slot(Kind.NUMBER, C_CHAR, even((int) Math.max(NUMBER_TEXT, digits + 4)), 1);
    }

    private static Slot text(Encoding encoding, int units) {
        short type = encoding == Encoding.WIDE ? C_WCHAR : C_CHAR;
        return new Slot(Kind.TEXT, type, even((units + 1) * encoding.width()), encoding.width());
    }

    private static int length(Column column, int units, int inline) {
        long declared = column.size() * units;
        return column.size() > 0 && declared < inline ? (int) declared : inline;
    }

    private static int even(int bytes) {
        return (bytes + 7) & ~7;
    }

    /** Whether a value of so many bytes is here in full. */
    boolean holds(long bytes) {
        return bytes >= 0 && bytes <= width - unit;
    }
}
