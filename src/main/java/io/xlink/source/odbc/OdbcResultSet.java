package io.xlink.source.odbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What of a {@link ResultSet} this driver carries out: rows, forwards. Values are read straight out of the block, so that a
 * row costs no native call. The public methods are those of the interface.
 */
final class OdbcResultSet extends RowsByName {
    private final Results results;
    private final RowValues values;
    private final List<Column> columns;
    private final Statement statement;
    private final boolean closesStatement;
    private final int maxRows;
    private final ResultSet face;
    private Map<String, Integer> numbers;
    private boolean wasNull;
    private boolean ended;
    private boolean onRow;
    private int row = -1;
    private int read;
    private volatile boolean closed;

    /** @param maxRows 0 for all */
    OdbcResultSet(
            Results results,
            RowValues values,
            List<Column> columns,
            Statement statement,
            int maxRows,
            boolean closesStatement) {
        this.results = results;
        this.values = values;
        this.columns = columns;
        this.statement = statement;
        this.maxRows = maxRows;
        this.closesStatement = closesStatement;
        face = Refusing.as(ResultSet.class, this);
    }

    public boolean next() throws SQLException {
        if (closed) {
            throw Refusal.closed("the result set");
        }
        onRow = false;
        if (ended || (maxRows > 0 && read == maxRows)) {
            ended = true;
            return false;
        }
        row++;
        if (row >= values.block().rows()) {
            row = 0;
            if (!values.block().fetch()) {
                ended = true;
                return false;
            }
        }
        values.block().check(row);
        read++;
        onRow = true;
        return true;
    }

    private boolean isNull(int column) throws SQLException {
        if (!onRow || column < 1 || column > columns.size()) {
            throw noValue(column);
        }
        wasNull = values.isNull(column - 1, row);
        return wasNull;
    }

    private SQLException noValue(int column) {
        if (closed) {
            return Refusal.closed("the result set");
        }
        return onRow
                ? new SQLException("there is no column " + column + " among " + columns.size(), "07009")
                : new SQLException("there is no current row. Call next() first", "24000");
    }

    public boolean wasNull() {
        return wasNull;
    }

    @Override
    public String getString(int column) throws SQLException {
        return isNull(column) ? null : values.text(column - 1, row);
    }

    @Override
    public String getNString(int column) throws SQLException {
        return getString(column);
    }

    @Override
    public boolean getBoolean(int column) throws SQLException {
        return !isNull(column) && values.truth(column - 1, row);
    }

    @Override
    public byte getByte(int column) throws SQLException {
        return (byte) whole(column, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    public short getShort(int column) throws SQLException {
        return (short) whole(column, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public int getInt(int column) throws SQLException {
        return (int) whole(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private long whole(int column, long min, long max) throws SQLException {
        return isNull(column) ? 0 : values.whole(column - 1, row, min, max);
    }

    @Override
    public long getLong(int column) throws SQLException {
        return isNull(column) ? 0 : values.whole(column - 1, row);
    }

    @Override
    public float getFloat(int column) throws SQLException {
        return (float) getDouble(column);
    }

    @Override
    public double getDouble(int column) throws SQLException {
        return isNull(column) ? 0 : values.real(column - 1, row);
    }

    @Override
    public BigDecimal getBigDecimal(int column) throws SQLException {
        return isNull(column) ? null : values.decimal(column - 1, row);
    }

    @Override
    public byte[] getBytes(int column) throws SQLException {
        return isNull(column) ? null : values.bytes(column - 1, row);
    }

    @Override
    public Date getDate(int column) throws SQLException {
        return isNull(column) ? null : Date.valueOf(values.date(column - 1, row));
    }

    @Override
    public Time getTime(int column) throws SQLException {
        return isNull(column) ? null : Time.valueOf(values.time(column - 1, row));
    }

    @Override
    public Timestamp getTimestamp(int column) throws SQLException {
        return isNull(column) ? null : Timestamp.valueOf(values.dateTime(column - 1, row));
    }

    @Override
    public Date getDate(int column, Calendar calendar) throws SQLException {
        return isNull(column)
                ? null
                : new Date(values.date(column - 1, row)
                        .atStartOfDay(zone(calendar))
                        .toInstant()
                        .toEpochMilli());
    }

    @Override
    public Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
        return isNull(column)
                ? null
                : Timestamp.from(
                        values.dateTime(column - 1, row).atZone(zone(calendar)).toInstant());
    }

    private static ZoneId zone(Calendar calendar) {
        return calendar == null
                ? ZoneId.systemDefault()
                : calendar.getTimeZone().toZoneId();
    }

    @Override
    public Object getObject(int column) throws SQLException {
        return isNull(column) ? null : values.object(column - 1, row);
    }

    public Object getObject(int column, Map<String, Class<?>> types) throws SQLException {
        return getObject(column);
    }

    @Override
    public <T> T getObject(int column, Class<T> type) throws SQLException {
        return isNull(column) ? null : type.cast(values.as(type, column - 1, row));
    }

    @Override
    public int findColumn(String label) throws SQLException {
        if (numbers == null) {
            numbers = new HashMap<>();
            for (int c = 0; c < columns.size(); c++) {
                numbers.putIfAbsent(columns.get(c).name(), c + 1);
                numbers.putIfAbsent(columns.get(c).name().toLowerCase(Locale.ROOT), c + 1);
            }
        }
        Integer number = numbers.get(label);
        if (number == null) {
            number = numbers.get(String.valueOf(label).toLowerCase(Locale.ROOT));
        }
        if (number == null) {
            throw new SQLException(
                    "there is no column " + label + ", but "
                            + columns.stream().map(Column::name).toList(),
                    "42703");
        }
        return number;
    }

    public ResultSetMetaData getMetaData() throws SQLException {
        open();
        return OdbcColumns.of(columns);
    }

    public Statement getStatement() throws SQLException {
        open();
        return statement;
    }

    public void close() throws SQLException {
        if (!closed) {
            markClosed();
            results.closed(this, closesStatement);
        }
    }

    /** Without telling the driver, who knows or will not be asked again. */
    void markClosed() {
        closed = true;
        onRow = false;
    }

    public boolean isClosed() {
        return closed || !results.isOpen();
    }

    public boolean isBeforeFirst() throws SQLException {
        open();
        return read == 0 && !ended;
    }

    public boolean isAfterLast() throws SQLException {
        open();
        return ended && read > 0;
    }

    public boolean isFirst() throws SQLException {
        open();
        return onRow && read == 1;
    }

    public int getRow() throws SQLException {
        open();
        return onRow ? read : 0;
    }

    /** The object that callers see. */
    ResultSet face() {
        return face;
    }

    private void open() throws SQLException {
        if (isClosed()) {
            throw Refusal.closed("the result set");
        }
    }

    public int getType() throws SQLException {
        open();
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    public int getConcurrency() throws SQLException {
        open();
        return ResultSet.CONCUR_READ_ONLY;
    }

    public int getHoldability() throws SQLException {
        open();
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    public int getFetchDirection() throws SQLException {
        open();
        return ResultSet.FETCH_FORWARD;
    }

    /** For the next result; a block once bound keeps its size. */
    public void setFetchSize(int rows) throws SQLException {
        open();
    }

    public int getFetchSize() throws SQLException {
        open();
        return values.block().capacity();
    }

    public SQLWarning getWarnings() throws SQLException {
        open();
        return null;
    }

    public void clearWarnings() throws SQLException {
        open();
    }

    @Override
    public String toString() {
        return "result set of " + statement;
    }
}
