package io.xlink.server;

import io.xlink.model.ValueColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** The writer's view of the stored pages. Belongs to one thread and works within its transaction. */
final class CallDataTable {
    private final PreparedStatement select;
    private final PreparedStatement upsert;
    private final PreparedStatement delete;
    private final PreparedStatement addSeries;
    private final PageCodec codec = new PageCodec();
    // Kept from column to column, of which an import has hundreds.
    private final Intervals.Builder stored = new Intervals.Builder(3 * Intervals.DAY / 15);
    private final Intervals.Builder merged = new Intervals.Builder(3 * Intervals.DAY / 15);

    CallDataTable(Connection connection) throws SQLException {
        // One statement for a page and its neighbours: calling into the engine costs more than the search.
        select = connection.prepareStatement(
                "select utc_day, page from call_data where utc_day in (?, ?, ?) and queue = ? and value_type = ?");
        upsert =
                connection.prepareStatement("insert into call_data(utc_day, queue, value_type, page) values(?, ?, ?, ?)"
                        + " on conflict do update set page = excluded.page");
        delete =
                connection.prepareStatement("delete from call_data where utc_day = ? and queue = ? and value_type = ?");
        addSeries = connection.prepareStatement("insert or ignore into series(queue, value_type) values(?, ?)");
    }

    /** Puts a column, which has at least one interval, into the pages of its queue and value type. */
    void replace(ValueColumn column) throws SQLException {
        // An interval of the day before may reach into the column, and the column's last one into the day after.
        int first = PageCodec.day(column.start(0)) - 1;
        int last = PageCodec.day(column.start(column.size() - 1) + column.minutes() - 1);
        byte[][] pages = load(column, first, last);
        if (Arrays.stream(pages).allMatch(page -> page == null)) {
            addSeries.setInt(1, column.queue());
            addSeries.setInt(2, column.valueType());
            addSeries.executeUpdate();
        }
        merged.clear();
        Intervals after = decode(first, pages).replacedBy(column, merged);
        int from = 0;
        for (int day = first; day <= last; day++) {
            int to = after.firstFrom((day + 1) * Intervals.DAY);
            byte[] page = from == to ? null : codec.encode(day, after, from, to);
            // The same file imported again costs no writing.
            if (!Arrays.equals(page, pages[day - first])) {
                save(column, day, page);
            }
            from = to;
        }
    }

    private byte[][] load(ValueColumn column, int first, int last) throws SQLException {
        byte[][] pages = new byte[last - first + 1][];
        for (int day = first; day <= last; day += 3) {
            select.setInt(1, day);
            select.setInt(2, Math.min(day + 1, last));
            select.setInt(3, Math.min(day + 2, last));
            select.setInt(4, column.queue());
            select.setInt(5, column.valueType());
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    pages[result.getInt(1) - first] = result.getBytes(2);
                }
            }
        }
        return pages;
    }

    private Intervals decode(int first, byte[][] pages) {
        stored.clear();
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] != null) {
                codec.decode(first + i, pages[i], stored);
            }
        }
        return stored.build();
    }

    private void save(ValueColumn column, int day, byte[] page) throws SQLException {
        PreparedStatement statement = page == null ? delete : upsert;
        statement.setInt(1, day);
        statement.setInt(2, column.queue());
        statement.setInt(3, column.valueType());
        if (page != null) {
            statement.setBytes(4, page);
        }
        statement.executeUpdate();
    }
}
