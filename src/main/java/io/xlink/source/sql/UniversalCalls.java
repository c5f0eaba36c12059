package io.xlink.source.sql;

import io.xlink.config.keys.UniversalCallKeys;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Call data of an external system in a database, PhoneLink (specification, section 5). A day is always read as a whole, with nothing
 * remembered of earlier reads, so that rows which came late or were committed out of order cannot be missed or counted twice.
 */
public final class UniversalCalls {
    private final UniversalCallFormat format;

    public UniversalCalls(UniversalCallFormat format) {
        this.format = format;
    }

    /** The queues of the tree, in the order of the database. */
    public Set<QueuePath> queues(Connection connection) throws SqlSourceException {
        return new QueueTree(format, runner(connection)).queues();
    }

    /**
     * Every statement that {@link #read} would run, in their order; those that decide about the others run.
     *
     * @param mapped the queues that mappings name
     */
    public SqlPlan plan(Connection connection, LocalDay day, Set<QueuePath> mapped) throws SqlSourceException {
        SqlRunner runner = runner(connection);
        Prepared prepared = prepare(runner, day, mapped);
        List<SqlStatement> statements = new ArrayList<>(
                runner.ran().stream().map(RanStatement::statement).toList());
        prepared.queries.forEach(query -> statements.add(query.statement()));
        return new SqlPlan(statements, prepared.summary, prepared.notes);
    }

    /** What is needed to read a day. */
    private record Prepared(
            List<QueuePath> queues,
            List<String> notes,
            DayWindow window,
            ProbedCalls probed,
            QueueMatch match,
            List<CallQuery> queries,
            String summary) {}

    /**
     * Reads a day.
     *
     * @param connection one that streams results; it is not closed
     * @param day of local time
     * @param mapped the queues that mappings name; others are not asked for
     * @throws SqlSourceException when the database refuses something or goes away; then nothing was read
     */
    public CallRead read(Connection connection, LocalDay day, Set<QueuePath> mapped) throws SqlSourceException {
        SqlRunner runner = runner(connection);
        Prepared prepared = prepare(runner, day, mapped);
        DaySums sums = new DaySums(prepared.queues, format.valueTypes(), day, format.interval());
        UnreadRows unread = new UnreadRows();
        CallRowReader reader =
                new CallRowReader(format, prepared.probed, prepared.window, prepared.match, sums, unread);
        long[] rows = new long[1];
        for (CallQuery query : prepared.queries) {
            try {
                SqlRunner.Rows taker = result -> {
                    long read = reader.read(query, result);
                    rows[0] += read;
                    return read;
                };
                if (query.summed()) {
                    runner.runWhole(query.statement(), taker);
                } else {
                    runner.run(query.statement(), taker);
                }
            } catch (SQLException e) {
                throw SqlSourceException.of(
                        format.section(),
                        UniversalCallKeys.CALL_DATA_TABLE,
                        query.statement().purpose(),
                        e);
            }
        }
        List<CallPage> pages = sums.finish();
        List<String> notes = new ArrayList<>(prepared.notes);
        notes.addAll(unread.notes());
        if (pages.isEmpty() && unread.count() > 0) {
            throw SqlSourceException.of(
                    format.section(),
                    UniversalCallKeys.CALL_DATA_TABLE,
                    "none of the " + unread.count() + " rows of " + day.date() + " could be read, first because of "
                            + unread.notes().get(0),
                    "Correct TimeStampType, its format, or ValueTypes");
        }
        return new CallRead(
                new CallTable(format.externalSystem(), format.interval(), format.valueTypeNames(), pages, Set.of(day)),
                runner.ran(),
                rows[0],
                unread.count(),
                notes);
    }

    private SqlRunner runner(Connection connection) throws SqlSourceException {
        try {
            return new SqlRunner(connection, format.queryTimeout());
        } catch (SQLException e) {
            throw SqlSourceException.of(
                    format.section(), UniversalCallKeys.CALL_DATA_TABLE, "the question what database it is", e);
        }
    }

    private Prepared prepare(SqlRunner runner, LocalDay day, Set<QueuePath> mapped) throws SqlSourceException {
        List<MappedQueue> listed = new QueueTree(format, runner).mapped();
        ProbedCalls probed = ProbedCalls.of(format, runner);
        Map<QueuePath, Integer> numbers = new LinkedHashMap<>();
        Map<List<String>, List<Integer>> ids = new LinkedHashMap<>();
        for (MappedQueue one : listed) {
            if (mapped.contains(one.queue())) {
                int number = number(numbers, one.queue());
                List<Integer> queues = ids.computeIfAbsent(
                        QueueMatch.normal(one.ids(), probed.queueNumbers()), i -> new ArrayList<>());
                // However often the database lists an id of a queue, its rows count once.
                if (!queues.contains(number)) {
                    queues.add(number);
                }
            }
        }
        List<String> notes = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        mapped.stream().filter(queue -> !numbers.containsKey(queue)).forEach(queue -> missing.add(queue.toString()));
        missing.forEach(
                queue -> notes.add(
                        "the queue " + queue
                                + " is mapped, and the database does not list it: correct acd_map.ini, or QueueSQL and QueueMappingSQL"));
        DayWindow window = DayWindow.of(day, format.clock());
        QueueMatch match = new QueueMatch(ids, probed.queueNumbers());
        List<QueuePath> queues = List.copyOf(numbers.keySet());
        // Where the database may take ids for one that differ by case, only the rows tell them apart.
        CallQueries queries = new CallQueries(format, probed, window, queues, !match.hasCases());
        return new Prepared(queues, notes, window, probed, match, queries.of(ids), queries.summary());
    }

    private static int number(Map<QueuePath, Integer> numbers, QueuePath queue) {
        Integer known = numbers.putIfAbsent(queue, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }
}
