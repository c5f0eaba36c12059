package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.LocalDay;
import io.xlink.model.QueueImport;
import io.xlink.model.ValueColumn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import keeps its id from its beginning until it is over, whatever happens to the process in between. */
class ImportIdsTest {
    private static final Instant NOW = Instant.parse("2014-12-24T01:00:00Z");
    private static final FileStamp FILE = new FileStamp(Path.of("/in/März.csv"), 10, 1, "key");

    private static final FileStamp OTHER = new FileStamp(Path.of("/in/April.csv"), 10, 1, "key");

    @TempDir
    Path data;

    private static QueueImport day(int day, long value) {
        return new QueueImport(
                UUID.randomUUID(),
                "WFM",
                "ACD",
                LocalDate.of(2014, 12, day),
                List.of(new ValueColumn(1, 1002, 1, 15, new int[] {23_600_000}, new long[] {value})));
    }

    private ImportIds open(Instant now) {
        return new ImportIds(data, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<QueueImport> assigned(FileStamp file, Instant now, QueueImport... imports) throws Exception {
        try (ImportIds ids = open(now)) {
            return ids.assign(Batches.read("ACD", file), null, List.of(imports));
        }
    }

    @Test
    void aNewAttemptAfterACrashIsTheSameImport() throws Exception {
        List<QueueImport> first = assigned(FILE, NOW, day(22, 100), day(23, 200));
        List<QueueImport> again = assigned(FILE, NOW, day(22, 100), day(23, 200), day(24, 300));
        assertThat(again.subList(0, 2)).isEqualTo(first);
        assertThat(again.get(2).id()).isNotIn(first.get(0).id(), first.get(1).id());
    }

    /** Two memories in one database, each with a connection of its own. */
    @Test
    void whatIsRecordedMeanwhileIsNoObstacle() throws Exception {
        try (ImportIds ids = open(NOW);
                ImportedFiles files = new ImportedFiles(data)) {
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Void> recording = CompletableFuture.runAsync(() -> {
                // Not for ever: the engine lets in whoever asks at the right moment, however long others have waited.
                for (int i = 0; i < 1_000 && !done.get(); i++) {
                    files.add(
                            Batches.read("ACD", new FileStamp(Path.of("/in/other.csv"), i, 1, "key")),
                            new Delivery(List.of(), 0),
                            List.of());
                }
            });
            try {
                for (int i = 0; i < 100; i++) {
                    FileStamp file = new FileStamp(FILE.path(), i, 1, "key");
                    UUID first = ids.assign(Batches.read("ACD", file), null, List.of(day(22, i)))
                            .get(0)
                            .id();
                    assertThat(ids.assign(Batches.read("ACD", file), null, List.of(day(22, i)))
                                    .get(0)
                                    .id())
                            .isEqualTo(first);
                }
            } finally {
                done.set(true);
                recording.get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void anotherStateOfTheFileIsAnotherImport() throws Exception {
        UUID first = assigned(FILE, NOW, day(22, 100)).get(0).id();
        FileStamp droppedAgain = new FileStamp(FILE.path(), 10, 2, "key");
        UUID second = assigned(droppedAgain, NOW, day(22, 100)).get(0).id();
        assertThat(second).isNotEqualTo(first);
        assertThat(assigned(droppedAgain, NOW, day(22, 100)).get(0).id()).isEqualTo(second);
    }

    @Test
    void otherContentOfTheSameFileIsAnotherImport() throws Exception {
        UUID first = assigned(FILE, NOW, day(22, 100)).get(0).id();
        assertThat(assigned(FILE, NOW, day(22, 101)).get(0).id()).isNotEqualTo(first);
    }

    @Test
    void importsOfActivitiesKeepTheirIdsToo() throws Exception {
        ActivityImport first = activities("1", 60);
        try (ImportIds ids = open(NOW)) {
            ids.assign(Batches.read("ACD", FILE), null, List.of(first));
            assertThat(ids.assign(Batches.read("ACD", FILE), null, List.of(activities("1", 60))))
                    .containsExactly(first);
            assertThat(ids.assign(Batches.read("ACD", FILE), null, List.of(activities("1", 61))))
                    .doesNotContain(first);
        }
    }

    private static ActivityImport activities(String activity, int seconds) {
        LocalDay day = new LocalDay(LocalDate.of(2014, 12, 22), ZoneOffset.UTC);
        return ActivityImport.of(
                UUID.randomUUID(),
                "WFM",
                "ACD",
                day,
                List.of(new ActivityColumn("7", activity, new long[] {day.startEpochSecond()}, new int[] {seconds})));
    }

    @Test
    void anImportThatIsOverIsForgotten() throws Exception {
        UUID first = assigned(FILE, NOW, day(22, 100)).get(0).id();
        try (ImportIds ids = open(NOW)) {
            ids.forget(Batches.read("ACD", FILE));
        }
        assertThat(assigned(FILE, NOW, day(22, 100)).get(0).id()).isNotEqualTo(first);
    }

    @Test
    void anIdThatNoServerRemembersIsNotUsedAgain() throws Exception {
        UUID first = assigned(FILE, NOW, day(22, 100)).get(0).id();
        Instant later = NOW.plus(Duration.ofDays(29));
        assertThat(assigned(FILE, later, day(22, 100)).get(0).id()).isEqualTo(first);
        Instant tooLate = NOW.plus(Duration.ofDays(31));
        assertThat(assigned(FILE, tooLate, day(22, 100)).get(0).id()).isNotEqualTo(first);
    }

    @Test
    void theSameFilesAreTheSameImportInWhateverOrder() throws Exception {
        UUID first = assigned(List.of(FILE, OTHER), day(22, 100));
        assertThat(assigned(List.of(OTHER, FILE), day(22, 100))).isEqualTo(first);
    }

    @Test
    void oneFileMoreOrLessIsAnotherImport() throws Exception {
        UUID one = assigned(List.of(FILE), day(22, 100));
        UUID two = assigned(List.of(FILE, OTHER), day(22, 100));
        assertThat(two).isNotEqualTo(one);
        // What came between may be on the server: the first one must win over it and not be taken for a repetition.
        assertThat(assigned(List.of(FILE), day(22, 100))).isNotIn(one, two);
    }

    @Test
    void sourcesDoNotDisturbEachOther() throws Exception {
        try (ImportIds ids = open(NOW)) {
            UUID calls = ids.assign(Batches.read("ACD", FILE), null, List.of(day(22, 100)))
                    .get(0)
                    .id();
            UUID others = ids.assign(Batches.read("PBX", FILE), null, List.of(day(22, 100)))
                    .get(0)
                    .id();
            assertThat(others).isNotEqualTo(calls);
            ids.forget(Batches.read("PBX", FILE));
            assertThat(ids.assign(Batches.read("ACD", FILE), null, List.of(day(22, 100)))
                            .get(0)
                            .id())
                    .isEqualTo(calls);
        }
    }

    private UUID assigned(List<FileStamp> files, QueueImport what) throws Exception {
        try (ImportIds ids = open(NOW)) {
            return ids.assign(Batches.read("ACD", files.toArray(FileStamp[]::new)), null, List.of(what))
                    .get(0)
                    .id();
        }
    }
}
