package io.xlink.source.csv;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rows add up to, as a database says that knows nothing of this program. */
final class SqlCalls implements AutoCloseable {
    /** Columns for values, of which a round uses the first ones. */
    static final int MOST_VALUES = 4;

    private final Connection connection;

    /**
     * A row as it was meant, whatever it looks like in a file.
     *
     * @param time in the local zone
     * @param values in quarters, so that every sum is a whole number
     * @param aht handling time in quarters of a second
     * @param weight of the handling time, in quarters
     */
    record Call(String queue, ZonedDateTime time, List<Long> values, long aht, long weight) {}

    SqlCalls() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        execute("create table call (queue text, day integer, interval integer, v0 integer, v1 integer, v2 integer, v3"
                + " integer, aht integer, weight integer)");
    }

    /** By queue, day and interval of the day the sums, and the handling time last. */
    Map<String, List<Double>> sums(List<Call> calls, int interval, int values, boolean aht) throws SQLException {
        execute("begin");
        execute("delete from call");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into call values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Call call : calls) {
                insert(insert, call, interval);
            }
            insert.executeBatch();
        }
        execute("commit");
        Map<String, List<Double>> sums = new TreeMap<>();
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select queue, day, interval, sum(v0) / 4.0, sum(v1) / 4.0, sum(v2)"
                        + " / 4.0, sum(v3) / 4.0, case when sum(weight) > 0 then (sum(aht * weight) / 16.0) /"
                        + " (sum(weight) / 4.0) else coalesce((sum(aht) filter (where aht > 0) / 4.0) / count(*)"
                        + " filter (where aht > 0), 0.0) end from call group by queue, day, interval")) {
            while (row.next()) {
                Double[] all = new Double[aht ? values + 1 : values];
                for (int v = 0; v < values; v++) {
                    all[v] = row.getDouble(4 + v);
                }
                if (aht) {
                    all[values] = row.getDouble(8);
                }
                sums.put(
                        key(row.getString(1), LocalDate.ofEpochDay(row.getLong(2)), row.getInt(3)), Arrays.asList(all));
            }
        }
        return sums;
    }

    static String key(String queue, LocalDate day, int interval) {
        return queue + " " + day + " " + interval;
    }

    private static void insert(PreparedStatement insert, Call call, int interval) throws SQLException {
        LocalDate day = call.time().toLocalDate();
        long minutes = minutes(day, call.time());
        if (minutes >= minutes(day, day.plusDays(1).atStartOfDay(call.time().getZone()))) {
            // The clock was set back across midnight: the old date shows again on the new day.
            day = day.plusDays(1);
            minutes = minutes(day, call.time());
        }
        insert.setString(1, call.queue());
        insert.setLong(2, day.toEpochDay());
        insert.setLong(3, minutes / interval);
        for (int v = 0; v < MOST_VALUES; v++) {
            insert.setLong(4 + v, v < call.values().size() ? call.values().get(v) : 0);
        }
        insert.setLong(8, call.aht());
        insert.setLong(9, call.weight());
        insert.addBatch();
    }

    private static long minutes(LocalDate day, ZonedDateTime time) {
        return ChronoUnit.MINUTES.between(day.atStartOfDay(time.getZone()), time);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
