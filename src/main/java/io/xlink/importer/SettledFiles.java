package io.xlink.importer;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Decides when a file is completely written: when neither its size nor its modification time has changed for a while
 * by our own clock. The file's own time is not asked how old it is, because a copy may keep the original's; and no
 * thread waits for one file while others are ready.
 */
final class SettledFiles implements Completeness {
    /** More files than this are not remembered at once; the ones seen least recently are observed anew. */
    private static final int LIMIT = 250_000;

    private record Sighting(FileStamp stamp, long since) {}

    private final long quietNanos;
    private final LongSupplier nanoClock;
    private final Map<Path, Sighting> sightings = new Recent<>(LIMIT);

    /**
     * @param quiet how long a file must stay as it is
     * @param nanoClock a clock that never goes back, in nanoseconds
     */
    SettledFiles(Duration quiet, LongSupplier nanoClock) {
        this.quietNanos = quiet.toNanos();
        this.nanoClock = nanoClock;
    }

    @Override
    public synchronized boolean isComplete(FileStamp now) {
        long time = nanoClock.getAsLong();
        Sighting before = sightings.get(now.path());
        if (before == null || !before.stamp().equals(now)) {
            sightings.put(now.path(), new Sighting(now, time));
            return quietNanos == 0;
        }
        return time - before.since() >= quietNanos;
    }

    @Override
    public synchronized void forget(FileStamp file) {
        sightings.remove(file.path());
    }

    /** Whether the file is still in the state that was read. */
    static boolean unchanged(FileStamp read) {
        try {
            return FileStamp.of(read.path()).equals(read);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the file is there in another state than the one that was read; not when it was taken away. */
    static boolean changed(FileStamp read) {
        try {
            return !FileStamp.of(read.path()).equals(read);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
