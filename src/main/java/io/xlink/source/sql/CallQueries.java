package io.xlink.source.sql;

import io.xlink.model.QueuePath;
import io.xlink.source.sql.ValueType.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes the queries for the call data of a day (specification, section 5): one for all queues where columns identify them, one a queue
 * where an expression does; text of the configuration as it stands, values as parameters.
 */
final class CallQueries {
    /** What every database and driver takes in one list. */
    private static final int MOST_IDS = 500;

    private final UniversalCallFormat format;
    private final ProbedCalls probed;
    private final DayWindow window;
    private final List<QueuePath> queues;
    private final boolean mayPushDown;
    private final Optional<Condition> bucket;

    /**
     * @param queues the queues that are asked for, by their numbers
     * @param mayPushDown whether the database may add up the rows, if it can
     */
    CallQueries(
            UniversalCallFormat format,
            ProbedCalls probed,
            DayWindow window,
            List<QueuePath> queues,
            boolean mayPushDown) {
        this.format = format;
        this.probed = probed;
        this.window = window;
        this.queues = List.copyOf(queues);
        this.mayPushDown = mayPushDown;
        this.bucket = mayPushDown && format.pushDown() && probed.summable()
                ? probed.time().bucket(window, format.interval() * 60)
                : Optional.empty();
    }

    /** Who adds up the rows, and why. */
    String summary() {
        if (bucket.isPresent()) {
            return "the database adds up the rows";
        }
        String reason;
        if (!format.pushDown()) {
            reason = "PushDown is off";
        } else if (!mayPushDown) {
            reason = "ids of queues differ by upper and lower case alone";
        } else if (!probed.summable()) {
            reason = "a value type is not declared as a number that databases add up as we do";
        } else if (probed.time().dialect().bucket(probed.time().form(), "", 1).isPresent()) {
            reason = "clocks change about that day";
        } else {
            reason = "this database cannot tell the interval of such a time";
        }
        return "rows are added up here, because " + reason;
    }

    /** @param ids the ids of queues with the numbers of those that have them */
    List<CallQuery> of(Map<List<String>, List<Integer>> ids) {
        List<CallQuery> queries = new ArrayList<>();
        for (List<Integer> types : typesOfQueries()) {
            if (format.queueColumns().areColumns()) {
                byColumns(ids, types, queries);
            } else {
                ids.forEach((one, found) -> queries.add(query(0, found, types, byExpressions(one))));
            }
        }
        return queries;
    }

    private List<List<Integer>> typesOfQueries() {
        List<Integer> all =
                IntStream.range(0, format.valueTypes().size()).boxed().toList();
        return format.together() ? List.of(all) : all.stream().map(List::of).toList();
    }

    private void byColumns(Map<List<String>, List<Integer>> ids, List<Integer> types, List<CallQuery> queries) {
        Map<Object, List<List<String>>> byFirst = new LinkedHashMap<>();
        ids.keySet()
                .forEach(one -> byFirst.computeIfAbsent(id(one, 0), first -> new ArrayList<>())
                        .add(one));
        List<Object> firsts = new ArrayList<>(byFirst.keySet());
        for (int from = 0; from < firsts.size(); from += MOST_IDS) {
            List<Object> some = firsts.subList(from, Math.min(firsts.size(), from + MOST_IDS));
            List<List<String>> rows =
                    some.stream().flatMap(first -> byFirst.get(first).stream()).toList();
            Set<Integer> found = new LinkedHashSet<>();
            rows.forEach(row -> found.addAll(ids.get(row)));
            queries.add(query(format.queueColumns().size(), List.copyOf(found), types, among(rows)));
        }
    }

    /** Each id is one of those of the queues; that they go together is looked at when the rows are read. */
    private Condition among(List<List<String>> rows) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < format.queueColumns().size(); i++) {
            int column = i;
            List<Object> values =
                    rows.stream().map(row -> id(row, column)).distinct().toList();
            if (values.size() <= MOST_IDS) {
                conditions.add(Condition.in(format.queueColumns().expressions().get(i), values));
            }
        }
        return Condition.all(conditions);
    }

    private Condition byExpressions(List<String> ids) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            // The expression itself stays without parentheses, because it was written to stand before "= 'name'".
            conditions.add(
                    Condition.of("(" + format.queueColumns().expressions().get(i) + " = ?)", id(ids, i)));
        }
        return Condition.all(conditions);
    }

    private Object id(List<String> ids, int column) {
        return probed.queueIds().get(column).bound(ids.get(column));
    }

    private CallQuery query(int ids, List<Integer> found, List<Integer> types, Condition which) {
        Condition where = Condition.all(List.of(which, probed.time().within(window)));
        Condition select = bucket.isPresent() ? summed(ids, types, where) : rows(ids, types, where);
        SqlStatement statement = new SqlStatement(
                "the query for call data",
                select.text(),
                select.parameters(),
                found.stream().map(queues::get).distinct().toList());
        return new CallQuery(statement, ids, found, types, bucket.isPresent());
    }

    private Condition rows(int ids, List<Integer> types, Condition where) {
        List<String> columns = new ArrayList<>();
        format.queueColumns().expressions().subList(0, ids).forEach(column -> columns.add(column.text()));
        columns.addAll(probed.time().selected());
        types.forEach(
                type -> columns.add(format.valueTypes().get(type).expression().text()));
        return new Condition(
                "select " + String.join(", ", columns) + " from " + format.table() + " where " + where.text(),
                where.parameters());
    }

    /**
     * The rows are a table of their own to the query that adds them up, because a parameter may not stand in what is
     * grouped by.
     */
    private Condition summed(int ids, List<Integer> types, Condition where) {
        List<String> groups = new ArrayList<>();
        List<String> inner = new ArrayList<>();
        for (int i = 0; i < ids; i++) {
            groups.add("q" + i);
            inner.add(format.queueColumns().expressions().get(i) + " as q" + i);
        }
        groups.add("b");
        inner.add(bucket.orElseThrow().text() + " as b");
        List<String> outer = new ArrayList<>(groups);
        for (int type : types) {
            ValueType value = format.valueTypes().get(type);
            inner.add(value.expression() + " as v" + type);
            outer.add(aggregate(value.function(), "v" + type));
        }
        List<Object> parameters = new ArrayList<>(bucket.orElseThrow().parameters());
        parameters.addAll(where.parameters());
        return new Condition(
                "select " + String.join(", ", outer) + " from (select " + String.join(", ", inner) + " from "
                        + format.table() + " where " + where.text() + ") t group by " + String.join(", ", groups),
                parameters);
    }

    private static String aggregate(Function function, String value) {
        return switch (function) {
            case SUM -> "sum(" + value + ")";
            case COUNT -> "count(" + value + ")";
            case AVG -> "sum(" + value + "), count(" + value + ")";
            case MAX -> "max(" + value + ")";
            case MIN -> "min(" + value + ")";
        };
    }
}
