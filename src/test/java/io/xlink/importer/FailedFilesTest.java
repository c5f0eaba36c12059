package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedFilesTest {
    private static final FileStamp FILE = new FileStamp(Path.of("/in/a.csv"), 10, 1, "key");

    private final AtomicLong clock = new AtomicLong();
    private final FailedFiles files =
            new FailedFiles(new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10)), clock::get);

    @Test
    void eachFailureHoldsTheFileBackForTwiceAsLongUpToALimit() {
        assertThat(files.failed(FILE)).hasSeconds(10);
        assertThat(files.failed(FILE)).hasSeconds(20);
        assertThat(files.failed(FILE)).hasSeconds(40);
        for (int more = 0; more < 100; more++) {
            assertThat(files.failed(FILE)).isLessThanOrEqualTo(Duration.ofMinutes(10));
        }
        assertThat(files.failed(FILE)).hasMinutes(10);
    }

    @Test
    void afterTheTimeItIsTriedAgain() {
        files.failed(FILE);
        assertThat(files.heldBack(FILE)).isTrue();
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(files.heldBack(FILE)).isFalse();
    }

    @Test
    void aChangedFileIsTriedAtOnce() {
        files.failed(FILE);
        assertThat(files.heldBack(new FileStamp(FILE.path(), 11, 1, "key"))).isFalse();
    }

    @Test
    void aRefusedFileIsNotTriedAgainUntilItChanges() {
        files.refused(FILE);
        clock.addAndGet(Duration.ofDays(1000).toNanos());
        assertThat(files.heldBack(FILE)).isTrue();
        assertThat(files.heldBack(new FileStamp(FILE.path(), 10, 2, "key"))).isFalse();
    }

    @Test
    void successForgetsTheFailures() {
        files.failed(FILE);
        files.forget(FILE);
        assertThat(files.heldBack(FILE)).isFalse();
        assertThat(files.failed(FILE)).hasSeconds(10);
    }
}
