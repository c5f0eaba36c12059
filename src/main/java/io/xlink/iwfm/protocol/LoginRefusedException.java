package io.xlink.iwfm.protocol;

/**
 * The server does not let this user in. It is never retried by itself, because every attempt counts towards locking
 * the user (specification, section 7).
 */
public final class LoginRefusedException extends IwfmException {
    private static final long serialVersionUID = 1L;

    LoginRefusedException(ClientSettings settings, String reason) {
        super("Cannot connect to the database: user " + settings.user() + " at server " + settings.server() + " ("
                + settings.host() + ":" + settings.port() + "): " + Protocol.plain(reason)
                + ". Check user and password of the line " + settings.index()
                + "= in [DB] of isps_Ul.ini; a user who failed to log in too often must be unlocked on the server");
    }
}
