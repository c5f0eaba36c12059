package io.xlink.operations;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.xlink.config.Operation;
import io.xlink.config.WfmServer;
import io.xlink.importer.ImporterProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Health and metrics of a running importer over HTTP, for the administrator's monitoring. The JDK's server, because the one of Camel brings
 * a second network library.
 */
public final class OperationsPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperationsPort.class);
    private static final int THREADS = 2;

    private final ImporterProgram program;
    private final ImportFigures figures;
    private final HttpServer server;
    private final ExecutorService threads;
    private Watched watched;

    /** What is watched: another one after a change of the configuration. */
    private record Watched(CamelContext context, MetricsPage page) {}

    private OperationsPort(ImporterProgram program, ImportFigures figures, HttpServer server) {
        this.program = program;
        this.figures = figures;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "xlink-operations");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens the port that the configuration names.
     *
     * @return empty when it is turned off or cannot be opened
     */
    public static Optional<OperationsPort> open(ImporterProgram program, ImportFigures figures) {
        Operation operation = program.installation().general().operation();
        if (operation.port() == 0) {
            return Optional.empty();
        }
        String where = operation.address() + ":" + operation.port();
        limitTime();
        try {
            OperationsPort port = new OperationsPort(
                    program,
                    figures,
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName(operation.address()), operation.port()), 16));
            port.start();
            LOG.info("health and metrics are at http://{}/health/ready and /metrics", where);
            return Optional.of(port);
        } catch (IOException e) {
            LOG.warn(
                    "health and metrics are not served: {} cannot be opened ({}). Imports run all the same; free the"
                            + " port, or correct HealthPort and HealthAddress",
                    where,
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** Looks for checks and meters anew when the program works with another configuration than before. */
    private synchronized Watched watched() {
        CamelContext context = program.context();
        if (watched == null || watched.context() != context) {
            Clock clock = Clock.systemUTC();
            ServerStates states = new ServerStates(context);
            HealthChecks.register(program, figures, states, clock);
            watched = new Watched(
                    context,
                    new MetricsPage(
                            figures,
                            program.installation().servers().stream()
                                    .map(WfmServer::name)
                                    .toList(),
                            states,
                            clock));
        }
        return watched;
    }

    /** A client that says nothing must not keep a thread for ever; the server knows no other way to be told. */
    private static void limitTime() {
        for (String limit : List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime")) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, "10");
            }
        }
        if (System.getProperty("jdk.httpserver.maxConnections") == null) {
            System.setProperty("jdk.httpserver.maxConnections", "32");
        }
    }

    private void start() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, "text/plain; charset=utf-8", "only GET and HEAD\n");
                return;
            }
            answer(exchange, exchange.getRequestURI().getPath());
        } catch (RuntimeException e) {
            LOG.debug("cannot answer {}", exchange.getRequestURI(), e);
            throw e;
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/health/live" -> {
                CamelContext context = program.context();
                Standing standing = context.isStopping() || context.isStopped() ? Standing.DOWN : Standing.UP;
                JsonObject json = new JsonObject();
                json.addProperty("status", standing.name());
                send(exchange, standing, json);
            }
            case "/health", "/health/ready" -> {
                HealthReport report = HealthReport.of(watched().context());
                send(exchange, report.standing(), report.json());
            }
            case "/metrics" ->
                send(exchange, 200, MetricsPage.CONTENT_TYPE, watched().page().text());
            default ->
                send(
                        exchange,
                        404,
                        "text/plain; charset=utf-8",
                        "there are /health/live, /health/ready and /metrics\n");
        }
    }

    private static void send(HttpExchange exchange, Standing standing, JsonObject json) throws IOException {
        send(exchange, standing == Standing.DOWN ? 503 : 200, "application/json", json + "\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    /** The port that is open. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
