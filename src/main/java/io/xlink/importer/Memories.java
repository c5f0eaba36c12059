package io.xlink.importer;

import io.xlink.config.General;
import io.xlink.importer.gaps.ReportedDays;
import io.xlink.importer.ledger.Ledger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Everything that an importer must not forget, in its data directory. */
record Memories(
        ImportedFiles files,
        ImportIds ids,
        SharedCallMemory shared,
        FileContributions contributions,
        Overlaps overlaps,
        KeptRejects kept,
        ActivityTimeline timeline,
        ImportedDays days,
        Ledger ledger,
        ReportedDays reported)
        implements AutoCloseable {

    /** Opens them. */
    static Memories open(Path data, General general) {
        Clock clock = Clock.systemUTC();
        return new Memories(
                new ImportedFiles(data),
                new ImportIds(data, clock),
                new SharedCallMemory(data, clock),
                new FileContributions(data, clock),
                new Overlaps(data, clock),
                new KeptRejects(data),
                new ActivityTimeline(data, clock, general.localTimeZone()),
                new ImportedDays(data),
                new Ledger(data, Duration.ofDays(general.historyDays()), clock),
                new ReportedDays(data, general.historyDays(), Clock.system(general.localTimeZone())));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable memory :
                List.of(files, ids, shared, contributions, overlaps, kept, timeline, days, ledger, reported)) {
            memory.close();
        }
    }
}
