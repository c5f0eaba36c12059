package io.xlink.backup;

/** A backup was not made or not restored; the message says why and what to do. Nothing was changed by it unless it says so. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
