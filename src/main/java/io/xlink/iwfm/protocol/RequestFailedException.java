package io.xlink.iwfm.protocol;

/**
 * A server did not carry out a request; nothing of it is stored. A {@link RequestHandler} may fail with it to say
 * whether a later attempt can succeed.
 */
public final class RequestFailedException extends IwfmException {
    private static final long serialVersionUID = 1L;
    private final boolean retry;

    /**
     * @param reason why, for an administrator
     * @param retry whether the same request may succeed later
     */
    public RequestFailedException(String reason, boolean retry) {
        super(reason);
        this.retry = retry;
    }

    /** Whether the same request may succeed later. */
    public boolean retry() {
        return retry;
    }
}
