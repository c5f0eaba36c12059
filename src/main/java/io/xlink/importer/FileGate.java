package io.xlink.importer;

import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which files of a folder are to be imported now: completely written ones that were not delivered yet and are not
 * held back, and only while their servers are there to take them.
 */
final class FileGate implements GenericFileFilter<File> {
    private static final Logger LOG = LoggerFactory.getLogger(FileGate.class);

    private final BooleanSupplier serversReady;
    private final SettledFiles settled;
    private final FailedFiles failed;
    private final ImportedFiles imported;

    FileGate(BooleanSupplier serversReady, SettledFiles settled, FailedFiles failed, ImportedFiles imported) {
        this.serversReady = serversReady;
        this.settled = settled;
        this.failed = failed;
        this.imported = imported;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        if (file.isDirectory()) {
            return true;
        }
        try {
            FileStamp stamp = FileStamp.of(file.getFile().toPath());
            // Quietness is observed even while a server is away, so that files are ready when it comes back.
            return settled.settled(stamp)
                    && serversReady.getAsBoolean()
                    && !failed.heldBack(stamp)
                    && !imported.contains(stamp);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            LOG.warn("{}: cannot be looked at: {}", file.getAbsoluteFilePath(), e.toString());
            return false;
        }
    }
}
