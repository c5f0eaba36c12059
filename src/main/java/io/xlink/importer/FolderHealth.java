package io.xlink.importer;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when a folder cannot be looked at: once, and again when the reason changes or it can be looked at again. It is
 * tried again and again meanwhile, less and less often.
 */
final class FolderHealth {
    private static final Logger LOG = LoggerFactory.getLogger(FolderHealth.class);

    private final String what;
    private final Hold hold;
    private final Consumer<String> watch;
    private String told = "";

    /**
     * @param what begins a message: which folder it is
     * @param watch told what is wrong, and an empty text when it can be used again
     */
    FolderHealth(String what, Hold hold, Consumer<String> watch) {
        this.what = what;
        this.hold = hold;
        this.watch = watch;
    }

    boolean mayLook() {
        return !hold.holds();
    }

    synchronized void good() {
        hold.succeeded();
        if (!told.isEmpty()) {
            LOG.info("{} can be used again", what);
            told = "";
            watch.accept("");
        }
    }

    void bad(IOException cause) {
        bad(reason(cause));
    }

    /** @param reason what is wrong and what to do about it */
    synchronized void bad(String reason) {
        hold.failed();
        if (!reason.equals(told)) {
            LOG.warn("{} {}. It is tried again and again", what, reason);
            told = reason;
            watch.accept(reason);
        }
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "does not exist. Create it, connect its drive, or correct the path";
        }
        if (cause instanceof NotDirectoryException) {
            return "is no folder. Correct the path";
        }
        if (cause instanceof AccessDeniedException) {
            return "cannot be read. Let the user that runs this program read it";
        }
        return "cannot be read (" + Causes.message(cause) + "). Check the drive and the network";
    }
}
