package io.xlink.source.odbc;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Values of a block's rows as what callers want them. None of the methods may be called for NULL; all count from 0. */
final class RowValues {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Block block;
    private final ByteBuffer memory;
    private final List<Column> columns;
    private final Encoding encoding;
    private final TextCache[] texts;

    RowValues(Block block, List<Column> columns, Encoding encoding) {
        this.block = block;
        this.columns = columns;
        this.encoding = encoding;
        memory = block.memory();
        texts = new TextCache[columns.size()];
    }

    Block block() {
        return block;
    }

    boolean isNull(int column, int row) {
        return block.length(column, row) == StatementFunctions.NULL_DATA;
    }

    private Slot.Kind kind(int column) {
        return block.slot(column).kind();
    }

    /** Fractions are cut off. */
    long whole(int column, int row) throws SQLException {
        int at = block.at(column, row);
        return switch (kind(column)) {
            case INT -> memory.getInt(at);
            case LONG -> memory.getLong(at);
            case BIT -> memory.get(at);
            case DOUBLE -> {
                double value = memory.getDouble(at);
                // 2 to the power of 63, the first number that a long has not.
                if (!(value >= -0x1p63 && value < 0x1p63)) {
                    throw outOfRange(column, Double.toString(value));
                }
                yield (long) value;
            }
            case NUMBER -> wholeOf(column, row);
            case TEXT -> wholeOf(column, number(column, row));
            case BYTES, DATE, TIMESTAMP -> throw notA(column, "number");
        };
    }

    /** @throws SQLException also when it is none of those from {@code min} to {@code max} */
    long whole(int column, int row, long min, long max) throws SQLException {
        long value = whole(column, row);
        if (value < min || value > max) {
            throw outOfRange(column, Long.toString(value));
        }
        return value;
    }

    private long wholeOf(int column, int row) throws SQLException {
        long length = block.length(column, row);
        if (!block.isLong(column, length)) {
            long value = Decimals.toWhole(memory, block.at(column, row), (int) length);
            if (value != Decimals.NOT_SHORT) {
                return value;
            }
        }
        return wholeOf(column, number(column, row));
    }

    private long wholeOf(int column, BigDecimal number) throws SQLException {
        try {
            return number.toBigInteger().longValueExact();
        } catch (ArithmeticException e) {
            throw outOfRange(column, number.toString());
        }
    }

    double real(int column, int row) throws SQLException {
        return switch (kind(column)) {
            case DOUBLE -> memory.getDouble(block.at(column, row));
            case NUMBER -> digits(column, row);
            case TEXT -> parsed(column, text(column, row));
            default -> whole(column, row);
        };
    }

    private double digits(int column, int row) throws SQLException {
        long length = block.length(column, row);
        if (!block.isLong(column, length)) {
            try {
                return Decimals.toDouble(memory, block.at(column, row), (int) length);
            } catch (NumberFormatException e) {
                // Infinity and the like, which have no digits.
            }
        }
        return parsed(column, text(column, row));
    }

    private double parsed(int column, String text) throws SQLException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw notA(column, "number");
        }
    }

    BigDecimal decimal(int column, int row) throws SQLException {
        int at = block.at(column, row);
        return switch (kind(column)) {
            case DOUBLE -> {
                double value = memory.getDouble(at);
                if (Double.isNaN(value) || Double.isInfinite(value)) {
                    throw outOfRange(column, Double.toString(value));
                }
                yield new BigDecimal(realText(column, value));
            }
            case NUMBER, TEXT -> number(column, row);
            default -> BigDecimal.valueOf(whole(column, row));
        };
    }

    private BigDecimal number(int column, int row) throws SQLException {
        long length = block.length(column, row);
        try {
            return kind(column) == Slot.Kind.NUMBER && !block.isLong(column, length)
                    ? Decimals.toDecimal(memory, block.at(column, row), (int) length)
                    : Decimals.toDecimal(text(column, row));
        } catch (NumberFormatException e) {
            throw notA(column, "number");
        }
    }

    boolean truth(int column, int row) throws SQLException {
        return switch (kind(column)) {
            case INT, LONG, BIT -> whole(column, row) != 0;
            case DOUBLE -> real(column, row) != 0;
            case NUMBER -> decimal(column, row).signum() != 0;
            case TEXT ->
                switch (text(column, row).strip().toLowerCase(Locale.ROOT)) {
                    case "1", "t", "true", "y", "yes", "on" -> true;
                    case "0", "f", "false", "n", "no", "off" -> false;
                    default -> throw notA(column, "truth value");
                };
            case BYTES, DATE, TIMESTAMP -> throw notA(column, "truth value");
        };
    }

    String text(int column, int row) throws SQLException {
        int at = block.at(column, row);
        return switch (kind(column)) {
            case TEXT -> words(column, row);
            case NUMBER -> new String(raw(column, row), StandardCharsets.US_ASCII);
            case INT, LONG, BIT -> Long.toString(whole(column, row));
            case DOUBLE -> realText(column, memory.getDouble(at));
            case BYTES -> HEX.formatHex(raw(column, row));
            case DATE -> date(column, row).toString();
            case TIMESTAMP -> Moments.text(dateTime(column, row));
        };
    }

    private String words(int column, int row) throws SQLException {
        long length = block.length(column, row);
        if (block.isLong(column, length)) {
            return new String(block.longValue(column, row), encoding.charset());
        }
        if (texts[column] == null) {
            texts[column] = new TextCache(encoding);
        }
        return texts[column].text(memory, block.at(column, row), (int) length);
    }

    /** A short number written long would have digits that nobody entered. */
    private String realText(int column, double value) {
        return columns.get(column).type() == Column.REAL ? Float.toString((float) value) : Double.toString(value);
    }

    byte[] bytes(int column, int row) throws SQLException {
        return switch (kind(column)) {
            case BYTES -> raw(column, row).clone();
            case TEXT -> text(column, row).getBytes(StandardCharsets.UTF_8);
            default -> throw notA(column, "value of bytes");
        };
    }

    private byte[] raw(int column, int row) throws SQLException {
        long length = block.length(column, row);
        if (block.isLong(column, length)) {
            return block.longValue(column, row);
        }
        byte[] bytes = new byte[(int) length];
        memory.get(block.at(column, row), bytes);
        return bytes;
    }

    LocalDate date(int column, int row) throws SQLException {
        try {
            return switch (kind(column)) {
                case DATE -> Moments.date(memory, block.at(column, row));
                case TIMESTAMP ->
                    Moments.dateTime(memory, block.at(column, row)).toLocalDate();
                case TEXT -> Moments.dateTime(text(column, row)).toLocalDate();
                default -> throw notA(column, "date");
            };
        } catch (DateTimeException e) {
            throw notA(column, "date");
        }
    }

    LocalDateTime dateTime(int column, int row) throws SQLException {
        try {
            return switch (kind(column)) {
                case TIMESTAMP -> Moments.dateTime(memory, block.at(column, row));
                case DATE -> Moments.date(memory, block.at(column, row)).atStartOfDay();
                case TEXT -> Moments.dateTime(text(column, row));
                default -> throw notA(column, "time stamp");
            };
        } catch (DateTimeException e) {
            throw notA(column, "time stamp");
        }
    }

    LocalTime time(int column, int row) throws SQLException {
        try {
            return switch (kind(column)) {
                case TEXT -> Moments.time(text(column, row));
                default -> dateTime(column, row).toLocalTime();
            };
        } catch (DateTimeException e) {
            throw notA(column, "time of day");
        }
    }

    /** As {@link Column#jdbcType} says. */
    Object object(int column, int row) throws SQLException {
        return ValueTypes.object(this, columns.get(column).jdbcType(), column, row);
    }

    /** @param type one of those that {@link ValueTypes} knows */
    Object as(Class<?> type, int column, int row) throws SQLException {
        return ValueTypes.object(this, type, column, row);
    }

    SQLException outOfRange(int column, String value) {
        return new SQLDataException(
                "column " + columns.get(column) + " has " + value + ", which the type that is asked for cannot hold",
                "22003");
    }

    /** The value itself is not told, for it may be anybody's. */
    SQLException notA(int column, String wanted) {
        return new SQLDataException("column " + columns.get(column) + " has no " + wanted, "22018");
    }
}
