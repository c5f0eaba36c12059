package io.xlink.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reports about rows that could not be used. */
final class Rejects {
    private static final Logger LOG = LoggerFactory.getLogger(Rejects.class);

    private Rejects() {}

    /** Removes the report of an attempt that came to nothing; the next one writes it anew. */
    static void discard(Optional<Path> report) {
        if (report.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(report.get());
        } catch (IOException e) {
            LOG.warn("{}: cannot be removed: {}", FileStamp.shown(report.get()), e.toString());
        }
    }
}
