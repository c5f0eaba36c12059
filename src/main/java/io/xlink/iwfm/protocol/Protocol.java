package io.xlink.iwfm.protocol;

import java.time.Duration;

/** The fixed figures of the protocol, as docs/iwfm-protocol.md gives them. */
final class Protocol {
    static final int MAJOR = 1;
    static final int MINOR = 1;

    /** RFC 7677. */
    static final String MECHANISM = "SCRAM-SHA-256";

    /** With channel binding, over TLS. */
    static final String MECHANISM_PLUS = "SCRAM-SHA-256-PLUS";

    /** RFC 5929, section 4: the login is bound to the server's certificate. */
    static final String BINDING = "tls-server-end-point";

    /** What every implementation accepts; a smaller limit could not be announced before the first frames. */
    static final int SMALLEST_MAX_FRAME = 64 * 1024;

    static final int DEFAULT_MAX_FRAME = 1024 * 1024;

    /** Nobody who has not logged in yet has anything longer to say. */
    static final int MAX_LOGIN_FRAME = 16 * 1024;

    /** Requests other than imports that a connection may have under way. */
    static final int MAX_QUESTIONS = 16;

    /** Names and reasons, in characters. */
    static final int MAX_TEXT = 1000;

    /** An export's cursor, in bytes: long enough for three texts and some numbers. */
    static final int MAX_CURSOR = 16 * 1024;
    /** Ids of imports and of clients. */
    static final int ID_BYTES = 16;
    /** To a client that came without TLS. */
    static final String PORT_SPEAKS_TLS = "this port speaks TLS: write iwfms:// in place of iwfm://";

    /** How long a peer gets to take the last words before the connection is closed under it. */
    static final Duration FAREWELL = Duration.ofSeconds(2);

    private Protocol() {}

    /** Refuses a limit that no implementation may set. */
    static void checkMaxFrame(int maxFrame) {
        if (maxFrame < SMALLEST_MAX_FRAME) {
            throw new IllegalArgumentException("maxFrame " + maxFrame + " is less than " + SMALLEST_MAX_FRAME);
        }
    }

    /** Text from the other side, made safe for a log line or a message: no control characters, not endless. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), MAX_TEXT));
        text.codePoints()
                .limit(MAX_TEXT)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
