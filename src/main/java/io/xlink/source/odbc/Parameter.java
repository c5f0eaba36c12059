package io.xlink.source.odbc;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;

/**
 * A value for a query, as a driver is given it.
 *
 * @param cType what the bytes are
 * @param sqlType of ODBC, what the database is told that it is
 * @param size digits, characters or bytes
 * @param digits behind the point, or of a second
 * @param bytes the value; null for NULL
 */
record Parameter(short cType, short sqlType, long size, short digits, byte[] bytes) {
    /** More than that is text of any length to databases that tell the two apart. */
    private static final int LONGEST_TEXT = 4000;

    private static final int MICROS = 1000;

    /**
     * @param value of one of the classes that JDBC's setters have for numbers, texts, truth, bytes and moments
     * @param traits of databases whose columns hold anything: there, moments are text, and decimals numbers
     */
    static Parameter of(Object value, Encoding encoding, DriverTraits traits) throws SQLException {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return whole(((Number) value).longValue(), value instanceof Long);
        } else if (value instanceof Double || value instanceof Float) {
            double number = value instanceof Float ? Double.parseDouble(value.toString()) : (Double) value;
            return new Parameter(
                    Slot.C_DOUBLE,
                    Column.DOUBLE,
                    15,
                    (short) 0,
                    memory(8).putDouble(number).array());
        } else if (value instanceof BigDecimal decimal) {
            return traits.believed() ? decimal(decimal) : loose(decimal);
        } else if (value instanceof java.math.BigInteger integer) {
            return of(new BigDecimal(integer), encoding, traits);
        } else if (value instanceof Boolean truth) {
            return new Parameter(Slot.C_BIT, Column.BIT, 1, (short) 0, new byte[] {(byte) (truth ? 1 : 0)});
        } else if (value instanceof byte[] bytes) {
            short type = bytes.length > LONGEST_TEXT ? Column.LONGVARBINARY : Column.VARBINARY;
            return new Parameter(Slot.C_BINARY, type, Math.max(1, bytes.length), (short) 0, bytes.clone());
        }
        return moment(value, encoding, traits);
    }

    private static Parameter moment(Object value, Encoding encoding, DriverTraits traits) throws SQLException {
        if (value instanceof Timestamp stamp) {
            return dateTime(stamp.toLocalDateTime(), encoding, traits);
        } else if (value instanceof LocalDateTime moment) {
            return dateTime(moment, encoding, traits);
        } else if (value instanceof Date date) {
            return date(date.toLocalDate(), encoding, traits);
        } else if (value instanceof LocalDate date) {
            return date(date, encoding, traits);
        } else if (value instanceof Time time) {
            return time(time.toLocalTime(), encoding, traits);
        } else if (value instanceof LocalTime time) {
            return time(time, encoding, traits);
        } else if (value instanceof java.util.Date date) {
            return dateTime(new Timestamp(date.getTime()).toLocalDateTime(), encoding, traits);
        } else if (value instanceof CharSequence || value instanceof Character) {
            return text(value.toString(), encoding);
        }
        throw Refusal.of("a parameter of " + value.getClass().getName());
    }

    private static Parameter whole(long value, boolean wide) {
        return wide
                ? new Parameter(
                        Slot.C_BIGINT,
                        Column.BIGINT,
                        19,
                        (short) 0,
                        memory(8).putLong(value).array())
                : new Parameter(
                        Slot.C_LONG,
                        Column.INTEGER,
                        10,
                        (short) 0,
                        memory(4).putInt((int) value).array());
    }

    private static Parameter decimal(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        int precision = Math.max(plain.precision(), plain.scale());
        byte[] text = plain.toPlainString().getBytes(StandardCharsets.US_ASCII);
        return new Parameter(Slot.C_CHAR, Column.DECIMAL, precision, (short) plain.scale(), text);
    }

    private static Parameter loose(BigDecimal value) {
        try {
            return whole(value.longValueExact(), true);
        } catch (ArithmeticException e) {
            byte[] number = memory(8).putDouble(value.doubleValue()).array();
            return new Parameter(Slot.C_DOUBLE, Column.DOUBLE, 15, (short) 0, number);
        }
    }

    private static Parameter dateTime(LocalDateTime value, Encoding encoding, DriverTraits traits) {
        if (!traits.believed()) {
            return text(Moments.text(value), encoding);
        }
        ByteBuffer bytes = memory(16);
        Moments.put(bytes, value);
        int digits = value.getNano() % MICROS == 0 ? 6 : 9;
        return new Parameter(Slot.C_TIMESTAMP, Column.TIMESTAMP, 20 + digits, (short) digits, bytes.array());
    }

    private static Parameter date(LocalDate value, Encoding encoding, DriverTraits traits) {
        if (!traits.believed()) {
            return text(value.toString(), encoding);
        }
        ByteBuffer bytes = memory(6);
        Moments.put(bytes, value);
        return new Parameter(Slot.C_DATE, Column.DATE, 10, (short) 0, bytes.array());
    }

    /** As text, because the structure of a time of day has no fractions. */
    private static Parameter time(LocalTime value, Encoding encoding, DriverTraits traits) {
        Parameter text = text(Moments.text(value), encoding);
        return traits.believed()
                ? new Parameter(text.cType, Column.TIME, text.size, (short) (value.getNano() == 0 ? 0 : 6), text.bytes)
                : text;
    }

    private static Parameter text(String value, Encoding encoding) {
        byte[] bytes = value.getBytes(encoding.charset());
        boolean wide = encoding == Encoding.WIDE;
        int characters = Math.max(1, bytes.length / encoding.width());
        boolean isLong = characters > LONGEST_TEXT;
        short type = wide
                ? (isLong ? Column.WLONGVARCHAR : Column.WVARCHAR)
                : (isLong ? Column.LONGVARCHAR : Column.VARCHAR);
        return new Parameter(wide ? Slot.C_WCHAR : Slot.C_CHAR, type, characters, (short) 0, bytes);
    }

    /** @param type of {@link Types} */
    static Parameter ofNull(int type) {
        short sqlType = switch (type) {
            case Types.BIT, Types.BOOLEAN -> Column.BIT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Column.INTEGER;
            case Types.BIGINT -> Column.BIGINT;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Column.DOUBLE;
            case Types.NUMERIC, Types.DECIMAL -> Column.DECIMAL;
            case Types.DATE -> Column.DATE;
            case Types.TIME, Types.TIME_WITH_TIMEZONE -> Column.TIME;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Column.TIMESTAMP;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Column.VARBINARY;
            default -> Column.VARCHAR;
        };
        return new Parameter(Slot.C_CHAR, sqlType, 1, (short) 0, null);
    }

    private static ByteBuffer memory(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    }

    boolean isNull() {
        return bytes == null;
    }

    /** Without the value, for it may be anybody's. */
    @Override
    public String toString() {
        return "parameter of type " + sqlType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameter p
                && cType == p.cType
                && sqlType == p.sqlType
                && size == p.size
                && digits == p.digits
                && Arrays.equals(bytes, p.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + sqlType;
    }
}
