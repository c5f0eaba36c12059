package io.xlink.iwfm.protocol;

/** The client was closed before the request ended. */
public final class ClientClosedException extends IwfmException {
    private static final long serialVersionUID = 1L;

    ClientClosedException(ClientSettings settings) {
        super("The connection to server " + settings.server() + " is closed on this side");
    }
}
