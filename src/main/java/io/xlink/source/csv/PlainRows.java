package io.xlink.source.csv;

import io.xlink.source.csv.FileDay.Stretch;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Reads rows of the common shape from their bytes, without a character or an object for any of them: a known queue, a
 * known date, {@code hh:mm} or {@code hh:mm:ss}, whole numbers. Every other row goes to the same {@link CallRows} that
 * the tokeniser's rows go to; what it makes of a queue and a date is remembered by their bytes.
 */
final class PlainRows {
    private static final int OTHER_ROW = -1;
    /** Within so many bytes a row cannot have more columns or characters than the tokeniser's rows may have. */
    private static final int SURELY_SHORT = Row.MAX_COLUMNS;

    // What a byte is in a column of which only the end matters.
    private static final byte ORDINARY = 0;
    private static final byte SPECIAL = 1;
    private static final byte SEPARATOR = 2;

    private final CallRows rows;
    private final PlainLines lines;
    private final PlainColumns columns;
    private final int[] roles;
    private final byte separator;
    private final byte[] kinds = new byte[256];
    private final PlainNames names;
    /** A longer row is not what it seems. */
    private final int maxColumns;
    /** Multiplied with minutes of a day and shifted by 20 bits: a division by the length of an interval. */
    private final int perInterval;

    private final int[] numbers;
    private long line;
    private long imported;

    /**
     * @param charset UTF-8, or a set of one byte for each character, of which all stand for one
     * @param line number of the first line
     */
    PlainRows(CallRows rows, PlainColumns columns, CsvCallFormat format, Charset charset, long line) {
        char separator = format.separator();
        this.rows = rows;
        this.columns = columns;
        this.roles = columns.roles();
        this.separator = (byte) separator;
        this.line = line;
        this.maxColumns = format.maxColumns();
        this.numbers = new int[columns.numbers()];
        this.perInterval = (1 << 20) / format.interval() + 1;
        this.names = new PlainNames(rows, format.columns());
        this.lines = new PlainLines(separator, charset);
        boolean unicode = lines.isUnicode();
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = i < 128 || !unicode ? ORDINARY : SPECIAL;
        }
        kinds['"'] = SPECIAL;
        kinds['\r'] = SPECIAL;
        kinds['\n'] = SPECIAL;
        kinds[separator] = SEPARATOR;
    }

    /** Rows that were imported without {@link CallRows} having seen them. */
    long imported() {
        return imported;
    }

    /** Number of the line that comes next. */
    long line() {
        return line;
    }

    /**
     * Takes whole lines.
     *
     * @param bytes with {@link ByteNames#SLACK} bytes and more behind them
     * @param to behind a line feed
     * @throws NotPlain when the file must be read in another way
     * @throws CharacterCodingException when it is not in its character set
     */
    void take(byte[] bytes, int from, int to) throws NotPlain, CharacterCodingException {
        int at = from;
        while (at < to) {
            int next = takeCommon(bytes, at);
            at = next == OTHER_ROW ? takeOther(bytes, at) : next;
            line++;
        }
    }

    /**
     * Returns where the next row begins, or {@link #OTHER_ROW} when the row must be read in another way. Goes no further
     * than what it has recognised, so that it never runs past the line.
     */
    private int takeCommon(byte[] bytes, int begin) {
        int at = begin;
        int group = 0;
        int subGroup = 0;
        FileDay date = null;
        int minute = 0;
        int last = roles.length - 1;
        for (int column = 0; ; column++) {
            int role = roles[column];
            switch (role) {
                case PlainColumns.OTHER -> {
                    while (kinds[bytes[at] & 0xFF] == ORDINARY) {
                        at++;
                    }
                }
                case PlainColumns.GROUP -> {
                    int end = end(bytes, at);
                    if (end < 0) {
                        return OTHER_ROW;
                    }
                    group = names.group(bytes, at, end);
                    if (group < 0) {
                        return OTHER_ROW;
                    }
                    at = end;
                }
                case PlainColumns.SUB_GROUP -> {
                    int end = end(bytes, at);
                    if (end < 0) {
                        return OTHER_ROW;
                    }
                    subGroup = names.subGroup(bytes, at, end);
                    if (subGroup < 0) {
                        return OTHER_ROW;
                    }
                    at = end;
                }
                case PlainColumns.DATE -> {
                    int end = end(bytes, at);
                    if (end < 0) {
                        return OTHER_ROW;
                    }
                    date = names.date(bytes, at, end);
                    if (date == null) {
                        return OTHER_ROW;
                    }
                    at = end;
                }
                case PlainColumns.TIMESTAMP -> {
                    int end = at;
                    while (bytes[end] > ' ' && (bytes[end] | 0x20) != 't') {
                        end++;
                    }
                    if (bytes[end] < ' ') {
                        return OTHER_ROW;
                    }
                    date = names.date(bytes, at, end);
                    minute = minute(bytes, end + 1);
                    if (date == null || minute < 0) {
                        return OTHER_ROW;
                    }
                    at = timeEnd(bytes, end + 1);
                }
                case PlainColumns.TIME -> {
                    minute = minute(bytes, at);
                    if (minute < 0) {
                        return OTHER_ROW;
                    }
                    at = timeEnd(bytes, at);
                }
                default -> {
                    int digits = at;
                    int number = 0;
                    int digit = bytes[at] - '0';
                    while (digit >= 0 && digit <= 9) {
                        number = number * 10 + digit;
                        digit = bytes[++at] - '0';
                    }
                    if (at - digits > 9) {
                        return OTHER_ROW;
                    }
                    numbers[role - PlainColumns.NUMBER] = number;
                }
            }
            if (column == last) {
                break;
            }
            if (bytes[at++] != separator) {
                return OTHER_ROW;
            }
        }
        int queue = names.queue(group, subGroup);
        if (queue < 0) {
            return OTHER_ROW;
        }
        if (bytes[at] == separator) {
            int found = roles.length;
            while (kinds[bytes[at] & 0xFF] != SPECIAL) {
                found += kinds[bytes[at++] & 0xFF] == SEPARATOR ? 1 : 0;
            }
            if (found > maxColumns) {
                return OTHER_ROW;
            }
        }
        if (bytes[at] == '\r') {
            at++;
        }
        if (bytes[at++] != '\n' || at - begin > SURELY_SHORT) {
            return OTHER_ROW;
        }
        Stretch stretch = date.stretch(minute);
        int interval = (minute + stretch.delta()) * perInterval >>> 20;
        if (!rows.pages().sums(queue, stretch.day()).addWhole(interval, numbers, weight())) {
            return OTHER_ROW;
        }
        imported++;
        return at;
    }

    private int weight() {
        if (columns.weight() >= 0) {
            return numbers[columns.weight()];
        }
        return columns.aht() >= 0 && numbers[columns.aht()] > 0 ? 1 : 0;
    }

    /** Where a field ends, or a number below 0 when it does not do so within the length of a name. */
    private int end(byte[] bytes, int from) {
        int at = from;
        int limit = Math.min(from + ByteNames.LONGEST, bytes.length - 1);
        while (bytes[at] != separator) {
            if (at++ == limit) {
                return -1;
            }
        }
        return at;
    }

    /** The minute of {@code hh:mm}, or a number below 0 when it is something else. */
    private static int minute(byte[] bytes, int at) {
        int a = bytes[at] - '0';
        int b = bytes[at + 1] - '0';
        int c = bytes[at + 3] - '0';
        int d = bytes[at + 4] - '0';
        int hour = a * 10 + b;
        int minute = c * 10 + d;
        // All differences are below 0 when something is no digit or too large.
        int wrong = a | b | c | d | 9 - b | 9 - d | 23 - hour | 59 - minute;
        return wrong < 0 || bytes[at + 2] != ':' ? -1 : hour * 60 + minute;
    }

    /** Behind {@code hh:mm} or {@code hh:mm:ss}. */
    private static int timeEnd(byte[] bytes, int at) {
        if (bytes[at + 5] == ':') {
            int a = bytes[at + 6] - '0';
            int b = bytes[at + 7] - '0';
            if ((a | b | 5 - a | 9 - b) >= 0) {
                return at + 8;
            }
        }
        return at + 5;
    }

    private int takeOther(byte[] bytes, int begin) throws NotPlain, CharacterCodingException {
        int next = begin;
        while (bytes[next] != '\n') {
            next++;
        }
        int end = next > begin && bytes[next - 1] == '\r' ? next - 1 : next;
        if (end > begin) {
            Row row = lines.row(bytes, begin, end, line);
            rows.take(row);
            names.learn(bytes, row, lines);
        }
        return next + 1;
    }
}
