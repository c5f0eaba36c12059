package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedFilesTest {
    private static final FileStamp FILE = new FileStamp(Path.of("/in/März \"1\".csv"), 10, 1, "key");
    private static final Delivery DELIVERY = new Delivery(List.of(), 0);

    private static final FileStamp OTHER = new FileStamp(Path.of("/in/other.csv"), 10, 1, "key");

    @TempDir
    Path data;

    @Test
    void aRecordedFileIsStillKnownAfterARestart() throws Exception {
        try (ImportedFiles files = new ImportedFiles(data)) {
            assertThat(files.contains("ACD", FILE)).isFalse();
            files.add(Batches.read("ACD", FILE), DELIVERY, List.of());
        }
        try (ImportedFiles files = new ImportedFiles(data)) {
            assertThat(files.contains("ACD", FILE)).isTrue();
            assertThat(files.count()).isEqualTo(1);
        }
    }

    @Test
    void anyOtherStateOfTheFileIsNotKnown() throws Exception {
        try (ImportedFiles files = new ImportedFiles(data)) {
            files.add(Batches.read("ACD", FILE), DELIVERY, List.of());
            assertThat(files.contains("ACD", new FileStamp(FILE.path(), 11, 1, "key")))
                    .isFalse();
            assertThat(files.contains("ACD", new FileStamp(FILE.path(), 10, 2, "key")))
                    .isFalse();
            assertThat(files.contains("ACD", new FileStamp(FILE.path(), 10, 1, "other")))
                    .isFalse();
        }
    }

    @Test
    void eachSourceHasItsOwnMemoryOfAFile() throws Exception {
        try (ImportedFiles files = new ImportedFiles(data)) {
            files.add(Batches.read("ACD", FILE), DELIVERY, List.of());
            assertThat(files.contains("PBX", FILE)).isFalse();
        }
    }

    @Test
    void whatIsLeftToDoIsKnownAfterARestart() throws Exception {
        try (ImportedFiles files = new ImportedFiles(data)) {
            files.add(Batches.read("ACD", FILE, OTHER), DELIVERY, List.of(FILE));
        }
        try (ImportedFiles files = new ImportedFiles(data)) {
            assertThat(files.undisposed("ACD")).containsExactly(FILE);
            assertThat(files.undisposed("PBX")).isEmpty();
            assertThat(files.contains("ACD", FILE)).isTrue();
            files.disposed("ACD", List.of(FILE), true);
            assertThat(files.undisposed("ACD")).isEmpty();
        }
    }

    @Test
    void aFileThatWasMovedAwayAndComesBackIsANewOne() throws Exception {
        try (ImportedFiles files = new ImportedFiles(data)) {
            files.add(Batches.read("ACD", FILE, OTHER), DELIVERY, List.of(FILE, OTHER));
            files.disposed("ACD", List.of(FILE), true);
            assertThat(files.contains("ACD", FILE)).isFalse();
            assertThat(files.contains("ACD", OTHER)).isTrue();
            assertThat(files.count()).isEqualTo(2);
        }
    }

    @Test
    void whatAnEarlierVersionRecordedIsKnownToAllSources() throws Exception {
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("importer.db"));
                Statement statement = old.createStatement()) {
            statement.execute("create table imported_file (path text primary key, size integer not null, modified"
                    + " integer not null, file_key text not null, imported_at text not null, rows integer not null,"
                    + " stored integer not null, rejected integer not null) without rowid");
            statement.execute("insert into imported_file values ('" + FILE.path()
                    + "', 10, 1, 'key', '2014-12-23 00:00:00', 3, 9, 0)");
        }
        for (int start = 0; start < 2; start++) {
            try (ImportedFiles files = new ImportedFiles(data)) {
                assertThat(files.contains("ACD", FILE)).isTrue();
                assertThat(files.count()).isEqualTo(1);
            }
        }
    }

    @Test
    void aDataDirectoryBelongsToOneImporter() throws Exception {
        try (DataDirectory first = DataDirectory.open(data)) {
            assertThatThrownBy(() -> DataDirectory.open(data))
                    .hasMessageContaining("another importer works with " + first.path())
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataDirectory.open(data).close();
    }
}
