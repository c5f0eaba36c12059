package io.xlink.source.odbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.List;

/** What of a {@link PreparedStatement} this driver carries out. The public methods are those of the interface. */
final class OdbcPreparedStatement extends OdbcStatement {
    private final Parameters parameters;

    private OdbcPreparedStatement(OdbcConnection connection, NativeStatement statement, int parameters) {
        super(connection, statement);
        this.parameters = new Parameters(statement, parameters);
    }

    static PreparedStatement open(OdbcConnection connection, String sql) throws SQLException {
        NativeStatement statement = connection.connection().statement();
        boolean prepared = false;
        try {
            Encoding encoding = connection.connection().encoding();
            statement.ask("the query cannot be prepared", handle -> encoding.prepare(handle, sql));
            short[] count = new short[1];
            statement.call(
                    "the parameters cannot be counted", handle -> StatementFunctions.SQLNumParams(handle, count));
            prepared = true;
            return new OdbcPreparedStatement(connection, statement, count[0]).faced(PreparedStatement.class);
        } finally {
            if (!prepared) {
                statement.close();
            }
        }
    }

    public boolean execute() throws SQLException {
        endResults();
        parameters.bind();
        return begin(statement().ask("the query failed", StatementFunctions::SQLExecute));
    }

    public ResultSet executeQuery() throws SQLException {
        execute();
        return rows();
    }

    public int executeUpdate() throws SQLException {
        throw Refusal.readOnly();
    }

    public long executeLargeUpdate() throws SQLException {
        throw Refusal.readOnly();
    }

    public void addBatch() throws SQLException {
        throw Refusal.readOnly();
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        throw new SQLException("a prepared statement has its query already. Call execute()", "HY000");
    }

    public ResultSetMetaData getMetaData() throws SQLException {
        open();
        List<Column> columns = Results.columns(statement());
        return columns.isEmpty() ? null : OdbcColumns.of(columns);
    }

    public ParameterMetaData getParameterMetaData() throws SQLException {
        open();
        return Refusing.as(ParameterMetaData.class, new OdbcParameters(parameters.count()));
    }

    public void clearParameters() throws SQLException {
        open();
        parameters.clear();
    }

    public void setObject(int parameter, Object value) throws SQLException {
        open();
        parameters.set(
                parameter,
                value == null
                        ? Parameter.ofNull(Types.NULL)
                        : Parameter.of(
                                value,
                                connection().connection().encoding(),
                                connection().traits()));
    }

    /** The type matters where the value does not tell it. */
    public void setObject(int parameter, Object value, int type) throws SQLException {
        if (value == null) {
            setNull(parameter, type);
        } else {
            setObject(parameter, value);
        }
    }

    public void setObject(int parameter, Object value, int type, int scale) throws SQLException {
        setObject(parameter, value, type);
    }

    public void setNull(int parameter, int type) throws SQLException {
        open();
        parameters.set(parameter, Parameter.ofNull(type));
    }

    public void setNull(int parameter, int type, String typeName) throws SQLException {
        setNull(parameter, type);
    }

    public void setBoolean(int parameter, boolean value) throws SQLException {
        setObject(parameter, value);
    }

    public void setByte(int parameter, byte value) throws SQLException {
        setObject(parameter, value);
    }

    public void setShort(int parameter, short value) throws SQLException {
        setObject(parameter, value);
    }

    public void setInt(int parameter, int value) throws SQLException {
        setObject(parameter, value);
    }

    public void setLong(int parameter, long value) throws SQLException {
        setObject(parameter, value);
    }

    public void setFloat(int parameter, float value) throws SQLException {
        setObject(parameter, value);
    }

    public void setDouble(int parameter, double value) throws SQLException {
        setObject(parameter, value);
    }

    public void setBigDecimal(int parameter, BigDecimal value) throws SQLException {
        setObject(parameter, value, Types.DECIMAL);
    }

    public void setString(int parameter, String value) throws SQLException {
        setObject(parameter, value, Types.VARCHAR);
    }

    public void setNString(int parameter, String value) throws SQLException {
        setString(parameter, value);
    }

    public void setBytes(int parameter, byte[] value) throws SQLException {
        setObject(parameter, value, Types.VARBINARY);
    }

    public void setDate(int parameter, Date value) throws SQLException {
        setObject(parameter, value, Types.DATE);
    }

    public void setTime(int parameter, Time value) throws SQLException {
        setObject(parameter, value, Types.TIME);
    }

    public void setTimestamp(int parameter, Timestamp value) throws SQLException {
        setObject(parameter, value, Types.TIMESTAMP);
    }

    /** The moment as a clock in the calendar's time zone shows it. */
    public void setTimestamp(int parameter, Timestamp value, Calendar calendar) throws SQLException {
        setObject(
                parameter,
                value == null || calendar == null
                        ? value
                        : LocalDateTime.ofInstant(
                                value.toInstant(), calendar.getTimeZone().toZoneId()),
                Types.TIMESTAMP);
    }
}
