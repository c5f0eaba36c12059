package io.xlink.source.odbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/** What of a {@link ResultSetMetaData} drivers tell. Columns count from 1. */
final class OdbcColumns {
    private final List<Column> columns;

    private OdbcColumns(List<Column> columns) {
        this.columns = columns;
    }

    static ResultSetMetaData of(List<Column> columns) {
        return Refusing.as(ResultSetMetaData.class, new OdbcColumns(columns));
    }

    private Column column(int number) throws SQLException {
        if (number < 1 || number > columns.size()) {
            throw new SQLException("there is no column " + number + " among " + columns.size(), "07009");
        }
        return columns.get(number - 1);
    }

    public int getColumnCount() {
        return columns.size();
    }

    public String getColumnLabel(int column) throws SQLException {
        return column(column).name();
    }

    public String getColumnName(int column) throws SQLException {
        return column(column).name();
    }

    public int getColumnType(int column) throws SQLException {
        return column(column).jdbcType();
    }

    public String getColumnTypeName(int column) throws SQLException {
        return column(column).typeName();
    }

    public String getColumnClassName(int column) throws SQLException {
        return column(column).className();
    }

    public int getPrecision(int column) throws SQLException {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, column(column).size()));
    }

    public int getColumnDisplaySize(int column) throws SQLException {
        return getPrecision(column);
    }

    public int getScale(int column) throws SQLException {
        return column(column).digits();
    }

    /** ODBC has the same numbers. */
    public int isNullable(int column) throws SQLException {
        return column(column).nullable();
    }

    public boolean isSigned(int column) throws SQLException {
        return column(column).isNumber() && !column(column).unsigned();
    }

    public boolean isAutoIncrement(int column) throws SQLException {
        column(column);
        return false;
    }

    public boolean isCaseSensitive(int column) throws SQLException {
        return !column(column).isNumber();
    }

    public boolean isSearchable(int column) throws SQLException {
        column(column);
        return true;
    }

    public boolean isCurrency(int column) throws SQLException {
        column(column);
        return false;
    }

    public boolean isReadOnly(int column) throws SQLException {
        column(column);
        return true;
    }

    public boolean isWritable(int column) throws SQLException {
        column(column);
        return false;
    }

    public boolean isDefinitelyWritable(int column) throws SQLException {
        column(column);
        return false;
    }

    public String getTableName(int column) throws SQLException {
        column(column);
        return "";
    }

    public String getSchemaName(int column) throws SQLException {
        column(column);
        return "";
    }

    public String getCatalogName(int column) throws SQLException {
        column(column);
        return "";
    }

    @Override
    public String toString() {
        return columns.toString();
    }
}
