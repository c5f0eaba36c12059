package io.xlink.source.odbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/** Asks for values by the column's name what its subclass answers by its number. */
abstract class RowsByName {
    public abstract int findColumn(String label) throws SQLException;

    public abstract String getString(int column) throws SQLException;

    public String getString(String label) throws SQLException {
        return getString(findColumn(label));
    }

    public abstract String getNString(int column) throws SQLException;

    public String getNString(String label) throws SQLException {
        return getNString(findColumn(label));
    }

    public abstract boolean getBoolean(int column) throws SQLException;

    public boolean getBoolean(String label) throws SQLException {
        return getBoolean(findColumn(label));
    }

    public abstract byte getByte(int column) throws SQLException;

    public byte getByte(String label) throws SQLException {
        return getByte(findColumn(label));
    }

    public abstract short getShort(int column) throws SQLException;

    public short getShort(String label) throws SQLException {
        return getShort(findColumn(label));
    }

    public abstract int getInt(int column) throws SQLException;

    public int getInt(String label) throws SQLException {
        return getInt(findColumn(label));
    }

    public abstract long getLong(int column) throws SQLException;

    public long getLong(String label) throws SQLException {
        return getLong(findColumn(label));
    }

    public abstract float getFloat(int column) throws SQLException;

    public float getFloat(String label) throws SQLException {
        return getFloat(findColumn(label));
    }

    public abstract double getDouble(int column) throws SQLException;

    public double getDouble(String label) throws SQLException {
        return getDouble(findColumn(label));
    }

    public abstract BigDecimal getBigDecimal(int column) throws SQLException;

    public BigDecimal getBigDecimal(String label) throws SQLException {
        return getBigDecimal(findColumn(label));
    }

    public abstract byte[] getBytes(int column) throws SQLException;

    public byte[] getBytes(String label) throws SQLException {
        return getBytes(findColumn(label));
    }

    public abstract Date getDate(int column) throws SQLException;

    public Date getDate(String label) throws SQLException {
        return getDate(findColumn(label));
    }

    public abstract Time getTime(int column) throws SQLException;

    public Time getTime(String label) throws SQLException {
        return getTime(findColumn(label));
    }

    public abstract Timestamp getTimestamp(int column) throws SQLException;

    public Timestamp getTimestamp(String label) throws SQLException {
        return getTimestamp(findColumn(label));
    }

    public abstract Object getObject(int column) throws SQLException;

    public Object getObject(String label) throws SQLException {
        return getObject(findColumn(label));
    }

    public abstract Date getDate(int column, Calendar calendar) throws SQLException;

    public Date getDate(String label, Calendar calendar) throws SQLException {
        return getDate(findColumn(label), calendar);
    }

    public abstract Timestamp getTimestamp(int column, Calendar calendar) throws SQLException;

    public Timestamp getTimestamp(String label, Calendar calendar) throws SQLException {
        return getTimestamp(findColumn(label), calendar);
    }

    public abstract <T> T getObject(int column, Class<T> type) throws SQLException;

    public <T> T getObject(String label, Class<T> type) throws SQLException {
        return getObject(findColumn(label), type);
    }
}
