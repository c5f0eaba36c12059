package io.xlink.iwfm.protocol;

/** A request that did not end as it should. The message is complete for an administrator: what, and what to check. */
public class IwfmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IwfmException(String message) {
        super(message);
    }

    public IwfmException(String message, Throwable cause) {
        super(message, cause);
    }
}
