package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.ClientStatistics;
import io.xlink.iwfm.protocol.IwfmClient;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Up while logged in at the server; otherwise says what the client last ran into. */
final class IwfmHealthCheck extends AbstractHealthCheck {
    private final IwfmClient client;

    IwfmHealthCheck(IwfmClient client) {
        super("camel", "producer:iwfm-" + name(client.settings()));
        this.client = client;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        ClientStatistics statistics = client.statistics();
        ClientState state = statistics.state();
        builder.detail("state", state.name());
        builder.detail("server", name(client.settings()));
        builder.detail("pending", statistics.pending());
        builder.detail("inFlight", statistics.inFlight());
        builder.detail("reconnects", statistics.reconnects());
        builder.detail("error", statistics.lastError());
        client.certificateExpiry().ifPresent(end -> builder.detail("certificateExpiry", end.toString()));
        if (state == ClientState.READY) {
            builder.up();
        } else {
            builder.message(statistics.lastError().isEmpty() ? "not connected yet" : statistics.lastError())
                    .down();
        }
    }

    private static String name(ClientSettings settings) {
        return settings.user() + "@" + settings.host() + ":" + settings.port();
    }
}
