package io.xlink.iwfm;

import io.xlink.iwfm.protocol.ClientSettings;
import io.xlink.iwfm.protocol.ClientState;
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
        ClientState state = client.state();
        builder.detail("state", state.name());
        builder.detail("server", name(client.settings()));
        builder.detail("pending", client.pending());
        client.certificateExpiry().ifPresent(end -> builder.detail("certificateExpiry", end.toString()));
        if (state == ClientState.READY) {
            builder.up();
        } else {
            builder.message(client.lastError().isEmpty() ? "not connected yet" : client.lastError())
                    .down();
        }
    }

    private static String name(ClientSettings settings) {
        return settings.user() + "@" + settings.host() + ":" + settings.port();
    }
}
