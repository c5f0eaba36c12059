package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFilesTest {
    @TempDir
    Path directory;

    @Test
    void aFileIsLockedForAsLongAsAnotherProgramKeepsIt() throws Exception {
        LockedFiles files = new LockedFiles();
        FileStamp file = FileStamp.of(Files.writeString(directory.resolve("a.csv"), "content"));
        assertThat(files.isLocked(file)).isFalse();
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file.path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("locked true");
            assertThat(files.isLocked(file)).isTrue();
            holder.getOutputStream().close();
            assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(files.isLocked(file)).isFalse();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void aFileThatIsGoneIsNotTaken() {
        assertThat(new LockedFiles().isLocked(new FileStamp(directory.resolve("gone.csv"), 1, 1, "")))
                .isTrue();
    }
}
