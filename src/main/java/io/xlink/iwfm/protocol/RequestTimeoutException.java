package io.xlink.iwfm.protocol;

/** A connected server did not answer a request in time. Whether it was carried out is unknown until it is repeated. */
public final class RequestTimeoutException extends IwfmException {
    private static final long serialVersionUID = 1L;

    RequestTimeoutException(String message) {
        super(message);
    }
}
