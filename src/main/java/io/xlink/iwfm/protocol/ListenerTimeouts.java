package io.xlink.iwfm.protocol;

import java.time.Duration;

/**
 * How long a listener waits; each greater than zero.
 *
 * @param login limit from connecting to being logged in
 * @param idle a connection that is silent so long is closed; at least 3 s
 * @param handler limit for the handler to carry out one request
 */
public record ListenerTimeouts(Duration login, Duration idle, Duration handler) {
    /** Login 10 s, idle 60 s, handler 5 min. */
    public static final ListenerTimeouts DEFAULT =
            new ListenerTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(5));

    public ListenerTimeouts {
        if (idle.toSeconds() < 3) {
            throw new IllegalArgumentException("idleTimeout " + idle + " is less than 3 seconds");
        }
        ClientSettings.positive("loginTimeout", login);
        ClientSettings.positive("handlerTimeout", handler);
    }
}
