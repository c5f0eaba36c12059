package io.xlink.iwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.LoginRefusedException;
import io.xlink.iwfm.protocol.MemoryAccounts;
import io.xlink.iwfm.protocol.Password;
import io.xlink.iwfm.protocol.RequestFailedException;
import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.Import;
import io.xlink.model.LocalDay;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The component in two bare Camel applications, one the server, one the client. */
class IwfmComponentTest {
    private static final QueueImport DAY = new QueueImport(
            UUID.randomUUID(),
            "WFM",
            "CSV-Import",
            LocalDate.of(2014, 12, 23),
            List.of(new ValueColumn(1, 1002, 1, 15, new int[] {23_600_000, 23_600_015}, new long[] {700, -5})));

    private static final ActivityImport ACTIVITIES = ActivityImport.of(
            UUID.randomUUID(),
            "WFM",
            "CSV-Import",
            new LocalDay(LocalDate.of(2014, 12, 23), ZoneOffset.UTC),
            List.of(new ActivityColumn("1002", "login", new long[] {1_419_292_800}, new int[] {28_800})));

    private final MemoryAccounts accounts = new MemoryAccounts().with("xlink", "geheim");
    private final StubStore store = new StubStore();
    private DefaultCamelContext server;
    private DefaultCamelContext client;
    private int port;

    /** Stands for the server's store and remembers what the last exchange looked like. */
    public static final class StubStore {
        private volatile Object received;
        private volatile String operation;
        private volatile String user;
        private volatile RuntimeException failure;
        private volatile boolean wrongBody;

        /** What the route calls. */
        public void handle(Exchange exchange) {
            received = exchange.getMessage().getBody();
            operation = exchange.getMessage().getHeader(IwfmConstants.OPERATION, String.class);
            user = exchange.getMessage().getHeader(IwfmConstants.USER, String.class);
            if (failure != null) {
                throw failure;
            }
            Object answer = switch (operation) {
                case "import" -> new Receipt(((Import) received).id(), 1, List.of(rejected(received)));
                case "catalogue" ->
                    new Catalogue("WFM", List.of(), List.of(), List.of("CSV-Import"), List.of(), List.of(), true);
                case "exportActivities" ->
                    new ActivitySlice(
                            List.of(new ActivitySlice.Held(
                                    "CSV-Import", 1, ACTIVITIES.columns().get(0))),
                            "more");
                default -> new ExportSlice(DAY.columns(), "next");
            };
            exchange.getMessage().setBody(wrongBody ? "nonsense" : answer);
        }

        private static Receipt.Rejected rejected(Object what) {
            return what instanceof QueueImport
                    ? new Receipt.RejectedColumn(1002, 1, 1, "not known")
                    : new Receipt.RejectedActivities("4711", "", 2, "nobody claims it");
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new DefaultCamelContext();
        server.getRegistry().bind("accounts", accounts);
        server.getRegistry().bind("store", store);
        server.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("iwfm:127.0.0.1:0?serverName=WFM").routeId("server").bean("store", "handle");
            }
        });
        server.start();
        port = ((IwfmConsumer) server.getRoute("server").getConsumer())
                .getAddress()
                .getPort();
        client = new DefaultCamelContext();
        HealthCheckHelper.getHealthCheckRepository(client, "producers").setEnabled(true);
    }

    @AfterEach
    void stop() {
        client.stop();
        server.stop();
    }

    private void route(String uri) throws Exception {
        client.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri);
            }
        });
        client.start();
    }

    private String uri(String password) {
        return "iwfm:127.0.0.1:" + port + "?user=xlink&password=" + password;
    }

    private Exchange send(String operation, Object body) {
        return client.createProducerTemplate().send("direct:in", e -> {
            e.getMessage().setBody(body);
            if (operation != null) {
                e.getMessage().setHeader(IwfmConstants.OPERATION, operation);
            }
        });
    }

    @Test
    void anImportBecomesAnExchangeAndComesBackAsAReceipt() throws Exception {
        route(uri("geheim"));
        Exchange sent = send(null, DAY);
        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getBody(Receipt.class))
                .isEqualTo(new Receipt(DAY.id(), 1, List.of(new Receipt.RejectedColumn(1002, 1, 1, "not known"))));
        assertThat(sent.getMessage().getHeader(IwfmConstants.IMPORT_ID))
                .isEqualTo(DAY.id().toString());
        assertThat(sent.getMessage().getHeader(IwfmConstants.STORED)).isEqualTo(1L);
        assertThat(sent.getMessage().getHeader(IwfmConstants.REJECTED)).isEqualTo(1L);
        assertThat(store.received).isEqualTo(DAY);
        assertThat(store.operation).isEqualTo("import");
        assertThat(store.user).isEqualTo("xlink");
    }

    @Test
    void activitiesAreImportedAndExportedBesideCallData() throws Exception {
        route(uri("geheim"));
        Exchange sent = send(null, ACTIVITIES);
        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getBody(Receipt.class))
                .isEqualTo(new Receipt(
                        ACTIVITIES.id(),
                        1,
                        List.of(new Receipt.RejectedActivities("4711", "", 2, "nobody claims it"))));
        assertThat(sent.getMessage().getHeader(IwfmConstants.IMPORT_ID))
                .isEqualTo(ACTIVITIES.id().toString());
        assertThat(sent.getMessage().getHeader(IwfmConstants.REJECTED)).isEqualTo(2L);
        assertThat(store.received).isEqualTo(ACTIVITIES);
        assertThat(store.operation).isEqualTo("import");

        ActivityQuery query = new ActivityQuery(0, 1000, "");
        assertThat(send("exportActivities", query).getMessage().getBody(ActivitySlice.class))
                .isEqualTo(new ActivitySlice(
                        List.of(new ActivitySlice.Held(
                                "CSV-Import", 1, ACTIVITIES.columns().get(0))),
                        "more"));
        assertThat(store.received).isEqualTo(query);
        assertThat(send("exportActivities", new ExportQuery(0, 1, "")).getException())
                .isNotNull();
    }

    @Test
    void questionsAreAskedByHeader() throws Exception {
        route(uri("geheim"));
        assertThat(send("catalogue", null).getMessage().getBody(Catalogue.class).externalSystems())
                .containsExactly("CSV-Import");
        ExportQuery query = new ExportQuery(0, 1000, "");
        assertThat(send("export", query).getMessage().getBody(ExportSlice.class))
                .isEqualTo(new ExportSlice(DAY.columns(), "next"));
        assertThat(store.received).isEqualTo(query);
        assertThat(send("delete", null).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delete");
        assertThat(send(null, "no import").getException()).isNotNull();
    }

    @Test
    void aRouteThatFailsOrGivesNoReceiptIsAFailure() throws Exception {
        route(uri("geheim"));
        store.failure = new IllegalStateException("the disk is full");
        assertThat(send(null, DAY).getException())
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("the disk is full");
        store.failure = null;
        store.wrongBody = true;
        assertThat(send(null, DAY).getException())
                .isInstanceOf(RequestFailedException.class)
                .hasMessageContaining("without a Receipt");
    }

    @Test
    void manyExchangesEndOnceEach() throws Exception {
        route(uri("geheim") + "&maxPending=500");
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            var unused = client.createProducerTemplate()
                    .asyncRequestBody("direct:in", DAY, Receipt.class)
                    .whenComplete((receipt, error) -> ended.incrementAndGet());
        }
        await().until(() -> ended.get() == 200);
    }

    @Test
    void aWrongPasswordIsTriedOnceAndHealthSaysSo() throws Exception {
        route(uri("falsch"));
        assertThat(send(null, DAY).getException())
                .isInstanceOf(LoginRefusedException.class)
                .hasMessageStartingWith("Cannot connect to the database")
                .hasMessageNotContaining("falsch");
        assertThat(send(null, DAY).getException()).isInstanceOf(LoginRefusedException.class);
        assertThat(accounts.failed).hasValue(1);
        IwfmComponent component = client.getComponent("iwfm", IwfmComponent.class);
        assertThat(component.state("127.0.0.1:" + port)).contains(ClientState.REFUSED);
        assertThat(component.ready("127.0.0.1:" + port)).isFalse();
        assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health().getMessage().orElse("")).startsWith("Cannot connect to the database");
    }

    @Test
    void endpointsOfOneServerShareOneConnection() throws Exception {
        client.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(uri("geheim"));
                from("direct:other").routeId("other").to(uri("geheim") + "&operation=catalogue");
            }
        });
        client.start();
        send(null, DAY);
        assertThat(client.createProducerTemplate().requestBody("direct:other", null, Catalogue.class))
                .isNotNull();
        assertThat(accounts.succeeded).hasValue(1);
        IwfmComponent component = client.getComponent("iwfm", IwfmComponent.class);
        assertThat(component.ready("127.0.0.1:" + port)).isTrue();
        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
    }

    private HealthCheck.Result health() {
        return HealthCheckHelper.getHealthCheckRepository(client, "producers").stream()
                .findFirst()
                .orElseThrow()
                .call();
    }

    @Test
    void aServerIsFoundByItsName() throws Exception {
        IwfmSystem system = new IwfmSystem(3, "iWFM R4 Hamburg", "127.0.0.1", port, "xlink", Password.of("geheim"));
        client.getRegistry().bind("systems", (IwfmSystems)
                name -> Optional.of(system).filter(s -> s.name().equals(name)));
        route("iwfm:iWFM R4 Hamburg");
        assertThat(send(null, DAY).getMessage().getBody()).isInstanceOf(Receipt.class);
        IwfmComponent component = client.getComponent("iwfm", IwfmComponent.class);
        assertThat(component.ready("iWFM R4 Hamburg")).isTrue();
        server.stop();
        await().until(() -> !component.ready("iWFM R4 Hamburg"));
    }

    @Test
    void aNameThatNobodyKnowsIsToldAtTheStart() {
        client.getRegistry().bind("systems", (IwfmSystems) name -> Optional.empty());
        assertThatThrownBy(() -> route("iwfm:Elsewhere"))
                .hasRootCauseMessage("no server is named Elsewhere; check [DB] of isps_Ul.ini and isps.cfg");
    }

    @Test
    void aPortInUseIsToldAndAStoppedRouteGivesItsPortBack() throws Exception {
        try (DefaultCamelContext tooEarly = second()) {
            assertThatThrownBy(tooEarly::start)
                    .hasStackTraceContaining("Cannot listen on 127.0.0.1:" + port + ": ")
                    .hasStackTraceContaining("in use");
        }
        server.getRouteController().stopRoute("server");
        try (DefaultCamelContext free = second()) {
            free.start();
            IwfmConsumer consumer = (IwfmConsumer) free.getRoute("second").getConsumer();
            assertThat(consumer.isListening()).isTrue();
            free.getRouteController().stopRoute("second");
            assertThat(consumer.isListening()).isFalse();
        }
        server.getRouteController().startRoute("server");
    }

    /** Another server on the port of the first one, not started. */
    private DefaultCamelContext second() throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("accounts", accounts);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("iwfm:127.0.0.1:" + port + "?serverName=Second")
                        .routeId("second")
                        .bean(store, "handle");
            }
        });
        return context;
    }

    @Test
    void aStoppedRouteGivesItsConnectionBack() throws Exception {
        route(uri("geheim"));
        send(null, DAY);
        client.stop();
        IwfmComponent component = client.getComponent("iwfm", IwfmComponent.class);
        assertThat(component.state("127.0.0.1:" + port)).isEmpty();
    }
}
