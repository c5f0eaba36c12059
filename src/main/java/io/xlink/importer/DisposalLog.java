package io.xlink.importer;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * The file {@code DeleteImportFiles.log}: a line for every file that was moved or deleted after its import, with time,
 * external system, what was done, the file, and where it is now, separated by tabs.
 */
final class DisposalLog implements AutoCloseable {
    static final String NAME = "DeleteImportFiles.log";

    private final RotatingLog log;

    /**
     * @param directory where the file is; made when it is missing
     * @param zone the zone of the times
     * @param kibibytes size at which it is full
     */
    DisposalLog(Path directory, ZoneId zone, int kibibytes) {
        this.log = new RotatingLog(directory.resolve(NAME), zone, kibibytes);
    }

    void moved(String source, Path moved, Path target) {
        log.add(source + "\tmoved\t" + FileStamp.shown(moved) + "\t" + FileStamp.shown(target));
    }

    void deleted(String source, Path deleted) {
        log.add(source + "\tdeleted\t" + FileStamp.shown(deleted) + "\t");
    }

    @Override
    public void close() {
        log.close();
    }
}
