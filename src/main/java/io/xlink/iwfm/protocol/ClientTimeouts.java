package io.xlink.iwfm.protocol;

import java.time.Duration;

/**
 * How long a client waits; each greater than zero.
 *
 * @param connect limit for name resolution, for connecting to one address, and for the login, each
 * @param request limit for a request from {@code send} to its end, reconnecting included
 * @param heartbeat a ping goes out this often; a connection that is silent for three of them is cut
 */
public record ClientTimeouts(Duration connect, Duration request, Duration heartbeat) {
    /** Connect 10 s, request 5 min, heartbeat 10 s. */
    public static final ClientTimeouts DEFAULT =
            new ClientTimeouts(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(10));

    public ClientTimeouts {
        ClientSettings.positive("connectTimeout", connect);
        ClientSettings.positive("requestTimeout", request);
        ClientSettings.positive("heartbeat", heartbeat);
    }
}
