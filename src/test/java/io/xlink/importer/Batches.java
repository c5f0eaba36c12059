package io.xlink.importer;

import io.xlink.model.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Files that were read, for tests of what becomes of them. */
final class Batches {
    private Batches() {}

    /** Files of one row each. */
    static BatchRead read(String source, FileStamp... files) {
        return BatchRead.of(folder(source), Stream.of(files).map(Batches::one).toList());
    }

    private static FileRead one(FileStamp file) {
        return one(file, Set.of());
    }

    /** A file of one row that contributes to these. */
    static FileRead one(FileStamp file, Set<Target> targets) {
        return new FileRead(
                file, 1, 1, 0, 0, Map.of(), List.of(), StandardCharsets.UTF_8, false, targets, Optional.empty());
    }

    /** Files as a look at their folder finds them. */
    static FileBatch found(String source, RejectsFolder rejects, List<Path> files) throws IOException {
        List<FileStamp> stamps = new ArrayList<>();
        for (Path file : files) {
            stamps.add(FileStamp.of(file));
        }
        return new FileBatch(folder(source, rejects), stamps);
    }

    /** A folder that only has its name. */
    static WatchedFolder folder(String source) {
        return folder(source, null);
    }

    private static WatchedFolder folder(String source, RejectsFolder rejects) {
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
                rejects,
                null,
                List.of(),
                new ImportGate(),
                ImportWatch.NONE);
    }
}
