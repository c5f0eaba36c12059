package io.xlink.server;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.Catalogue.Activity;
import io.xlink.model.Catalogue.Employee;
import io.xlink.model.Catalogue.ExternalName;
import io.xlink.model.LocalDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A catalogue with people in it and shorthand for imports and exports of activities. */
final class ActivityFixture {
    static final LocalDay DAY = new LocalDay(LocalDate.of(2014, 12, 23), ZoneId.of("Europe/Berlin"));
    static final long MIDNIGHT = DAY.startEpochSecond();
    static final int HOUR = 3600;

    static final Catalogue CATALOGUE = catalogue(false);

    private ActivityFixture() {}

    static Catalogue catalogue(boolean anyEmployee) {
        return new Catalogue(
                "WFM",
                List.of(new Catalogue.Queue(1, 0, "Hotline")),
                List.of(new Catalogue.ValueType(2, "Handled")),
                List.of("ACD", "CRM"),
                List.of(
                        new Activity(1, "Present", List.of()),
                        new Activity(2, "Break", List.of(new ExternalName("ACD", "pause")))),
                List.of(
                        new Employee(7, "Jane", List.of(name("1002"), new ExternalName("CRM", "1002"), name("999"))),
                        new Employee(8, "Joe", List.of(name("1003")))),
                anyEmployee);
    }

    private static ExternalName name(String agent) {
        return new ExternalName("ACD", agent);
    }

    static ActivityImport activities(ActivityColumn... columns) {
        return activities("ACD", DAY, columns);
    }

    static ActivityImport activities(String system, LocalDay day, ActivityColumn... columns) {
        return ActivityImport.of(UUID.randomUUID(), "WFM", system, day, List.of(columns));
    }

    /** Activities of half an hour each. */
    static ActivityColumn column(String agent, String activity, long... starts) {
        int[] seconds = new int[starts.length];
        Arrays.fill(seconds, 1800);
        return new ActivityColumn(agent, activity, starts, seconds);
    }

    /** Every column of an export, slice after slice. */
    static List<ActivitySlice.Held> export(ServerStore store, long from, long to) {
        List<ActivitySlice.Held> columns = new ArrayList<>();
        String cursor = "";
        do {
            ActivitySlice slice = store.exportActivities(new ActivityQuery(from, to, cursor));
            columns.addAll(slice.columns());
            cursor = slice.next();
        } while (!cursor.isEmpty());
        return columns;
    }

    static List<ActivitySlice.Held> exportAll(ServerStore store) {
        return export(store, Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
