package io.xlink.importer;

import io.xlink.source.csv.CsvNote;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells an administrator what was found in one file: a line for everything that needs a look. */
final class FileReport {
    private static final Logger LOG = LoggerFactory.getLogger(FileReport.class);
    private static final int NAMED = 10;

    private FileReport() {}

    /** @param unlisted why rows were passed over that are not broken */
    static void log(FileRead read, String unlisted) {
        String name = read.file().shown();
        if (read.file().size() == 0) {
            LOG.warn("{}: the file is empty: nothing imported, nothing changed", name);
        } else if (read.rowsRead() == 0 && !read.counted()) {
            LOG.warn("{}: the file has no data rows: nothing imported, nothing changed", name);
        }
        if (!read.charset().equals(StandardCharsets.UTF_8)) {
            LOG.info("{}: read as {}", name, read.charset().name());
        }
        for (CsvNote note : read.notes()) {
            LOG.atLevel(note.warning() ? Level.WARN : Level.INFO).log("{}: {}", name, note.text());
        }
        if (read.rowsUnlisted() > 0) {
            LOG.warn(
                    "{}: {} rows not imported because {}: {}",
                    name,
                    read.rowsUnlisted(),
                    unlisted,
                    read.unlisted().entrySet().stream()
                            .limit(NAMED)
                            .map(one -> one.getKey() + " (" + one.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        if (read.rowsBroken() > 0) {
            LOG.warn("{}: {} broken rows not imported", name, read.rowsBroken());
        }
        read.rejects()
                .ifPresent(rejects -> LOG.warn(
                        "{}: what was not imported, with line and reason: {}", name, FileStamp.shown(rejects)));
    }

    /** Names the files of an import of several. */
    static void logSeveral(BatchRead batch, String how) {
        if (batch.files().size() > 1) {
            batch.files()
                    .forEach(read -> LOG.info(
                            "{}: imported: {} rows ({} rejected), {} {}",
                            read.file().shown(),
                            read.rowsRead(),
                            read.rowsRejected(),
                            how,
                            others(batch)));
        }
    }

    private static String others(BatchRead batch) {
        int others = batch.files().size() - 1;
        return others == 1 ? "another file" : others + " other files";
    }
}
