package io.xlink.operations;

import io.xlink.importer.WatchedSource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened to the imports of one source since the program began. */
final class SourceFigures {
    private final WatchedSource source;
    private final Instant began;
    private final LongAdder rows = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Map<String, String> folders = new ConcurrentSkipListMap<>();
    private volatile Instant lastSuccess;
    private volatile String failure = "";
    private volatile String refusal = "";

    SourceFigures(WatchedSource source, Instant began) {
        this.source = source;
        this.began = began;
    }

    WatchedSource source() {
        return source;
    }

    void imported(Instant now, long rowsRead, long rowsRejected) {
        rows.add(rowsRead);
        rejected.add(rowsRejected);
        lastSuccess = now;
        failure = "";
        refusal = "";
    }

    void failed(String reason) {
        failures.increment();
        failure = reason;
    }

    void refused(String reason) {
        failures.increment();
        refusal = reason;
    }

    void folder(String folder, String trouble) {
        if (trouble.isEmpty()) {
            folders.remove(folder);
        } else {
            folders.put(folder, folder + " " + trouble);
        }
    }

    long rows() {
        return rows.sum();
    }

    long rejected() {
        return rejected.sum();
    }

    long failures() {
        return failures.sum();
    }

    Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /** The last import or, before the first one, the beginning. */
    Instant quietSince() {
        Instant last = lastSuccess;
        return last == null ? began : last;
    }

    /** Why the last attempt failed; empty when it did not. */
    String failure() {
        return failure;
    }

    /** Which file was refused last; empty when there was an import since. */
    String refusal() {
        return refusal;
    }

    /** What is wrong with folders, by folder. */
    Map<String, String> folders() {
        return new TreeMap<>(folders);
    }
}
