package io.xlink.importer;

import io.xlink.source.csv.CallTotals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The durable memory of what each file contributed, for external systems whose files add up ({@code Overlap=sum}). A
 * contribution counts once, whatever the file is called; a file of the same name replaces what its predecessor
 * contributed. Contributions are kept for {@value #KEPT_DAYS} days.
 */
final class FileContributions implements AutoCloseable {
    private static final int KEPT_DAYS = 400;

    private final Connection connection;
    private final Clock clock;

    /** @param data the data directory */
    FileContributions(Path data, Clock clock) {
        this.connection = ImporterDatabase.open(data);
        this.clock = clock;
    }

    /** The file whose contribution has the same content, if there is one: it must not be counted again. */
    synchronized Optional<String> sameContent(String externalSystem, String content) {
        try (PreparedStatement query = connection.prepareStatement(
                "select file from contribution where external_system = ? and content = ? order by file limit 1")) {
            query.setString(1, externalSystem);
            query.setString(2, content);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure("read what files contributed", e);
        }
    }

    /**
     * What all files add up to with these, on the days that these are about or their predecessors of the same names
     * were. An interval that only a predecessor had counts 0. Nothing is kept yet, so that a delivery that fails can be
     * repeated.
     *
     * @param added one or more
     * @throws IllegalStateException when a file that still counts was read with other value types or intervals
     */
    synchronized CallTotals with(String externalSystem, List<Contribution> added) {
        try {
            Map<String, CallTotals> parts = new TreeMap<>();
            SortedSet<LocalDate> days = new TreeSet<>();
            List<CallTotals> replaced = new ArrayList<>();
            for (Contribution contribution : added) {
                parts.put(contribution.file(), contribution.totals());
                days.addAll(contribution.totals().dates());
                for (CallTotals before : ofFile(externalSystem, contribution.file())) {
                    days.addAll(before.dates());
                    replaced.add(before);
                }
            }
            CallTotals like = added.get(0).totals();
            List<CallTotals> all = new ArrayList<>();
            for (LocalDate day : days) {
                addKept(externalSystem, day, parts, like, all);
            }
            all.addAll(parts.values());
            // Those of another form are zeros of value types that there are no more.
            replaced.stream().filter(like::isLike).map(CallTotals::zeros).forEach(all::add);
            return CallTotals.merge(all);
        } catch (SQLException | IOException e) {
            throw failure("read what files contributed", e);
        }
    }

    /** Keeps contributions in place of their predecessors'; durable when this returns. To be called after the receipt. */
    synchronized void keep(String externalSystem, List<Contribution> delivered) {
        try {
            execute("begin immediate");
            for (Contribution contribution : delivered) {
                remove(externalSystem, contribution.file());
                insert(externalSystem, contribution);
            }
            forgetOld();
            execute("commit");
        } catch (SQLException | IOException | RuntimeException e) {
            IllegalStateException failure = failure("keep what files contributed", e);
            try {
                execute("rollback");
            } catch (SQLException r) {
                failure.addSuppressed(r);
            }
            throw failure;
        }
    }

    private List<CallTotals> ofFile(String externalSystem, String file) throws SQLException, IOException {
        List<CallTotals> days = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select totals from contribution_day where external_system = ? and file = ? order by day")) {
            query.setString(1, externalSystem);
            query.setString(2, file);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    days.add(totals(found.getBytes(1)));
                }
            }
        }
        return days;
    }

    /** Adds what other files contributed to a day. */
    private void addKept(
            String externalSystem, LocalDate day, Map<String, CallTotals> parts, CallTotals like, List<CallTotals> all)
            throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(
                "select file, totals from contribution_day where external_system = ? and day = ? order by file")) {
            query.setString(1, externalSystem);
            query.setLong(2, day.toEpochDay());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    String file = found.getString(1);
                    if (parts.containsKey(file)) {
                        continue;
                    }
                    CallTotals kept = totals(found.getBytes(2));
                    if (!kept.isLike(like)) {
                        throw new IllegalStateException("on " + day + " " + file + " counts too, and it was read with"
                                + " other value types, intervals or another time zone. Drop it once more together with"
                                + " this file, or take the change of the configuration back");
                    }
                    all.add(kept);
                }
            }
        }
    }

    private void insert(String externalSystem, Contribution contribution) throws SQLException, IOException {
        try (PreparedStatement insert = connection.prepareStatement("insert into contribution values (?, ?, ?, ?)")) {
            insert.setString(1, externalSystem);
            insert.setString(2, contribution.file());
            insert.setString(3, contribution.content());
            insert.setLong(4, clock.instant().getEpochSecond());
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into contribution_day values (?, ?, ?, ?)")) {
            insert.setString(1, externalSystem);
            insert.setString(3, contribution.file());
            for (LocalDate day : contribution.totals().dates()) {
                insert.setLong(2, day.toEpochDay());
                insert.setBytes(4, bytes(contribution.totals().on(new TreeSet<>(List.of(day)))));
                insert.executeUpdate();
            }
        }
    }

    private void remove(String externalSystem, String file) throws SQLException {
        for (String table : List.of("contribution", "contribution_day")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where external_system = ? and file = ?")) {
                delete.setString(1, externalSystem);
                delete.setString(2, file);
                delete.executeUpdate();
            }
        }
    }

    private void forgetOld() throws SQLException {
        long oldest = clock.instant().minus(Duration.ofDays(KEPT_DAYS)).getEpochSecond();
        try (Statement delete = connection.createStatement()) {
            delete.executeUpdate("delete from contribution_day where (external_system, file) in (select"
                    + " external_system, file from contribution where noted_at < " + oldest + ")");
            delete.executeUpdate("delete from contribution where noted_at < " + oldest);
        }
    }

    private static byte[] bytes(CallTotals totals) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        totals.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static CallTotals totals(byte[] bytes) throws IOException {
        return CallTotals.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static IllegalStateException failure(String what, Exception cause) {
        return new IllegalStateException("cannot " + what + ": " + cause.getMessage(), cause);
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
