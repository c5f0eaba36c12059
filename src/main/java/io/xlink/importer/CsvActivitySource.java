package io.xlink.importer;

import io.xlink.importer.ActivityTimeline.Said;
import io.xlink.model.ActivityImport;
import io.xlink.source.csv.ActivitySpan;
import io.xlink.source.csv.AgentActivities;
import io.xlink.source.csv.CsvActivityReader;
import io.xlink.source.csv.CsvActivityResult;
import io.xlink.source.csv.RejectFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
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
    private final Path rejects;
    private final List<String> servers;
    private final ActivityTimeline timeline;

    /**
     * @param zone the zone of local time
     * @param rejects the folder of rejects
     * @param servers who gets the activities, by name
     */
    CsvActivitySource(
            CsvActivitySystem system, ZoneId zone, Path rejects, List<String> servers, ActivityTimeline timeline) {
        this.system = system;
        this.zone = zone;
        this.rejects = rejects;
        this.servers = List.copyOf(servers);
        this.timeline = timeline;
    }

    /** One file as one import. */
    public List<ActivityImport> read(@Body File file, Exchange exchange) throws IOException {
        exchange.setProperty(FileOutcome.FILE, FileStamp.of(file.toPath()));
        ActivityBatch batch = read(List.of(file.toPath()));
        exchange.setProperty(ActivityOutcome.BATCH, batch);
        exchange.setProperty(ActivityOutcome.SOURCE, this);
        return batch.imports();
    }

    /**
     * Several files as one import. Where two of them say something of the same agent, activity and start, the later one
     * counts. What could not be used of them is in the folder of rejects.
     *
     * @throws io.xlink.source.csv.CsvException when one of the files cannot be read as a whole
     */
    ActivityBatch read(List<Path> paths) throws IOException {
        List<ActivityFile> files = new ArrayList<>();
        try {
            for (Path path : paths) {
                files.add(read(path));
            }
        } catch (IOException | RuntimeException e) {
            // The next attempt writes them anew.
            for (ActivityFile file : files) {
                if (file.rejects().isPresent()) {
                    Files.deleteIfExists(file.rejects().get());
                }
            }
            throw e;
        }
        if (system.format().type() != ActivitySpan.START_ONLY) {
            List<AgentActivities> activities =
                    files.stream().map(file -> file.result().activities()).toList();
            long leftOut = files.stream()
                    .mapToLong(file -> file.result().rowsLeftOut())
                    .sum();
            List<ActivityImport> imports = ActivityDays.of(activities, zone).imports(system.name(), servers);
            return new ActivityBatch(files, imports, Set.of(), leftOut, 0);
        }
        timeline.take(
                system.name(),
                files.stream()
                        .map(file -> new Said(file.stamp(), file.result().activities()))
                        .toList());
        ActivityTimeline.Due due = timeline.due(system.name(), system.format());
        return new ActivityBatch(
                files, due.days().imports(system.name(), servers), due.agentDays(), due.tooShort(), due.tooLong());
    }

    /** There are receipts for all of a batch: it is over, whether or not the servers accepted it. */
    void delivered(ActivityBatch batch) {
        if (system.format().type() == ActivitySpan.START_ONLY) {
            timeline.delivered(
                    system.name(),
                    batch.due(),
                    batch.files().stream().map(file -> file.stamp().path()).collect(Collectors.toSet()));
        }
    }

    private ActivityFile read(Path path) throws IOException {
        FileStamp stamp = FileStamp.of(path);
        try (RejectFile rejected = new RejectFile(rejects, path, LocalDateTime.now(zone))) {
            CsvActivityResult result = CsvActivityReader.read(path, system.format(), zone, rejected);
            rejected.close();
            return new ActivityFile(stamp, result, rejected.path());
        }
    }
}
