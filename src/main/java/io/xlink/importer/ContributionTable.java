package io.xlink.importer;

import io.xlink.source.csv.CallTotals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The rows of {@link FileContributions}: which content each file has, and what each content adds to each day. */
final class ContributionTable {
    private final Connection connection;

    ContributionTable(Connection connection) {
        this.connection = connection;
    }

    Optional<String> content(String system, String file) throws SQLException {
        return strings("select content from contribution where external_system = ? and file = ?", system, file).stream()
                .findFirst();
    }

    List<String> filesWith(String system, String content) throws SQLException {
        return strings(
                "select file from contribution where external_system = ? and content = ? order by file",
                system,
                content);
    }

    /** Files with the same bytes, however they were read. */
    List<String> filesWithBytes(String system, String bytes) throws SQLException {
        return strings(
                "select file from contribution where external_system = ? and content >= ? and content < ? order by file",
                system,
                bytes + ".",
                bytes + "/");
    }

    /** What a content adds, by day. */
    List<CallTotals> totals(String system, String content) throws SQLException, IOException {
        List<CallTotals> days = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select totals from contributed_day where external_system = ? and content = ? order by day")) {
            query.setString(1, system);
            query.setString(2, content);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    days.add(totals(found.getBytes(1)));
                }
            }
        }
        return days;
    }

    /** What each content adds to a day. */
    Map<String, CallTotals> on(String system, LocalDate day) throws SQLException, IOException {
        Map<String, CallTotals> contents = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select content, totals from contributed_day where external_system = ? and day = ? order by content")) {
            query.setString(1, system);
            query.setLong(2, day.toEpochDay());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    contents.put(found.getString(1), totals(found.getBytes(2)));
                }
            }
        }
        return contents;
    }

    void name(String system, String file, String content, long now) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into contribution values (?, ?, ?, ?)")) {
            insert.setString(1, system);
            insert.setString(2, file);
            insert.setString(3, content);
            insert.setLong(4, now);
            insert.executeUpdate();
        }
    }

    void add(String system, String content, CallTotals totals) throws SQLException, IOException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into contributed_day values (?, ?, ?, ?)")) {
            insert.setString(1, system);
            insert.setString(3, content);
            for (LocalDate day : totals.dates()) {
                insert.setLong(2, day.toEpochDay());
                insert.setBytes(4, bytes(totals.on(new TreeSet<>(List.of(day)))));
                insert.executeUpdate();
            }
        }
    }

    void remove(String system, String content) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from contributed_day where external_system = ? and content = ?")) {
            delete.setString(1, system);
            delete.setString(2, content);
            delete.executeUpdate();
        }
    }

    void forget(long before) throws SQLException {
        try (PreparedStatement days = connection.prepareStatement("delete from contributed_day where (external_system,"
                        + " content) in (select external_system, content from contribution group by external_system,"
                        + " content having max(noted_at) < ?)");
                PreparedStatement names = connection.prepareStatement("delete from contribution where noted_at < ?")) {
            days.setLong(1, before);
            days.executeUpdate();
            names.setLong(1, before);
            names.executeUpdate();
        }
    }

    private List<String> strings(String sql, String... values) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    strings.add(found.getString(1));
                }
            }
        }
        return strings;
    }

    private static byte[] bytes(CallTotals totals) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        totals.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static CallTotals totals(byte[] bytes) throws IOException {
        return CallTotals.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
