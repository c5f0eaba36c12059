package io.xlink.iwfm.protocol;

/** Where an {@link IwfmClient} stands. */
public enum ClientState {
    /** Not started. */
    IDLE,
    CONNECTING,
    LOGGING_IN,
    /** Logged in; requests are sent. */
    READY,
    /** Waiting before the next attempt to connect. */
    WAITING,
    /** The server refused the login. It stays so until the client is closed. */
    REFUSED,
    CLOSED
}
