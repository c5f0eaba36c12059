package io.xlink.source.odbc;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The functions of statements, as {@link OdbcFunctions} are. {@code SQLLEN} is taken to have 64 bits, as it has wherever
 * pointers do. A {@code Pointer} beside a handle is memory that the driver may keep: it belongs to a buffer that
 * {@link NativeStatement} holds.
 */
final class StatementFunctions {
    static final short STATEMENT = 3;

    static final int ATTR_QUERY_TIMEOUT = 0;
    static final int ATTR_ROW_STATUS = 25;
    static final int ATTR_ROWS_FETCHED = 26;
    static final int ATTR_ROW_ARRAY_SIZE = 27;

    static final short OPTION_CLOSE = 0;
    static final short OPTION_UNBIND = 2;

    static final short DESC_UNSIGNED = 8;
    static final short DESC_TYPE_NAME = 14;

    static final short POSITION = 0;
    static final short LOCK_NO_CHANGE = 0;
    static final short PARAMETER_INPUT = 1;

    static final long NULL_DATA = -1;
    static final long NO_TOTAL = -4;
    static final short ROW_ERROR = 5;

    private StatementFunctions() {}

    static void register(NativeLibrary library) {
        Native.register(StatementFunctions.class, library);
    }

    static native short SQLExecDirectW(Pointer statement, byte[] text, int length);

    static native short SQLExecDirect(Pointer statement, byte[] text, int length);

    static native short SQLPrepareW(Pointer statement, byte[] text, int length);

    static native short SQLPrepare(Pointer statement, byte[] text, int length);

    static native short SQLExecute(Pointer statement);

    static native short SQLNumParams(Pointer statement, short[] count);

    static native short SQLNumResultCols(Pointer statement, short[] count);

    static native short SQLDescribeColW(
            Pointer statement,
            short column,
            byte[] name,
            short nameMax,
            short[] nameLength,
            short[] type,
            long[] size,
            short[] digits,
            short[] nullable);

    static native short SQLDescribeCol(
            Pointer statement,
            short column,
            byte[] name,
            short nameMax,
            short[] nameLength,
            short[] type,
            long[] size,
            short[] digits,
            short[] nullable);

    static native short SQLColAttributeW(
            Pointer statement, short column, short field, byte[] text, short maxBytes, short[] bytes, long[] number);

    static native short SQLColAttribute(
            Pointer statement, short column, short field, byte[] text, short maxBytes, short[] bytes, long[] number);

    static native short SQLBindCol(
            Pointer statement, short column, short type, Pointer value, long maxBytes, Pointer length);

    static native short SQLBindParameter(
            Pointer statement,
            short parameter,
            short direction,
            short type,
            short sqlType,
            long size,
            short digits,
            Pointer value,
            long maxBytes,
            Pointer length);

    static native short SQLFetch(Pointer statement);

    static native short SQLSetPos(Pointer statement, long row, short operation, short lock);

    static native short SQLGetData(
            Pointer statement, short column, short type, Pointer value, long maxBytes, Pointer length);

    static native short SQLRowCount(Pointer statement, long[] rows);

    static native short SQLMoreResults(Pointer statement);

    static native short SQLFreeStmt(Pointer statement, short option);

    static native short SQLSetStmtAttr(Pointer statement, int attribute, Pointer value, int length);

    static native short SQLGetStmtAttr(Pointer statement, int attribute, long[] value, int maxBytes, int[] bytes);

    static native short SQLCancel(Pointer statement);
}
