package io.xlink.server;

import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.ValueColumn;
import io.xlink.server.ExportCursor.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what is stored, slice by slice. Belongs to one connection and one thread at a time. */
final class CallDataExport {
    private final CatalogueCheck catalogue;
    private final int sliceValues;
    private final PageCodec codec = new PageCodec();
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement extent;
    private final PreparedStatement allSeries;
    private final PreparedStatement page;

    /** @param sliceValues a slice ends with the page that reaches this number of values */
    CallDataExport(Connection connection, CatalogueCheck catalogue, int sliceValues) throws SQLException {
        this.catalogue = catalogue;
        this.sliceValues = sliceValues;
        begin = connection.prepareStatement("begin");
        commit = connection.prepareStatement("commit");
        extent = connection.prepareStatement(
                "select (select min(utc_day) from call_data), (select max(utc_day) from call_data)");
        allSeries = connection.prepareStatement("select queue, value_type from series");
        page = connection.prepareStatement(
                "select page from call_data where utc_day = ? and queue = ? and value_type = ?");
    }

    /** One slice, all of it as of one moment. */
    ExportSlice read(ExportQuery query) throws SQLException {
        begin.execute();
        try {
            return slice(query);
        } finally {
            commit.execute();
        }
    }

    private ExportSlice slice(ExportQuery query) throws SQLException {
        List<ValueColumn> columns = new ArrayList<>();
        int values = 0;
        ExportQuery within = clip(query);
        for (ExportCursor place : places(within)) {
            Series series = place.series();
            for (int day = PageCodec.day(place.start()); day * Intervals.DAY < within.toMinute(); day++) {
                if (values >= sliceValues) {
                    return new ExportSlice(columns, new ExportCursor(series, day * Intervals.DAY).toString());
                }
                Intervals intervals = page(series, day);
                int from = intervals.firstFrom(place.start());
                int to = intervals.firstFrom(within.toMinute());
                addColumns(series, intervals, from, to, columns);
                values += to - from;
            }
        }
        return new ExportSlice(columns, "");
    }

    /** The days that hold anything, so that a question about all time does not visit all of it. */
    private ExportQuery clip(ExportQuery query) throws SQLException {
        try (ResultSet result = extent.executeQuery()) {
            int first = result.getInt(1);
            if (result.wasNull()) {
                return new ExportQuery(0, 0, query.cursor());
            }
            int last = result.getInt(2);
            return new ExportQuery(
                    Math.max(query.fromMinute(), first * Intervals.DAY),
                    Math.min(query.toMinute(), (last + 1) * Intervals.DAY),
                    query.cursor());
        }
    }

    /** What is still to be read, in order; all but the first from the beginning. */
    private List<ExportCursor> places(ExportQuery query) throws SQLException {
        List<ExportCursor> places = new ArrayList<>();
        ExportCursor cursor = query.cursor().isEmpty() ? null : ExportCursor.parse(query.cursor());
        try (ResultSet result = allSeries.executeQuery()) {
            while (result.next()) {
                int queue = result.getInt(1);
                Series series = new Series(catalogue.parent(queue), queue, result.getInt(2));
                int order = cursor == null ? 1 : series.compareTo(cursor.series());
                if (order >= 0) {
                    places.add(new ExportCursor(
                            series, order == 0 ? Math.max(cursor.start(), query.fromMinute()) : query.fromMinute()));
                }
            }
        }
        places.sort((a, b) -> a.series().compareTo(b.series()));
        return places;
    }

    private Intervals page(Series series, int day) throws SQLException {
        page.setInt(1, day);
        page.setInt(2, series.queue());
        page.setInt(3, series.valueType());
        try (ResultSet result = page.executeQuery()) {
            if (!result.next()) {
                return Intervals.NONE;
            }
            Intervals.Builder intervals = new Intervals.Builder(Intervals.DAY / 15);
            codec.decode(day, result.getBytes(1), intervals);
            return intervals.build();
        }
    }

    /** A column has intervals of one length only: where the length changes, the next column begins. */
    private static void addColumns(Series series, Intervals intervals, int from, int to, List<ValueColumn> columns) {
        for (int begin = from; begin < to; ) {
            int minutes = intervals.minutes(begin);
            int end = begin + 1;
            while (end < to && intervals.minutes(end) == minutes) {
                end++;
            }
            int[] starts = new int[end - begin];
            long[] values = new long[end - begin];
            for (int i = begin; i < end; i++) {
                starts[i - begin] = intervals.start(i);
                values[i - begin] = intervals.value(i);
            }
            columns.add(new ValueColumn(series.parent(), series.queue(), series.valueType(), minutes, starts, values));
            begin = end;
        }
    }
}
