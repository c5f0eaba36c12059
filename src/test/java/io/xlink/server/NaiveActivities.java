package io.xlink.server;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.ActivitySlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The replacement of activities in its plainest form: one list, searched from end to end. */
final class NaiveActivities {
    private static final Comparator<String> BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::system, BYTES)
            .thenComparing(Line::agent, BYTES)
            .thenComparing(Line::activity, BYTES)
            .thenComparingLong(Line::start);

    /** One exported line. */
    record Line(String system, String agent, String activity, long start, int seconds) {}

    private final List<Line> lines = new ArrayList<>();

    void store(ActivityImport what) {
        for (ActivityColumn column : what.columns()) {
            lines.removeIf(line -> line.system.equals(what.externalSystem())
                    && line.agent.equals(column.agent())
                    && line.start >= what.fromSecond()
                    && line.start < what.toSecond());
        }
        for (ActivityColumn column : what.columns()) {
            lines.addAll(lines(what.externalSystem(), column));
        }
    }

    /** All lines in an export's order that begin within the range. */
    List<Line> export(long from, long to) {
        return lines.stream()
                .filter(line -> line.start >= from && line.start < to)
                .sorted(ORDER)
                .toList();
    }

    /** The lines of columns as they were exported. */
    static List<Line> lines(List<ActivitySlice.Held> columns) {
        return columns.stream()
                .flatMap(held -> lines(held.externalSystem(), held.column()).stream())
                .toList();
    }

    private static List<Line> lines(String system, ActivityColumn column) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            lines.add(new Line(system, column.agent(), column.activity(), column.start(i), column.seconds(i)));
        }
        return lines;
    }
}
