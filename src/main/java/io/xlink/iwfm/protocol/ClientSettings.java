package io.xlink.iwfm.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client needs to know about its server.
 *
 * @param index the server's number in {@code [DB]}, which messages count by
 * @param server the server's name, for messages
 * @param host host name or address
 * @param port 1 to 65535
 * @param user user name
 * @param password the user's password
 * @param timeouts how long the client waits
 * @param backoff when to connect again
 * @param limits how much the client holds
 * @param tls how the connection is protected; empty for plain TCP
 * @param proxy what stands between, if anything
 */
public record ClientSettings(
        int index,
        String server,
        String host,
        int port,
        String user,
        Password password,
        ClientTimeouts timeouts,
        Backoff backoff,
        ClientLimits limits,
        Optional<ClientTls> tls,
        Optional<Proxy> proxy) {

    /** {@code IESPort} of an on-premise server (specification, section 2). */
    public static final int DEFAULT_PORT = 45054;

    public ClientSettings {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not within 1 to 65535");
        }
    }

    /** Settings with the defaults of {@link ClientTimeouts}, {@link Backoff} and {@link ClientLimits}, without TLS. */
    public static ClientSettings of(int index, String server, String host, int port, String user, Password password) {
        return new ClientSettings(
                index,
                server,
                host,
                port,
                user,
                password,
                ClientTimeouts.DEFAULT,
                Backoff.DEFAULT,
                ClientLimits.DEFAULT,
                Optional.empty(),
                Optional.empty());
    }

    public ClientSettings withTimeouts(Duration connect, Duration request, Duration heartbeat) {
        return with(new ClientTimeouts(connect, request, heartbeat));
    }

    public ClientSettings withMaxPending(int maxPending) {
        return with(limits.withMaxPending(maxPending));
    }

    public ClientSettings with(ClientTimeouts other) {
        return new ClientSettings(index, server, host, port, user, password, other, backoff, limits, tls, proxy);
    }

    public ClientSettings withBackoff(Backoff other) {
        return new ClientSettings(index, server, host, port, user, password, timeouts, other, limits, tls, proxy);
    }

    public ClientSettings with(ClientLimits other) {
        return new ClientSettings(index, server, host, port, user, password, timeouts, backoff, other, tls, proxy);
    }

    public ClientSettings with(Proxy other) {
        return new ClientSettings(
                index, server, host, port, user, password, timeouts, backoff, limits, tls, Optional.of(other));
    }

    public ClientSettings with(ClientTls other) {
        return new ClientSettings(
                index, server, host, port, user, password, timeouts, backoff, limits, Optional.of(other), proxy);
    }

    static void positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " " + duration + " is not greater than zero");
        }
    }
}
