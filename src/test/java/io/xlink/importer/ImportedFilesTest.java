package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedFilesTest {
    private static final FileStamp FILE = new FileStamp(Path.of("/in/März \"1\".csv"), 10, 1, "key");
    private static final Delivery DELIVERY = new Delivery(3, 1, List.of(), 0);

    @TempDir
    Path data;

    @Test
    void aRecordedFileIsStillKnownAfterARestart() throws Exception {
        try (ImportedFiles files = new ImportedFiles(data)) {
            assertThat(files.contains(FILE)).isFalse();
            files.add(FILE, DELIVERY);
        }
        try (ImportedFiles files = new ImportedFiles(data)) {
            assertThat(files.contains(FILE)).isTrue();
            assertThat(files.count()).isEqualTo(1);
        }
    }

    @Test
    void anyOtherStateOfTheFileIsNotKnown() throws Exception {
        try (ImportedFiles files = new ImportedFiles(data)) {
            files.add(FILE, DELIVERY);
            assertThat(files.contains(new FileStamp(FILE.path(), 11, 1, "key"))).isFalse();
            assertThat(files.contains(new FileStamp(FILE.path(), 10, 2, "key"))).isFalse();
            assertThat(files.contains(new FileStamp(FILE.path(), 10, 1, "other")))
                    .isFalse();
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
