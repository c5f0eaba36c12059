package io.xlink.importer.ledger;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.importer.memory.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Writes the ledger. An entry begins before anything is read and ends after the receipts, so that an import that a crash
 * cuts off is found as one that had begun. Each call is durable when it returns.
 */
public final class Ledger implements AutoCloseable {
    private static final String INSERT_IMPORT = "insert into ledger_import"
            + " (system, kind, origin, subject, started, state, attempts, mapping) values (?, ?, ?, ?, ?, ?, 1, ?)";

    private final Connection connection;
    private final Duration kept;
    private final Clock clock;

    /**
     * Opens the ledger; what had begun in an earlier run of the program and has no end was interrupted.
     *
     * @param data the data directory
     * @param kept how long ended imports are remembered
     */
    public Ledger(Path data, Duration kept, Clock clock) {
        this.connection = ImporterDatabase.open(data);
        this.kept = kept;
        this.clock = clock;
        change("open", () -> {
            update(
                    "update ledger_import set state = ?, ended = ? where state = ?",
                    State.INTERRUPTED,
                    now(),
                    State.RUNNING);
        });
    }

    /** An import begins, or one that failed is tried again; returns the number of its entry. */
    public synchronized long begin(Begun begun) {
        long[] id = new long[1];
        change("write to", () -> {
            Optional<Long> again = failed(begun);
            if (again.isPresent()) {
                id[0] = again.get();
                update(
                        "update ledger_import set state = ?, started = ?, ended = null, attempts = attempts + 1,"
                                + " mapping = ?, origin = ? where id = ?",
                        State.RUNNING,
                        now(),
                        begun.mapping(),
                        begun.origin(),
                        id[0]);
                return;
            }
            update(
                    INSERT_IMPORT,
                    begun.system(),
                    begun.kind(),
                    begun.origin(),
                    begun.subject(),
                    now(),
                    State.RUNNING,
                    begun.mapping());
            id[0] = number("select last_insert_rowid()").orElseThrow();
            days(id[0], begun.days());
        });
        return id[0];
    }

    /** There are receipts for everything. */
    public synchronized void done(long id, Ended ended) {
        change("write to", () -> {
            update(
                    "update ledger_import set state = ?, ended = ?, rows_read = ?, rows_rejected = ?, not_computed = ?,"
                            + " error = ? where id = ?",
                    ended.isPart() ? State.PARTLY : State.DONE,
                    now(),
                    ended.rows(),
                    ended.rejected(),
                    ended.notComputed(),
                    ended.leftOut().isEmpty() ? null : String.join("; ", ended.leftOut()),
                    id);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert or replace into ledger_file values (?, ?, ?, ?, ?, ?, ?)")) {
                for (ReadFile file : ended.files()) {
                    set(
                            insert,
                            id,
                            file.path(),
                            file.size(),
                            file.modified().toEpochMilli(),
                            file.sha256().orElse(null),
                            file.rows(),
                            file.rejected());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statements(id, ended.statements());
            answers(id, ended.answers());
            days(id, ended.answers().stream().map(Answer::day).toList());
            forget();
        });
    }

    /** It ended without receipts for everything. */
    public synchronized void failed(long id, String error) {
        change("write to", () -> {
            update(
                    "update ledger_import set state = ?, ended = ?, error = ? where id = ?",
                    State.FAILED,
                    now(),
                    error,
                    id);
        });
    }

    /** It turned out that there is nothing to import. */
    public synchronized void nothing(long id) {
        change("write to", () -> remove("id = ?", id));
    }

    private Optional<Long> failed(Begun begun) throws SQLException {
        return number(
                "select id from ledger_import where id = (select max(id) from ledger_import where system = ? and kind = ?)"
                        + " and subject = ? and origin = ? and state in (?, ?)",
                begun.system(),
                begun.kind(),
                begun.subject(),
                begun.origin(),
                State.FAILED,
                State.INTERRUPTED);
    }

    private void days(long id, Collection<LocalDate> days) throws SQLException {
        for (LocalDate day : days) {
            update("insert or ignore into ledger_day values (?, ?)", id, day.toEpochDay());
        }
    }

    private void statements(long id, List<RanQuery> statements) throws SQLException {
        int number = 0;
        for (RanQuery one : statements) {
            update("insert or ignore into ledger_text (text) values (?)", one.text());
            update(
                    "insert or replace into ledger_statement select ?, ?, id, ? from ledger_text where text = ?",
                    id,
                    ++number,
                    one.rows(),
                    one.text());
        }
    }

    private void answers(long id, List<Answer> answers) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into ledger_answer values (?, ?, ?, ?, ?, ?)")) {
            for (Answer one : answers) {
                set(insert, id, one.server(), one.day().toEpochDay(), one.importId(), one.stored(), one.refused());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Forgets what is older than asked for; a little at a time, so that no import waits for it. */
    private void forget() throws SQLException {
        remove(
                "id in (select id from ledger_import where started < ? order by started limit 20)",
                now() - kept.toMillis());
    }

    private void remove(String which, long value) throws SQLException {
        String ids = "(select id from ledger_import where " + which + ")";
        if (number("select 1 from ledger_import where " + which, value).isEmpty()) {
            return;
        }
        for (String table : List.of("ledger_day", "ledger_file", "ledger_statement", "ledger_answer")) {
            update("delete from " + table + " where import in " + ids, value);
        }
        update("delete from ledger_import where id in " + ids, value);
    }

    private long now() {
        return clock.millis();
    }

    private Optional<Long> number(String sql, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, values);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
            }
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(sql)) {
            set(change, values);
            change.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value == null || value instanceof Number ? value : value.toString());
        }
    }

    private void change(String what, Transaction.Changes changes) {
        try {
            Transaction.make(connection, changes);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot " + what + " the ledger of imports: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
