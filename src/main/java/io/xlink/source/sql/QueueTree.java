package io.xlink.source.sql;

import io.xlink.config.IniSection;
import io.xlink.config.keys.Key;
import io.xlink.config.keys.UniversalCallKeys;
import io.xlink.model.QueuePath;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Asks a database for the queues of its tree and for their ids (specification, section 5). */
final class QueueTree {
    private final UniversalCallFormat format;
    private final SqlRunner runner;

    QueueTree(UniversalCallFormat format, SqlRunner runner) {
        this.format = format;
        this.runner = runner;
    }

    /** What a query answers. */
    private record Answer(List<String> columns, List<List<String>> rows) {}

    static SqlStatement queueStatement(UniversalCallFormat format) {
        return new SqlStatement("the query for queues", format.queueSql(), List.of(), List.of());
    }

    static SqlStatement mappingStatement(UniversalCallFormat format) {
        return new SqlStatement(
                "the query for ids of queues", format.queueMappingSql().orElseThrow(), List.of(), List.of());
    }

    /** The queues in the order of the database, each once. */
    Set<QueuePath> queues() throws SqlSourceException {
        Set<QueuePath> queues = new LinkedHashSet<>();
        for (List<String> row : ask(queueStatement(format), UniversalCallKeys.QUEUE_SQL).rows) {
            if (row.stream().noneMatch(String::isEmpty)) {
                queues.add(new QueuePath(row));
            }
        }
        return queues;
    }

    /** The ids of every queue; a queue may have several rows of them. */
    List<MappedQueue> mapped() throws SqlSourceException {
        return format.queueMappingSql().isPresent() ? fromMapping() : fromNames();
    }

    private List<MappedQueue> fromNames() throws SqlSourceException {
        Answer answer = ask(queueStatement(format), UniversalCallKeys.QUEUE_SQL);
        int ids = format.queueColumns().size();
        requireColumns(
                answer.columns.size() == ids,
                UniversalCallKeys.QUEUE_SQL + " has " + answer.columns.size() + " columns and "
                        + UniversalCallKeys.QUEUE_NAME_COLUMN + " has " + ids);
        return answer.rows.stream()
                .filter(row -> row.stream().noneMatch(String::isEmpty))
                .map(row -> new MappedQueue(new QueuePath(row), row))
                .toList();
    }

    private List<MappedQueue> fromMapping() throws SqlSourceException {
        Answer answer = ask(mappingStatement(format), UniversalCallKeys.QUEUE_MAPPING_SQL);
        int ids = format.queueColumns().size();
        int columns = answer.columns.size();
        // Some configurations name all columns of the mapping as ids, in an order of their own.
        boolean all = columns == ids && columns > 1;
        int levels = all
                ? ask(queueStatement(format), UniversalCallKeys.QUEUE_SQL)
                        .columns
                        .size()
                : columns - ids;
        requireColumns(
                levels >= 1 && levels <= columns,
                UniversalCallKeys.QUEUE_MAPPING_SQL + " has " + columns + " columns, and "
                        + UniversalCallKeys.QUEUE_NAME_COLUMN + " has " + ids);
        List<Integer> positions = all ? byName(answer.columns) : last(ids, levels);
        List<MappedQueue> mapped = new ArrayList<>();
        for (List<String> row : answer.rows) {
            List<String> path = row.subList(0, levels);
            if (path.stream().noneMatch(String::isEmpty)) {
                mapped.add(new MappedQueue(
                        new QueuePath(path), positions.stream().map(row::get).toList()));
            }
        }
        return mapped;
    }

    private static List<Integer> last(int ids, int levels) {
        return IntStream.range(levels, levels + ids).boxed().toList();
    }

    /** Where the id of each column of {@code QueueNameColumn} stands in a row of the mapping, by the columns' names. */
    private List<Integer> byName(List<String> columns) {
        List<Integer> positions = new ArrayList<>();
        for (SqlExpression expression : format.queueColumns().expressions()) {
            int position = positions.size();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).equalsIgnoreCase(expression.columnName())) {
                    position = i;
                }
            }
            positions.add(position);
        }
        return positions;
    }

    private void requireColumns(boolean fits, String what) throws SqlSourceException {
        if (!fits) {
            throw SqlSourceException.of(
                    format.section(),
                    UniversalCallKeys.QUEUE_MAPPING_SQL,
                    what,
                    "Let QueueMappingSQL have the columns of QueueSQL, then one id for each of QueueNameColumn");
        }
    }

    private Answer ask(SqlStatement statement, Key key) throws SqlSourceException {
        IniSection section = format.section();
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        try {
            runner.runWhole(statement, result -> {
                ResultSetMetaData names = result.getMetaData();
                for (int i = 1; i <= names.getColumnCount(); i++) {
                    columns.add(names.getColumnLabel(i));
                }
                while (result.next()) {
                    rows.add(row(result, columns.size()));
                }
                return rows.size();
            });
        } catch (SQLException e) {
            throw SqlSourceException.of(section, key, statement.purpose(), e);
        }
        return new Answer(columns, rows);
    }

    private static List<String> row(ResultSet result, int columns) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            String value = result.getString(i);
            // Columns of a fixed width are filled with blanks, which nobody writes into a mapping.
            row.add(value == null ? "" : value.strip());
        }
        return row;
    }
}
