package io.xlink.importer.ledger;

import io.xlink.model.ImportKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Reads the ledger, also while an importer writes to it. */
public final class LedgerReader implements AutoCloseable {
    private static final String SELECT = """
            select i.*,
              (select count(*) from ledger_file f where f.import = i.id) as files,
              (select count(*) from ledger_statement s where s.import = i.id) as statements,
              (select coalesce(sum(stored), 0) from ledger_answer a where a.import = i.id) as stored,
              (select coalesce(sum(refused), 0) from ledger_answer a where a.import = i.id) as refused
            from ledger_import i
            """;
    private static final String QUERY = SELECT + """
            where (? = 0 or i.state in ('partly', 'failed', 'interrupted'))
              and (? is null or exists (select 1 from ledger_day d where d.import = i.id and d.day = ?))
              and (? is null or i.system = ?)
            order by i.id desc limit ?
            """;
    private static final String DELIVERED = SELECT + """
            where i.system = ? and i.kind = ? and i.origin = 'automatic' and i.state in ('done', 'partly')
              and exists (select 1 from ledger_day d where d.import = i.id and d.day between ? and ?)
            order by i.id
            """;

    private final Connection connection;

    /** @param connection closed with this */
    public LedgerReader(Connection connection) {
        this.connection = connection;
    }

    /** What fits, the oldest first. */
    public List<Entry> find(LedgerQuery asked) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setInt(1, asked.troubleOnly() ? 1 : 0);
            Object day = asked.day().map(LocalDate::toEpochDay).orElse(null);
            query.setObject(2, day);
            query.setObject(3, day);
            query.setString(4, asked.system().orElse(null));
            query.setString(5, asked.system().orElse(null));
            query.setInt(6, asked.most());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    entries.add(entry(found));
                }
            }
        }
        Collections.reverse(entries);
        return entries;
    }

    /** What was delivered of a system and is about any of these days, by itself or from dropped files; the oldest first. */
    public List<Entry> delivered(String system, ImportKind kind, LocalDate first, LocalDate last) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DELIVERED)) {
            query.setString(1, system);
            query.setString(2, kind.name());
            query.setLong(3, first.toEpochDay());
            query.setLong(4, last.toEpochDay());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    entries.add(entry(found));
                }
            }
        }
        return entries;
    }

    private Entry entry(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long ended = row.getLong("ended");
        boolean running = row.wasNull();
        return new Entry(
                id,
                row.getString("system"),
                ImportKind.valueOf(row.getString("kind")),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("started")),
                running ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)),
                row.getInt("attempts"),
                days(id),
                row.getLong("files"),
                row.getLong("statements"),
                row.getLong("rows_read"),
                row.getLong("rows_rejected"),
                row.getLong("stored"),
                row.getLong("refused"),
                row.getLong("not_computed"),
                row.getString("mapping"),
                Optional.ofNullable(row.getString("error")));
    }

    private SortedSet<LocalDate> days(long id) throws SQLException {
        return new TreeSet<>(
                list("select day from ledger_day where import = ?", id, row -> LocalDate.ofEpochDay(row.getLong(1))));
    }

    /** The files of an import. */
    public List<ReadFile> files(long id) throws SQLException {
        return list(
                "select path, size, modified, sha256, rows, rejected from ledger_file where import = ? order by path",
                id,
                row -> new ReadFile(
                        row.getString(1),
                        row.getLong(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Optional.ofNullable(row.getString(4)),
                        row.getLong(5),
                        row.getLong(6)));
    }

    /** The statements of an import, in their order. */
    public List<RanQuery> statements(long id) throws SQLException {
        return list(
                "select t.text, s.rows from ledger_statement s join ledger_text t on t.id = s.text where s.import = ?"
                        + " order by s.number",
                id,
                row -> new RanQuery(row.getString(1), row.getLong(2)));
    }

    /** The receipts of an import. */
    public List<Answer> answers(long id) throws SQLException {
        return list(
                "select server, day, import_id, stored, refused from ledger_answer where import = ?"
                        + " order by day, server",
                id,
                row -> new Answer(
                        row.getString(1),
                        LocalDate.ofEpochDay(row.getLong(2)),
                        UUID.fromString(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5)));
    }

    /** Reads one row. */
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, long id, Row<T> row) throws SQLException {
        List<T> list = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    list.add(row.of(found));
                }
            }
        }
        return list;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
