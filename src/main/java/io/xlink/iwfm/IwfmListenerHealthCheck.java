package io.xlink.iwfm;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Up while a consumer listens; Camel asks for it through the health check of the consumer's route. */
final class IwfmListenerHealthCheck extends AbstractHealthCheck {
    private final IwfmConsumer consumer;

    IwfmListenerHealthCheck(IwfmConsumer consumer) {
        super("camel", "consumer:iwfm-" + consumer.getServerName());
        this.consumer = consumer;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("server", consumer.getServerName());
        builder.detail("connections", consumer.getConnections());
        builder.detail("requests", consumer.getRequests());
        builder.detail("requests.failed", consumer.getFailedRequests());
        builder.detail("error", consumer.getLastError());
        if (consumer.isListening()) {
            builder.detail("address", consumer.getListensOn());
            builder.up();
        } else {
            builder.message("the port is not open").down();
        }
    }
}
