package io.xlink.iwfm.protocol;

import java.nio.file.Path;

/** TLS material that cannot be used. The message is complete for an administrator: which file, what, and what to do. */
public final class TlsMaterialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsMaterialException(Path file, String what, String remedy) {
        super(file + ": " + what + ". " + remedy);
    }

    TlsMaterialException(String what, String remedy) {
        super(what + ". " + remedy);
    }
}
