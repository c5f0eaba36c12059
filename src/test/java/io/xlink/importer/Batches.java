package io.xlink.importer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that were read, for tests of what becomes of them. */
final class Batches {
    private Batches() {}

    /** Files of one row each. */
    static BatchRead read(String source, FileStamp... files) {
        return new BatchRead(folder(source), Stream.of(files).map(Batches::one).toList());
    }

    private static FileRead one(FileStamp file) {
        return new FileRead(file, 1, 1, 0, 0, Map.of(), StandardCharsets.UTF_8, Optional.empty());
    }

    /** A folder that only has its name. */
    static WatchedFolder folder(String source) {
        Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));
        FileMemory memory = new FileMemory(
                source,
                new SettledFiles(Duration.ZERO, System::nanoTime),
                new FailedFiles(backoff, System::nanoTime),
                null);
        return new WatchedFolder(
                source,
                null,
                () -> true,
                memory,
                new Hold(backoff, System::nanoTime),
                null,
                null,
                null,
                null,
                List.of());
    }
}
