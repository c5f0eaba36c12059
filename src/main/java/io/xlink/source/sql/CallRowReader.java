package io.xlink.source.sql;

import io.xlink.source.csv.TimeStampText.NotATimeException;
import io.xlink.source.sql.ValueType.Function;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the rows of one query for call data into the sums of a day. */
final class CallRowReader {
    /** More ids than these are not remembered as they are written; a hostile table shall not fill the memory. */
    private static final int MOST_TEXTS = 10_000;

    private static final int SMALL_NUMBERS = 1 << 16;
    private static final int[] NOBODY = {};

    private final UniversalCallFormat format;
    private final ProbedCalls probed;
    private final DayWindow window;
    private final QueueMatch match;
    private final DaySums sums;
    private final UnreadRows unread;
    private final Map<List<String>, int[]> found = new HashMap<>();
    /** The queues of small whole numbers, which ids mostly are; null where they are something else. */
    private final int[][] byNumber;

    private List<String> lastIds = List.of();
    private int[] lastQueues = {};

    CallRowReader(
            UniversalCallFormat format,
            ProbedCalls probed,
            DayWindow window,
            QueueMatch match,
            DaySums sums,
            UnreadRows unread) {
        this.format = format;
        this.probed = probed;
        this.window = window;
        this.match = match;
        this.sums = sums;
        this.unread = unread;
        this.byNumber = probed.hasWholeIds() ? new int[SMALL_NUMBERS][] : null;
    }

    /** @return how many rows there were */
    long read(CallQuery query, ResultSet rows) throws SQLException {
        int[] fixed = query.queues().stream().mapToInt(Integer::intValue).toArray();
        Row row = query.summed() ? new Summed(query) : new Single(query);
        long count = 0;
        while (rows.next()) {
            count++;
            int[] queues = query.ids() == 0 ? fixed : queues(rows, query.ids());
            if (queues.length > 0) {
                row.read(rows, queues);
            }
        }
        return count;
    }

    /** Reads one row, for queues to which it belongs. */
    private interface Row {
        void read(ResultSet rows, int[] queues) throws SQLException;
    }

    private int[] queues(ResultSet rows, int ids) throws SQLException {
        if (byNumber != null) {
            return byNumber(rows);
        } else if (ids == 1) {
            String id = rows.getString(1);
            if (lastIds.size() == 1 && Objects.equals(lastIds.get(0), id)) {
                return lastQueues;
            }
            lastIds = id == null ? List.of() : List.of(id);
        } else {
            List<String> row = new ArrayList<>(ids);
            for (int i = 1; i <= ids; i++) {
                row.add(rows.getString(i));
            }
            lastIds = row.contains(null) ? List.of() : List.copyOf(row);
        }
        lastQueues = lastIds.isEmpty() ? NOBODY : find(lastIds);
        return lastQueues;
    }

    private int[] byNumber(ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        if (id == 0 && rows.wasNull()) {
            return NOBODY;
        } else if (id < 0 || id >= SMALL_NUMBERS) {
            return find(List.of(Long.toString(id)));
        }
        int[] known = byNumber[(int) id];
        if (known == null) {
            known = match.find(List.of(Long.toString(id)));
            byNumber[(int) id] = known;
        }
        return known;
    }

    private int[] find(List<String> ids) {
        int[] known = found.get(ids);
        if (known == null) {
            known = match.find(ids);
            if (found.size() < MOST_TEXTS) {
                found.put(ids, known);
            }
        }
        return known;
    }

    /** A row of the data table. */
    private final class Single implements Row {
        private final int timeColumn;
        private final int firstValue;
        private final int[] types;
        private final ValueForm[] forms;
        private final double[] values;
        private final TimeReader time = new TimeReader(probed.time(), window);
        private final long seconds = format.interval() * 60L;

        Single(CallQuery query) {
            timeColumn = query.ids() + 1;
            firstValue = timeColumn + probed.time().selected().size();
            types = query.types().stream().mapToInt(Integer::intValue).toArray();
            forms = new ValueForm[types.length];
            for (int i = 0; i < types.length; i++) {
                forms[i] = probed.forms().get(types[i]);
            }
            values = new double[types.length];
        }

        @Override
        public void read(ResultSet rows, int[] queues) throws SQLException {
            long epoch;
            try {
                epoch = time.read(rows, timeColumn);
            } catch (NotATimeException e) {
                unread.add(
                        probed.time().column().key() + ": \"" + rows.getString(timeColumn) + "\" is " + e.getMessage());
                return;
            }
            if (!window.contains(epoch) || !readValues(rows)) {
                return;
            }
            int interval = (int) ((epoch - window.start()) / seconds);
            for (int queue : queues) {
                sums.touch(queue, interval);
                for (int i = 0; i < types.length; i++) {
                    if (!Double.isNaN(values[i])) {
                        sums.add(queue, types[i], interval, values[i], 1);
                    }
                }
            }
        }

        private boolean readValues(ResultSet rows) throws SQLException {
            for (int i = 0; i < types.length; i++) {
                try {
                    values[i] = forms[i].read(rows, firstValue + i);
                } catch (NumberFormatException e) {
                    unread.add(format.valueTypes().get(types[i]).name() + ": \"" + rows.getString(firstValue + i)
                            + "\" is not a number");
                    return false;
                }
            }
            return true;
        }
    }

    /** An interval of a queue, as the database has added it up. */
    private final class Summed implements Row {
        private final int bucket;
        private final int[] types;

        Summed(CallQuery query) {
            bucket = query.ids() + 1;
            types = query.types().stream().mapToInt(Integer::intValue).toArray();
        }

        @Override
        public void read(ResultSet rows, int[] queues) throws SQLException {
            int interval = (int) rows.getDouble(bucket);
            for (int queue : queues) {
                sums.touch(queue, interval);
            }
            int column = bucket + 1;
            for (int type : types) {
                boolean mean = format.valueTypes().get(type).function() == Function.AVG;
                double value = ValueForm.NUMBER.read(rows, column++);
                int count = mean ? rows.getInt(column++) : 1;
                if (!Double.isNaN(value)) {
                    for (int queue : queues) {
                        sums.add(queue, type, interval, value, count);
                    }
                }
            }
        }
    }
}
