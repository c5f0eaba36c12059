package io.xlink.iwfm.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * What a listener needs to know.
 *
 * @param server the server's name, which clients and stored imports see
 * @param host address to bind
 * @param port port to bind, 0 for any free one
 * @param timeouts how long the listener waits
 * @param limits how much it takes on
 * @param tls how connections are protected; empty for plain TCP
 */
public record ListenerSettings(
        String server,
        String host,
        int port,
        ListenerTimeouts timeouts,
        ListenerLimits limits,
        Optional<ListenerTls> tls) {

    public ListenerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
        }
    }

    /** Settings with the defaults of {@link ListenerTimeouts} and {@link ListenerLimits}, without TLS. */
    public static ListenerSettings of(String server, String host, int port) {
        return new ListenerSettings(
                server, host, port, ListenerTimeouts.DEFAULT, ListenerLimits.DEFAULT, Optional.empty());
    }

    public ListenerSettings withTimeouts(Duration login, Duration idle, Duration handler) {
        return with(new ListenerTimeouts(login, idle, handler));
    }

    /** As {@link ListenerLimits#withConnections}. */
    public ListenerSettings withConnections(int connections, int window, int maxFrame) {
        return with(limits.withConnections(connections, window, maxFrame));
    }

    /** As {@link ListenerLimits#withMemory}. */
    public ListenerSettings withMemory(long ofImport, long ofConnection, long ofAll) {
        return with(limits.withMemory(ofImport, ofConnection, ofAll));
    }

    public ListenerSettings with(ListenerTimeouts other) {
        return new ListenerSettings(server, host, port, other, limits, tls);
    }

    public ListenerSettings with(ListenerLimits other) {
        return new ListenerSettings(server, host, port, timeouts, other, tls);
    }

    public ListenerSettings with(ListenerTls other) {
        return new ListenerSettings(server, host, port, timeouts, limits, Optional.of(other));
    }
}
