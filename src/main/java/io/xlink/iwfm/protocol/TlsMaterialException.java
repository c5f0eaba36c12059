package io.xlink.iwfm.protocol;

import java.nio.file.Path;

/** TLS material that cannot be used. The message is complete for an administrator: which file, what, and what to do. */
public final class TlsMaterialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    TlsMaterialException(Path file, String what, String remedy) {
        this(file + ": " + what, remedy);
    }

    TlsMaterialException(String what, String remedy) {
        super(what + ". " + remedy);
        this.what = what;
        this.remedy = remedy;
    }

    /** The file, and what is wrong with it. */
    public String what() {
        return what;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
