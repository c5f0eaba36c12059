package io.xlink.cli;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import java.util.Comparator;
import java.util.List;

/** Reads a server's activities one by one, slice by slice as they are wanted, in the order of an export. */
final class ActivityRows {
    /** Text by code points, as servers sort it, which the order of Java's own comparison is not. */
    private static final Comparator<String> TEXT = (one, other) -> {
        int at = 0;
        while (at < one.length() && at < other.length() && one.codePointAt(at) == other.codePointAt(at)) {
            at += Character.charCount(one.codePointAt(at));
        }
        return at < one.length() && at < other.length()
                ? Integer.compare(one.codePointAt(at), other.codePointAt(at))
                : Integer.compare(one.length(), other.length());
    };

    /** By all columns of the export, from left to right. */
    static final Comparator<Row> ORDER = Comparator.comparing(Row::externalSystem, TEXT)
            .thenComparing(Row::agent, TEXT)
            .thenComparing(Row::activity, TEXT)
            .thenComparingLong(Row::start)
            .thenComparingLong(Row::end);

    private final ServerConnection server;
    private final long from;
    private final long to;
    private List<ActivitySlice.Held> columns = List.of();
    private String cursor = "";
    private boolean last;
    private int column;
    private int position;
    private Row current;

    /** One activity; {@code start} and {@code end} in seconds since 1970-01-01T00:00Z. */
    record Row(String externalSystem, String agent, String activity, long start, long end) {}

    /** Activities that begin from {@code from}, inclusive, to {@code to}, exclusive, in seconds since 1970. */
    ActivityRows(ServerConnection server, long from, long to) throws Exception {
        this.server = server;
        this.from = from;
        this.to = to;
        advance();
    }

    /** The row that is next, or null when there is none. */
    Row current() {
        return current;
    }

    /** Goes on to the next row. */
    void advance() throws Exception {
        while (column == columns.size() && !last) {
            ActivitySlice slice = server.exportActivities(new ActivityQuery(from, to, cursor));
            columns = slice.columns();
            column = 0;
            cursor = slice.next();
            last = cursor.isEmpty();
        }
        if (column == columns.size()) {
            current = null;
            return;
        }
        ActivitySlice.Held held = columns.get(column);
        ActivityColumn activities = held.column();
        long start = activities.start(position);
        current = new Row(
                held.externalSystem(),
                activities.agent(),
                activities.activity(),
                start,
                start + activities.seconds(position));
        position++;
        if (position == activities.size()) {
            column++;
            position = 0;
        }
    }
}
