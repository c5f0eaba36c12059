package io.xlink.importer.gaps;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.importer.memory.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The durable memory of which intervals of which queues servers got anything about. */
public final class ReportedDays implements AutoCloseable {
    private final Connection connection;
    private final int keptDays;
    private final Clock clock;
    /** Of each external system, the numbers that its queues have. */
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

    /**
     * @param data the data directory
     * @param keptDays days that lie back further are forgotten
     * @param clock with the zone of local time
     */
    public ReportedDays(Path data, int keptDays, Clock clock) {
        this.connection = ImporterDatabase.open(data);
        this.keptDays = keptDays;
        this.clock = clock;
    }

    /**
     * Notes what an import reported; called when there are receipts for it.
     *
     * @throws IllegalStateException when that is not possible
     */
    public synchronized void note(Reported reported) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(keptDays);
        try {
            Transaction.make(connection, () -> {
                for (Map.Entry<LocalDate, Map<String, BitSet>> day :
                        reported.days().entrySet()) {
                    // Nobody asks about those that will be forgotten at once, and nothing has happened yet on later
                    // ones.
                    if (!day.getKey().isBefore(first) && !day.getKey().isAfter(today.plusDays(1))) {
                        note(reported, day.getKey(), day.getValue());
                    }
                }
                forget(reported.system(), first);
            });
        } catch (SQLException | IOException | RuntimeException e) {
            // They may be those of queues that were not noted after all.
            numbers.remove(reported.system());
            throw new IllegalStateException("cannot note which intervals had data: " + e.getMessage(), e);
        }
    }

    private void note(Reported reported, LocalDate date, Map<String, BitSet> queues) throws SQLException {
        PackedDay day = new PackedDay();
        int minutes = reported.minutes();
        try (PreparedStatement query = connection.prepareStatement(
                "select minutes, queues from reported_day where external_system = ? and day = ?")) {
            query.setString(1, reported.system());
            query.setLong(2, date.toEpochDay());
            try (ResultSet found = query.executeQuery()) {
                if (found.next()) {
                    day = PackedDay.of(found.getBytes(2));
                    // Those of calls are the external system's; activities have none of their own.
                    boolean calls = !queues.keySet().equals(Set.of(KnownDay.ACTIVITIES));
                    minutes = calls ? minutes : found.getInt(1);
                    day.regrid(found.getInt(1), minutes);
                }
            }
        }
        Map<String, Integer> known = numbers(reported.system());
        if (reported.replaces(date)) {
            Integer activities = known.get(KnownDay.ACTIVITIES);
            day.queues().keySet().removeIf(queue -> !queue.equals(activities));
        }
        for (Map.Entry<String, BitSet> queue : queues.entrySet()) {
            BitSet bits = PackedDay.regrid(queue.getValue(), reported.minutes(), minutes);
            day.queues()
                    .computeIfAbsent(number(reported.system(), known, queue.getKey()), q -> new BitSet())
                    .or(bits);
        }
        write(reported.system(), date, minutes, day);
    }

    private void write(String system, LocalDate date, int minutes, PackedDay day) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into reported_day values (?, ?, ?, ?, ?)")) {
            insert.setString(1, system);
            insert.setLong(2, date.toEpochDay());
            insert.setInt(3, minutes);
            insert.setBytes(4, day.any().toByteArray());
            insert.setBytes(5, day.bytes());
            insert.executeUpdate();
        }
    }

    private Map<String, Integer> numbers(String system) throws SQLException {
        Map<String, Integer> known = numbers.get(system);
        if (known == null) {
            known = ReportedReader.numbers(connection, system);
            numbers.put(system, known);
        }
        return known;
    }

    private int number(String system, Map<String, Integer> known, String queue) throws SQLException {
        Integer number = known.get(queue);
        if (number == null) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into reported_queue (external_system, path) values (?, ?) returning number")) {
                insert.setString(1, system);
                insert.setString(2, queue);
                try (ResultSet given = insert.executeQuery()) {
                    given.next();
                    number = given.getInt(1);
                }
            }
            known.put(queue, number);
        }
        return number;
    }

    private void forget(String system, LocalDate first) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from reported_day where external_system = ? and day < ?")) {
            delete.setString(1, system);
            delete.setLong(2, first.toEpochDay());
            delete.executeUpdate();
        }
    }

    /** As {@link ReportedReader#systemDays}. */
    public synchronized History systemDays(String system) {
        try {
            return ReportedReader.systemDays(connection, system, clock.getZone());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read which intervals had data: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
