package io.xlink.importer;

import io.xlink.importer.ActivityTimeline.Said;
import io.xlink.model.ActivityImport;
import io.xlink.source.csv.ActivitySpan;
import io.xlink.source.csv.AgentActivities;
import io.xlink.source.csv.CsvActivityReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads the files of one external system's activities; the bean {@code activities} of the route {@code csv-timelink}. */
public final class CsvActivitySource {
    private final CsvActivitySystem system;
    private final ZoneId zone;
    private final BatchReader reader;
    private final List<String> servers;
    private final ActivityTimeline timeline;

    /**
     * @param zone the zone of local time
     * @param servers who gets the activities, by name
     */
    CsvActivitySource(
            CsvActivitySystem system,
            ZoneId zone,
            BatchReader reader,
            List<String> servers,
            ActivityTimeline timeline) {
        this.system = system;
        this.zone = zone;
        this.reader = reader;
        this.servers = List.copyOf(servers);
        this.timeline = timeline;
    }

    /** The files as one import a day and server; what could not be used of them is in the folder of rejects. */
    public List<ActivityImport> read(@Body FileBatch found, Exchange exchange) {
        exchange.setProperty(FileOutcome.FOUND, found);
        Turn<?> turn = exchange.getProperty(Turn.TURN, Turn.class);
        ActivityBatch batch = turn != null && isRemembered() ? again(found, turn) : read(found);
        exchange.setProperty(FileOutcome.READ, batch.read());
        exchange.setProperty(FileOutcome.ENDING, new ActivityEnding(this, batch));
        return turn == null
                ? batch.imports()
                : FileOutcome.requireAll(batch.read(), batch.imports()).stream()
                        .filter(one -> turn.days().contains(one.day()))
                        .toList();
    }

    /** Whether what files said is remembered, because only starts are known and the next one ends an activity. */
    private boolean isRemembered() {
        return system.format().type() == ActivitySpan.START_ONLY;
    }

    private ActivityBatch again(FileBatch found, Turn<?> turn) {
        timeline.again(system.name(), turn.days());
        return startsOnly(BatchRead.of(found.folder(), List.of()), List.of());
    }

    /** The files as one import. Where two of them say something of the same start, the later one of the list counts. */
    ActivityBatch read(FileBatch found) {
        List<Said> said = new ArrayList<>();
        long[] leftOut = new long[1];
        BatchRead read = reader.read(
                found,
                (file, rejected) -> CsvActivityReader.read(file, system.format(), zone, rejected),
                (file, result, rejected) -> {
                    FileRead one = FileRead.of(file, result, rejected.path());
                    requireUsable(one, result.activities());
                    said.add(new Said(file, result.activities()));
                    leftOut[0] += result.rowsLeftOut();
                    return one;
                });
        if (read.files().isEmpty()) {
            return new ActivityBatch(read, List.of(), Set.of(), 0, 0);
        }
        try {
            return isRemembered()
                    ? startsOnly(read, said)
                    : new ActivityBatch(read, imports(said), Set.of(), leftOut[0], 0);
        } catch (RuntimeException e) {
            // The next attempt writes them anew.
            read.files().forEach(file -> RejectsFolder.discard(file.rejects()));
            throw e;
        }
    }

    private List<ActivityImport> imports(List<Said> said) {
        List<AgentActivities> activities = said.stream().map(Said::activities).toList();
        return ActivityDays.of(activities, zone).imports(system.name(), servers);
    }

    private ActivityBatch startsOnly(BatchRead read, List<Said> said) {
        timeline.take(system.name(), said);
        ActivityTimeline.Due due = timeline.due(system.name(), system.format());
        return new ActivityBatch(
                read, due.days().imports(system.name(), servers), due.agentDays(), due.tooShort(), due.tooLong());
    }

    /** There are receipts for all of a batch: it is over, whether or not the servers accepted it. */
    void delivered(ActivityBatch batch) {
        if (isRemembered()) {
            timeline.delivered(
                    system.name(),
                    batch.due(),
                    batch.read().stamps().stream().map(FileStamp::path).collect(Collectors.toSet()));
        }
    }

    /** A row of an activity that is not listed may be of use, too: it ends the one before it. */
    private static void requireUsable(FileRead read, AgentActivities activities) {
        if (read.rowsRead() > 0 && activities.size() == 0) {
            throw new FileRefusedException("none of its " + read.rowsRead() + " rows can be used; often"
                    + " ActivityIdentifiers, ActivityDateOrder or a column number does not fit the file");
        }
    }
}
