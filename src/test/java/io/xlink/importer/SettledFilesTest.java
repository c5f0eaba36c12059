package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SettledFilesTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final SettledFiles files = new SettledFiles(Duration.ofSeconds(5), clock::get);

    @Test
    void aFileIsReadyWhenItWasTheSameForTheWholeTime() {
        assertThat(files.isComplete(file(10, 1))).isFalse();
        pass(Duration.ofMillis(4999));
        assertThat(files.isComplete(file(10, 1))).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(files.isComplete(file(10, 1))).isTrue();
    }

    @Test
    void growingStartsTheTimeAnew() {
        files.isComplete(file(10, 1));
        pass(Duration.ofSeconds(4));
        assertThat(files.isComplete(file(11, 1))).isFalse();
        pass(Duration.ofSeconds(4));
        assertThat(files.isComplete(file(11, 1))).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(files.isComplete(file(11, 1))).isTrue();
    }

    @Test
    void anotherModificationTimeStartsTheTimeAnewEvenWithTheSameSize() {
        files.isComplete(file(10, 1));
        pass(Duration.ofSeconds(9));
        assertThat(files.isComplete(file(10, 2))).isFalse();
    }

    @Test
    void aFileWithAnOldModificationTimeStillHasToBeQuiet() {
        assertThat(files.isComplete(file(10, 0))).isFalse();
    }

    @Test
    void aForgottenFileIsObservedAnew() {
        files.isComplete(file(10, 1));
        pass(Duration.ofSeconds(5));
        files.forget(file(10, 1));
        assertThat(files.isComplete(file(10, 1))).isFalse();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static FileStamp file(long size, long modified) {
        return new FileStamp(Path.of("/in/a.csv"), size, modified, "key");
    }
}
