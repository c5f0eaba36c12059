package io.xlink.source.odbc;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The rows that a driver writes at once: column after column, first the values, then their lengths. A direct buffer and not
 * JNA's memory, because reading it needs no native call, and because nobody who still reads when it is closed can read
 * what is not there any more.
 */
final class Block {
    private static final int MAX_BYTES = 4 << 20;

    private final NativeStatement statement;
    private final List<Column> columns;
    private final Slot[] slots;
    private final int[] values;
    private final int[] lengths;
    private final int[] bound;
    private final int fetched;
    private final int states;
    private final int capacity;
    private final BlockPlan plan;
    private final ByteBuffer memory;
    private final Pointer address;
    private int rows;
    private int brokenRow = -1;
    private SQLException broken;
    private byte[][] longValues;
    private int longRow = -1;

    private Block(NativeStatement statement, List<Column> columns, BlockPlan plan, int capacity) {
        this.statement = statement;
        this.columns = columns;
        this.plan = plan;
        this.capacity = capacity;
        int count = columns.size();
        slots = plan.slots().toArray(new Slot[0]);
        values = new int[count];
        lengths = new int[count];
        bound = new int[count];
        longValues = new byte[count][];
        int end = Long.BYTES;
        fetched = 0;
        for (int c = 0; c < count; c++) {
            values[c] = end;
            end = aligned(end + slots[c].width() * capacity);
            lengths[c] = end;
            end += Long.BYTES * capacity;
        }
        states = end;
        memory =
                ByteBuffer.allocateDirect(aligned(end + Short.BYTES * capacity)).order(ByteOrder.nativeOrder());
        address = Native.getDirectBufferPointer(memory);
    }

    private static int aligned(int bytes) {
        return (bytes + 7) & ~7;
    }

    /**
     * Binds columns.
     *
     * @param fetchSize rows at once, from 1; fewer where rows are wide
     */
    static Block bind(NativeStatement statement, List<Column> columns, DriverTraits traits, int fetchSize)
            throws SQLException {
        BlockPlan plan =
                BlockPlan.of(columns, traits, traits.text(statement.connection().encoding()));
        int wanted = plan.oneRow() ? 1 : Math.max(1, Math.min(fetchSize, MAX_BYTES / plan.rowBytes()));
        int capacity = rowsAtOnce(statement, wanted);
        Block block = new Block(statement, columns, plan, capacity);
        statement.holdColumns(block.memory);
        statement.together(handle -> {
            block.bind(handle);
            return null;
        });
        return block;
    }

    /** What the driver agrees to. */
    private static int rowsAtOnce(NativeStatement statement, int wanted) throws SQLException {
        return statement.together(handle -> {
            short result = StatementFunctions.SQLSetStmtAttr(
                    handle, StatementFunctions.ATTR_ROW_ARRAY_SIZE, Pointer.createConstant(wanted), 0);
            if (result == OdbcFunctions.SUCCESS) {
                return wanted;
            }
            long[] rows = new long[1];
            short asked = StatementFunctions.SQLGetStmtAttr(
                    handle, StatementFunctions.ATTR_ROW_ARRAY_SIZE, rows, Long.BYTES, new int[1]);
            return OdbcCalls.isDone(asked) && rows[0] > 0 && rows[0] <= wanted ? (int) rows[0] : 1;
        });
    }

    private void bind(Pointer handle) throws SQLException {
        StatementFunctions.SQLSetStmtAttr(handle, StatementFunctions.ATTR_ROW_STATUS, address.share(states), 0);
        StatementFunctions.SQLSetStmtAttr(handle, StatementFunctions.ATTR_ROWS_FETCHED, address.share(fetched), 0);
        for (int c = 0; c < plan.bound(); c++) {
            int column = c;
            Slot slot = slots[c];
            statement.call(
                    "column " + columns.get(c) + " cannot be bound",
                    h -> StatementFunctions.SQLBindCol(
                            h,
                            (short) (column + 1),
                            slot.cType(),
                            address.share(values[column]),
                            slot.width(),
                            address.share(lengths[column])));
        }
    }

    /** Whether another result with such columns can be read by it. */
    boolean isOf(List<Column> others) {
        return columns.equals(others);
    }

    /** Forgets the rows of the last result. */
    void restart() {
        rows = 0;
        brokenRow = -1;
        forgetLongValues();
    }

    /** Reads the next rows; false when there are none. */
    boolean fetch() throws SQLException {
        restart();
        return statement.together(handle -> {
            memory.putLong(fetched, 0);
            short result = statement.ask("the next rows cannot be read", StatementFunctions::SQLFetch);
            if (result == OdbcFunctions.NO_DATA) {
                return false;
            }
            rows = capacity == 1 ? 1 : (int) Math.min(memory.getLong(fetched), capacity);
            if (result == OdbcFunctions.SUCCESS_WITH_INFO) {
                findBrokenRow();
            }
            if (plan.bound() < columns.size() && brokenRow < 0) {
                readUnbound(handle);
            }
            return rows > 0;
        });
    }

    private void findBrokenRow() {
        for (int row = 0; row < rows && brokenRow < 0; row++) {
            if (memory.getShort(states + Short.BYTES * row) == StatementFunctions.ROW_ERROR) {
                brokenRow = row;
                broken = statement.error("a row cannot be read");
            }
        }
    }

    /** In their order, because drivers need not stand another one. */
    private void readUnbound(Pointer handle) throws SQLException {
        longRow = 0;
        for (int c = plan.bound(); c < columns.size(); c++) {
            Slot slot = slots[c];
            short type = slot.cType();
            if (slot.unit() > 0 || slot.kind() == Slot.Kind.BYTES) {
                Optional<byte[]> value = LongValue.read(statement, handle, c + 1, slot, columns.get(c));
                longValues[c] = value.orElse(null);
                memory.putLong(lengths[c], value.map(v -> (long) v.length).orElse(StatementFunctions.NULL_DATA));
            } else {
                short column = (short) (c + 1);
                int at = c;
                statement.call(
                        "column " + columns.get(c) + " cannot be read",
                        h -> StatementFunctions.SQLGetData(
                                h, column, type, address.share(values[at]), slot.width(), address.share(lengths[at])));
            }
        }
    }

    private void forgetLongValues() {
        if (longRow >= 0) {
            longRow = -1;
            longValues = new byte[columns.size()][];
        }
    }

    /** Rows of a fetch at most. */
    int capacity() {
        return capacity;
    }

    /** Rows of the last fetch. */
    int rows() {
        return rows;
    }

    /** Throws what the driver said about a row, when it could not read it. */
    void check(int row) throws SQLException {
        if (row == brokenRow) {
            throw broken;
        }
    }

    ByteBuffer memory() {
        return memory;
    }

    Slot slot(int column) {
        return slots[column];
    }

    /** Where a row's value begins in {@link #memory}. */
    int at(int column, int row) {
        return values[column] + slots[column].width() * row;
    }

    /** Bytes of a value as the driver counts them, -1 for NULL. */
    long length(int column, int row) {
        return memory.getLong(lengths[column] + Long.BYTES * row);
    }

    /** A value that has no room in the block; read once, as long as its row is the current one. */
    byte[] longValue(int column, int row) throws SQLException {
        if (longRow != row) {
            forgetLongValues();
            longRow = row;
        }
        if (longValues[column] == null) {
            longValues[column] = statement.together(handle -> {
                if (!plan.canReadAgain()) {
                    throw new SQLException(
                            "a value of column " + columns.get(column) + " has " + length(column, row)
                                    + " bytes, more than the driver announced. CAST it to a longer type in the query",
                            "22001");
                }
                if (capacity > 1) {
                    statement.call(
                            "row " + (row + 1) + " of a block cannot be found again",
                            h -> StatementFunctions.SQLSetPos(
                                    h, row + 1, StatementFunctions.POSITION, StatementFunctions.LOCK_NO_CHANGE));
                }
                return LongValue.read(statement, handle, column + 1, slots[column], columns.get(column))
                        .orElse(new byte[0]);
            });
        }
        return longValues[column];
    }

    /** Whether a value is not, or not in full, in {@link #memory}. */
    boolean isLong(int column, long length) {
        return column >= plan.bound() && (slots[column].unit() > 0 || slots[column].kind() == Slot.Kind.BYTES)
                || !slots[column].holds(length)
                        && (slots[column].unit() > 0 || slots[column].kind() == Slot.Kind.BYTES);
    }
}
