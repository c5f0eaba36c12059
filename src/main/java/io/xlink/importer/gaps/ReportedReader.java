package io.xlink.importer.gaps;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which intervals had data, also while an importer notes more. */
public final class ReportedReader implements AutoCloseable {
    /** What {@link #systemDays} calls all queues together. */
    private static final String ALL = "*";

    private final Connection connection;

    /** @param connection closed with this */
    public ReportedReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * What is known of the days from {@code from} to {@code to} and of those that their hours are learned from.
     *
     * @param zone the zone of local time
     */
    public History history(String system, ZoneId zone, LocalDate from, LocalDate to) throws SQLException {
        Map<Integer, String> names = new HashMap<>();
        numbers(connection, system).forEach((queue, number) -> names.put(number, queue));
        List<KnownDay> days = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select day, minutes, queues from reported_day where external_system = ? and day between ? and ?")) {
            query.setString(1, system);
            query.setLong(2, from.minusDays(History.LEARNED_FROM_DAYS).toEpochDay());
            query.setLong(3, to.toEpochDay());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    Map<String, BitSet> queues = new HashMap<>();
                    PackedDay.of(found.getBytes(3)).queues().forEach((number, bits) -> {
                        // One that was noted after the names were read is seen the next time.
                        String name = names.get(number);
                        if (name != null) {
                            queues.put(name, bits);
                        }
                    });
                    days.add(new KnownDay(LocalDate.ofEpochDay(found.getLong(1)), found.getInt(2), queues));
                }
            }
        }
        return new History(zone, days);
    }

    /** All days that are known, with everything of the external system in place of its queues. */
    static History systemDays(Connection connection, String system, ZoneId zone) throws SQLException {
        List<KnownDay> days = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select day, minutes, any_queue from reported_day where external_system = ?")) {
            query.setString(1, system);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    days.add(new KnownDay(
                            LocalDate.ofEpochDay(found.getLong(1)),
                            found.getInt(2),
                            Map.of(ALL, BitSet.valueOf(found.getBytes(3)))));
                }
            }
        }
        return new History(zone, days);
    }

    /** The numbers that stand for an external system's queues. */
    static Map<String, Integer> numbers(Connection connection, String system) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("select path, number from reported_queue where external_system = ?")) {
            query.setString(1, system);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    numbers.put(found.getString(1), found.getInt(2));
                }
            }
        }
        return numbers;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
