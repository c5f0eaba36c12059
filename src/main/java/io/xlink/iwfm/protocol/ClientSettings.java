package io.xlink.iwfm.protocol;

import java.time.Duration;

/**
 * What a client needs to know about its server.
 *
 * @param index the server's number in {@code [DB]}, which messages count by
 * @param server the server's name, for messages
 * @param host host name or address
 * @param port 1 to 65535
 * @param user user name
 * @param password the user's password
 * @param connectTimeout limit for name resolution, for connecting to one address, and for the login, each
 * @param requestTimeout limit for a request from {@code send} to its end, reconnecting included
 * @param heartbeat a ping goes out this often; a connection that is silent for three of them is cut
 * @param backoff when to connect again
 * @param maxPending requests that may be without an answer at once, 1 or more; each keeps its values in memory
 * @param maxFrame bytes of a frame's body that the client accepts, at least 64 KiB
 */
public record ClientSettings(
        int index,
        String server,
        String host,
        int port,
        String user,
        Password password,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration heartbeat,
        Backoff backoff,
        int maxPending,
        int maxFrame) {

    /** {@code IESPort} of an on-premise server (specification, section 2). */
    public static final int DEFAULT_PORT = 45054;

    public ClientSettings {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not within 1 to 65535");
        }
        if (maxPending < 1) {
            throw new IllegalArgumentException("maxPending " + maxPending + " is less than 1");
        }
        if (maxFrame < Protocol.SMALLEST_MAX_FRAME) {
            throw new IllegalArgumentException("maxFrame " + maxFrame + " is less than " + Protocol.SMALLEST_MAX_FRAME);
        }
        positive("connectTimeout", connectTimeout);
        positive("requestTimeout", requestTimeout);
        positive("heartbeat", heartbeat);
    }

    /** Settings with the defaults: connect 10 s, request 5 min, heartbeat 10 s, 64 pending requests, 1 MiB frames. */
    public static ClientSettings of(int index, String server, String host, int port, String user, Password password) {
        return new ClientSettings(
                index,
                server,
                host,
                port,
                user,
                password,
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                Backoff.DEFAULT,
                64,
                Protocol.DEFAULT_MAX_FRAME);
    }

    public ClientSettings withTimeouts(Duration connectTimeout, Duration requestTimeout, Duration heartbeat) {
        return new ClientSettings(
                index,
                server,
                host,
                port,
                user,
                password,
                connectTimeout,
                requestTimeout,
                heartbeat,
                backoff,
                maxPending,
                maxFrame);
    }

    public ClientSettings withBackoff(Backoff backoff) {
        return new ClientSettings(
                index,
                server,
                host,
                port,
                user,
                password,
                connectTimeout,
                requestTimeout,
                heartbeat,
                backoff,
                maxPending,
                maxFrame);
    }

    public ClientSettings withMaxPending(int maxPending) {
        return new ClientSettings(
                index,
                server,
                host,
                port,
                user,
                password,
                connectTimeout,
                requestTimeout,
                heartbeat,
                backoff,
                maxPending,
                maxFrame);
    }

    static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " " + duration + " is not greater than zero");
        }
    }
}
