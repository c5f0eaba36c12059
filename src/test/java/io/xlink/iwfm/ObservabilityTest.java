package io.xlink.iwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.xlink.iwfm.protocol.IwfmListener;
import io.xlink.iwfm.protocol.LogContext;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What an operator sees of connections and listeners: health, console, JMX, meters and log lines. */
class ObservabilityTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private IwfmServer server;
    private DefaultCamelContext client;

    @BeforeEach
    void start() throws Exception {
        server = IwfmServer.answering();
        client = new DefaultCamelContext();
        client.getRegistry().bind("meters", meters);
    }

    @AfterEach
    void stop() {
        client.stop();
        server.close();
    }

    private void deliver(int imports) throws Exception {
        client.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("client").to(server.uri());
            }
        });
        client.start();
        for (int i = 0; i < imports; i++) {
            assertThat(client.createProducerTemplate().requestBody("direct:in", IwfmServer.day(), Receipt.class))
                    .isNotNull();
        }
    }

    private static Object attribute(DefaultCamelContext context, String type, String name, String attribute)
            throws Exception {
        MBeanServer server =
                context.getManagementStrategy().getManagementAgent().getMBeanServer();
        List<ObjectName> names = server
                .queryNames(
                        new ObjectName(
                                "org.apache.camel:context=" + context.getManagementName() + ",type=" + type + ",*"),
                        null)
                .stream()
                .filter(n -> n.getKeyProperty("name").contains(name))
                .toList();
        assertThat(names).as(type + " " + name).hasSize(1);
        return server.getAttribute(names.get(0), attribute);
    }

    @Test
    void jmxShowsProducerAndConsumer() throws Exception {
        deliver(3);
        String producer = "IwfmProducer";
        assertThat(attribute(client, "producers", producer, "ConnectionState")).isEqualTo("READY");
        assertThat(attribute(client, "producers", producer, "Sent")).isEqualTo(3L);
        assertThat(attribute(client, "producers", producer, "Acknowledged")).isEqualTo(3L);
        assertThat(attribute(client, "producers", producer, "InFlight")).isEqualTo(0);
        assertThat(attribute(client, "producers", producer, "Reconnects")).isEqualTo(0L);
        assertThat(attribute(client, "producers", producer, "LastError")).isEqualTo("");
        String consumer = "IwfmConsumer";
        assertThat(attribute(server.context, "consumers", consumer, "Listening"))
                .isEqualTo(true);
        assertThat(attribute(server.context, "consumers", consumer, "Requests")).isEqualTo(3L);
        assertThat(attribute(server.context, "consumers", consumer, "Logins")).isEqualTo(1L);
        int port = server.port();
        server.context.getRouteController().stopRoute("server");
        await().until(() ->
                !attribute(client, "producers", producer, "LastError").equals(""));
        assertThat(attribute(client, "producers", producer, "LastError").toString())
                .contains("not available")
                .doesNotContain(IwfmServer.PASSWORD);
        assertThat(attribute(client, "endpoints", "iwfm:", "EndpointUri").toString())
                .doesNotContain(IwfmServer.PASSWORD);
        assertThat(attribute(client, "endpoints", "iwfm:", "Address")).isEqualTo("127.0.0.1:" + port);
    }

    @Test
    void theConsoleShowsConnectionsAndListeners() throws Exception {
        deliver(2);
        DevConsole console = client.getCamelContextExtension()
                .getContextPlugin(org.apache.camel.console.DevConsoleResolver.class)
                .resolveDevConsole("iwfm");
        String text = (String) console.call(DevConsole.MediaType.TEXT);
        assertThat(text)
                .contains("Connections: 1", "Listeners: 0")
                .containsPattern("state: +READY")
                .doesNotContain(IwfmServer.PASSWORD);
        JsonObject json = (JsonObject) console.call(DevConsole.MediaType.JSON);
        Map<String, Object> connection = row(json, "connections");
        assertThat(connection)
                .containsEntry("server", "127.0.0.1:" + server.port())
                .containsEntry("user", "xlink")
                .containsEntry("sent", 2L)
                .containsEntry("acknowledged", 2L)
                .containsEntry("inFlight", 0);
        assertThat((Long) connection.get("bytesSent")).isPositive();
        DevConsole other = server.context
                .getCamelContextExtension()
                .getContextPlugin(org.apache.camel.console.DevConsoleResolver.class)
                .resolveDevConsole("iwfm");
        Map<String, Object> listener = row((JsonObject) other.call(DevConsole.MediaType.JSON), "listeners");
        assertThat(listener)
                .containsEntry("address", "127.0.0.1:" + server.port())
                .containsEntry("routeId", "server")
                .containsEntry("connections", 1)
                .containsEntry("requests", 2L);
        // Both ends count the same bytes.
        assertThat(listener.get("bytesReceived")).isEqualTo(connection.get("bytesSent"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(JsonObject root, String list) {
        return ((List<Map<String, Object>>) root.get(list)).get(0);
    }

    @Test
    void metersComeWithAConnectionAndGoWithIt() throws Exception {
        deliver(2);
        assertThat(meters.get("iwfm.client.acknowledged")
                        .tag("server", "127.0.0.1:" + server.port())
                        .tag("user", "xlink")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("iwfm.client.ready").gauge().value()).isEqualTo(1);
        assertThat(meters.get("iwfm.client.bytes.sent").functionCounter().count())
                .isPositive();
        client.getRouteController().stopRoute("client");
        await().until(() -> meters.getMeters().isEmpty());
    }

    @Test
    void aListenerHasMetersToo() throws Exception {
        server.context.getRouteController().stopRoute("server");
        SimpleMeterRegistry own = new SimpleMeterRegistry();
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("meters", own);
        context.getRegistry().bind("accounts", server.accounts);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("iwfm:127.0.0.1:0?serverName=Metered").process(IwfmServer::receipt);
            }
        });
        context.start();
        try {
            assertThat(own.get("iwfm.listener.connections")
                            .tag("server", "Metered")
                            .gauge()
                            .value())
                    .isZero();
        } finally {
            context.stop();
        }
        assertThat(own.getMeters()).isEmpty();
    }

    @Test
    void healthHasDetails() throws Exception {
        HealthCheckHelper.getHealthCheckRepository(client, "producers").setEnabled(true);
        deliver(1);
        HealthCheck.Result up = health(client, "producers");
        assertThat(up.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(up.getDetails())
                .containsEntry("state", "READY")
                .containsEntry("inFlight", 0)
                .containsEntry("pending", 0)
                .containsEntry("error", "");
        HealthCheck.Result listening = health(server.context, "consumers");
        assertThat(listening.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(listening.getDetails())
                .containsEntry("server", "WFM")
                .containsEntry("connections", 1)
                .containsEntry("requests", 1L);
    }

    private static HealthCheck.Result health(DefaultCamelContext context, String repository) {
        var checks = HealthCheckHelper.getHealthCheckRepository(context, repository);
        checks.setEnabled(true);
        return checks.stream().findFirst().orElseThrow().call();
    }

    @Test
    void logLinesSayWhatTheyAreAbout() throws Exception {
        QueueImport day = IwfmServer.day();
        try (LogRecord listener = new LogRecord(IwfmListener.class);
                LogRecord route = new LogRecord("after")) {
            client.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to(server.uri()).log(org.apache.camel.LoggingLevel.INFO, "after", "delivered");
                }
            });
            client.start();
            Exchange sent = client.createProducerTemplate()
                    .send("direct:in", e -> e.getMessage().setBody(day));
            assertThat(sent.getException()).isNull();
            ILoggingEvent login = listener.with("logged in from").get(0);
            assertThat(login.getMDCPropertyMap())
                    .containsEntry(LogContext.SERVER, "WFM")
                    .containsEntry(LogContext.USER, "xlink")
                    .hasEntrySatisfying(LogContext.REMOTE, r -> assertThat(r).startsWith("127.0.0.1:"));
            assertThat(route.with("delivered").get(0).getMDCPropertyMap())
                    .containsEntry(LogContext.IMPORT_ID, day.id().toString())
                    .containsEntry(LogContext.USER, "xlink");
        }
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }
}
