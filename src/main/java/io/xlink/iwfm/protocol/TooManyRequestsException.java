package io.xlink.iwfm.protocol;

/** The client already keeps as many unanswered requests as it may. */
public final class TooManyRequestsException extends IwfmException {
    private static final long serialVersionUID = 1L;

    TooManyRequestsException(ClientSettings settings) {
        super(settings.limits().maxPending() + " requests to server " + settings.server()
                + " are waiting for an answer already; try again when some of them have ended");
    }
}
