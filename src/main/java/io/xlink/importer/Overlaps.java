package io.xlink.importer;

import io.xlink.importer.Coverage.Part;
import io.xlink.importer.Coverage.Reporter;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The durable memory of which file reported about which intervals, so that it can be said when a later file replaces
 * figures of another one (specification, section 6). Days that nothing was reported about for {@value #KEPT_DAYS} days are
 * forgotten.
 */
final class Overlaps implements AutoCloseable {
    private static final int KEPT_DAYS = 400;
    /** Pairs of files told of one import. */
    private static final int TOLD = 20;

    private final Connection connection;
    private final Clock clock;

    /** @param data the data directory */
    Overlaps(Path data, Clock clock) {
        this.connection = ImporterDatabase.open(data);
        this.clock = clock;
    }

    private record Pair(Reporter now, Reporter before) {}

    /** What of one file another one replaces. */
    private static final class Extent {
        private final Set<String> queues = new HashSet<>();
        private long intervals;
        private LocalDate first;
        private LocalDate last;

        void add(LocalDate day, String queue, int more) {
            queues.add(queue);
            intervals += more;
            first = first == null ? day : first;
            last = day;
        }

        String shown() {
            return intervals
                    + (intervals == 1 ? " interval of " : " intervals of ")
                    + queues.size()
                    + (queues.size() == 1 ? " queue " : " queues ")
                    + (first.equals(last) ? "on " + first : "from " + first + " to " + last);
        }
    }

    /**
     * Notes what an import covers.
     *
     * @return what it replaces of other files, a line for each two files, bounded
     */
    synchronized List<String> note(String source, Coverage coverage) {
        Map<Pair, Extent> replaced = new LinkedHashMap<>();
        try {
            Transaction.make(connection, () -> {
                for (Map.Entry<LocalDate, Map<String, Part>> entry :
                        coverage.days().entrySet()) {
                    note(source, coverage.interval(), entry.getKey(), entry.getValue(), replaced);
                }
                forgetOld();
            });
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot note which intervals were reported: " + e.getMessage(), e);
        }
        return lines(replaced);
    }

    private void note(String source, int interval, LocalDate date, Map<String, Part> parts, Map<Pair, Extent> replaced)
            throws SQLException, IOException {
        CoveredDay day = find(source, date, interval);
        day.cover(
                parts,
                (now, before, queue, intervals) -> replaced.computeIfAbsent(new Pair(now, before), p -> new Extent())
                        .add(date, queue, intervals));
        try (PreparedStatement insert =
                connection.prepareStatement("insert or replace into covered_day values (?, ?, ?, ?, ?)")) {
            insert.setString(1, source);
            insert.setLong(2, date.toEpochDay());
            insert.setInt(3, interval);
            insert.setBytes(4, day.bytes());
            insert.setLong(5, clock.instant().getEpochSecond());
            insert.executeUpdate();
        }
    }

    private static List<String> lines(Map<Pair, Extent> replaced) {
        Stream<String> first = replaced.entrySet().stream()
                .limit(TOLD)
                .map(entry ->
                        entry.getKey().now().shown() + ": " + entry.getValue().shown() + " replace those of "
                                + entry.getKey().before().shown());
        Stream<String> rest = replaced.size() > TOLD
                ? Stream.of("intervals of " + (replaced.size() - TOLD) + " more pairs of files replace one another")
                : Stream.empty();
        return Stream.concat(first, rest).toList();
    }

    private CoveredDay find(String source, LocalDate day, int interval) throws SQLException, IOException {
        try (PreparedStatement query = connection.prepareStatement(
                "select covered from covered_day where source = ? and day = ? and interval = ?")) {
            query.setString(1, source);
            query.setLong(2, day.toEpochDay());
            query.setInt(3, interval);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? CoveredDay.of(found.getBytes(1)) : new CoveredDay();
            }
        }
    }

    private void forgetOld() throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from covered_day where noted_at < ?")) {
            delete.setLong(1, clock.instant().minus(Duration.ofDays(KEPT_DAYS)).getEpochSecond());
            delete.executeUpdate();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
