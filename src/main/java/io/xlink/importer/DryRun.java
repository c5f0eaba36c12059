package io.xlink.importer;

import io.xlink.iwfm.IwfmConstants;
import io.xlink.iwfm.IwfmOperation;
import io.xlink.model.ActivityImport;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Import;
import io.xlink.model.LocalDay;
import io.xlink.model.QueueImport;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;

/** Compares imports with what the servers hold, and sends nothing. */
final class DryRun {
    private final ProducerTemplate camel;
    private final ZoneId zone;

    /** @param zone the zone of local time */
    DryRun(ProducerTemplate camel, ZoneId zone) {
        this.camel = camel;
        this.zone = zone;
    }

    /** One difference for each import. */
    List<Difference> of(List<? extends Import> imports) {
        List<Difference> differences = new ArrayList<>();
        for (Import one : imports) {
            differences.add(one instanceof QueueImport calls ? calls(calls) : activities((ActivityImport) one));
        }
        return differences;
    }

    private Difference calls(QueueImport calls) {
        LocalDay day = new LocalDay(calls.day(), zone);
        CallDifference difference = new CallDifference(calls, zone);
        String cursor = "";
        do {
            ExportSlice slice = camel.requestBodyAndHeader(
                    "iwfm:" + calls.server(),
                    new ExportQuery(day.startEpochMinute(), day.next().startEpochMinute(), cursor),
                    IwfmConstants.OPERATION,
                    IwfmOperation.EXPORT.text(),
                    ExportSlice.class);
            slice.columns().forEach(difference::held);
            cursor = slice.next();
        } while (!cursor.isEmpty());
        return difference.result();
    }

    private Difference activities(ActivityImport activities) {
        ActivityDifference difference = new ActivityDifference(activities);
        String cursor = "";
        do {
            ActivitySlice slice = camel.requestBodyAndHeader(
                    "iwfm:" + activities.server(),
                    new ActivityQuery(activities.fromSecond(), activities.toSecond(), cursor),
                    IwfmConstants.OPERATION,
                    IwfmOperation.EXPORT_ACTIVITIES.text(),
                    ActivitySlice.class);
            slice.columns().forEach(difference::held);
            cursor = slice.next();
        } while (!cursor.isEmpty());
        return difference.result();
    }
}
