package io.xlink.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Files that a look at a folder found, for tests of what reads them; rejects are in the folder {@code rejects}. */
final class FoundFiles implements AutoCloseable {
    private final String source;
    private final KeptRejects kept;
    private final RejectsFolder rejects;

    FoundFiles(String source, Path data) {
        this.source = source;
        this.kept = new KeptRejects(data);
        this.rejects = new RejectsFolder(source, data.resolve("rejects"), Clock.systemUTC(), kept);
    }

    FileBatch of(List<Path> files) throws IOException {
        return Batches.found(source, rejects, files);
    }

    @Override
    public void close() throws SQLException {
        kept.close();
    }
}
