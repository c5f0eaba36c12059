package io.xlink.importer;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds files that another program keeps for itself while it writes them. Used by one thread. */
final class LockedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LockedFiles.class);

    private final Map<FileStamp, Boolean> told = new Recent<>(1_000);

    /** Whether a file must not be read now; that is told once for each state of it. */
    boolean isLocked(FileStamp file) {
        if (!locked(file.path())) {
            return false;
        }
        if (told.put(file, true) == null) {
            LOG.info("{}: waits for another program that keeps it locked", file.shown());
        }
        return true;
    }

    private static boolean locked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (AccessDeniedException e) {
            return false; // Reading it says so.
        } catch (FileSystemException e) {
            // Windows does not even open what another program keeps for itself.
            return File.separatorChar == '\\';
        } catch (IOException e) {
            return false; // A file system without locks.
        }
    }
}
