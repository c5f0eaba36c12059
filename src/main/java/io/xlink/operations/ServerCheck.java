package io.xlink.operations;

import io.xlink.iwfm.IwfmConnection;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.ClientStatistics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether a workforce-management server takes data: down while it is away or refuses the login. */
final class ServerCheck extends StandingCheck {
    static final String PREFIX = "server:";
    /** Long enough to get a certificate renewed. */
    private static final Duration RENEWAL = Duration.ofDays(14);

    private final String server;
    private final ServerStates servers;
    private final Clock clock;

    ServerCheck(String server, ServerStates servers, Clock clock) {
        super(PREFIX + server);
        this.server = server;
        this.servers = servers;
        this.clock = clock;
    }

    @Override
    Finding find(Map<String, Object> details) {
        details.put("server", server);
        Optional<IwfmConnection> connection = servers.of(server);
        if (connection.isEmpty()) {
            return new Finding(Standing.DOWN, "not connected yet");
        }
        ClientStatistics statistics = connection.get().statistics();
        details.put("state", statistics.state().name());
        details.put("waiting", statistics.pending());
        details.put("reconnects", statistics.reconnects());
        Optional<Instant> end = connection.get().certificateExpiry();
        end.ifPresent(at -> details.put("certificateExpiry", at.toString()));
        Finding login = statistics.state() == ClientState.READY
                ? Finding.UP
                : new Finding(
                        Standing.DOWN, statistics.lastError().isEmpty() ? "not connected yet" : statistics.lastError());
        return login.and(certificate(end));
    }

    private Finding certificate(Optional<Instant> end) {
        return end.filter(at -> at.isBefore(clock.instant().plus(RENEWAL)))
                .map(at -> new Finding(
                        Standing.DEGRADED, "its certificate ends on " + at + ". Let its administrator renew it"))
                .orElse(Finding.UP);
    }
}
