package io.xlink.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.xlink.iwfm.IwfmConnection;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.operations.DeliveryFigures.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What Prometheus asks for. Made when somebody asks for the first time, because few do and the start is not to wait for it. Labels are
 * names of external systems and servers of the configuration, so their number is bounded.
 */
final class MetricsPage {
    /** The text format that every collector reads. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double SECONDS_A_DAY = 86_400;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ImportFigures figures;
    private final List<String> names;
    private final ServerStates servers;
    private final Clock clock;
    /** What has its meters already. */
    private final Set<Object> made = new HashSet<>();

    MetricsPage(ImportFigures figures, List<String> servers, ServerStates states, Clock clock) {
        this.figures = figures;
        this.names = List.copyOf(servers);
        this.servers = states;
        this.clock = clock;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    synchronized String text() {
        figures.sources().forEach(this::source);
        figures.deliveries().forEach(this::delivery);
        names.forEach(this::server);
        return registry.scrape(CONTENT_TYPE);
    }

    private void source(SourceFigures source) {
        Tags tags = Tags.of(
                "system",
                source.source().system(),
                "data",
                SourceCheck.data(source.source().kind()));
        if (made.add(source)) {
            counter("xlink.import.rows.read", "Rows read and imported.", source, tags, SourceFigures::rows);
            counter(
                    "xlink.import.rows.rejected",
                    "Rows that could not be used.",
                    source,
                    tags,
                    SourceFigures::rejected);
            counter("xlink.import.failures", "Imports and files that failed.", source, tags, SourceFigures::failures);
        }
        // A gauge of something that has not happened would be a number that means nothing.
        if (source.lastSuccess().isPresent() && made.add(List.of(source, "success"))) {
            gauge(
                    "xlink.import.last.success.timestamp",
                    "When an import was delivered and recorded last, in seconds since 1970.",
                    "seconds",
                    source,
                    tags,
                    one -> one.lastSuccess().map(Instant::getEpochSecond).orElse(0L));
        }
    }

    private void delivery(Way way, DeliveryFigures delivery) {
        Tags tags = Tags.of("system", way.system(), "data", SourceCheck.data(way.kind()), "server", way.server());
        if (made.add(way)) {
            counter(
                    "xlink.delivery.values",
                    "Interval values or activities that the server stored.",
                    delivery,
                    tags,
                    DeliveryFigures::values);
            counter(
                    "xlink.delivery.values.refused",
                    "Interval values or activities that the server refused.",
                    delivery,
                    tags,
                    DeliveryFigures::refused);
            gauge(
                    "xlink.delivery.waiting",
                    "Imports without a receipt.",
                    null,
                    delivery,
                    tags,
                    DeliveryFigures::waiting);
        }
        if (delivery.lastSuccess().isPresent() && made.add(List.of(way, "success"))) {
            gauge(
                    "xlink.delivery.last.success.timestamp",
                    "When the server confirmed an import last, in seconds since 1970.",
                    "seconds",
                    delivery,
                    tags,
                    one -> one.lastSuccess().orElse(0));
        }
        if (delivery.newestEnd().isPresent() && made.add(List.of(way, "lag"))) {
            gauge(
                    "xlink.delivery.lag",
                    "Time since the end of the newest interval or activity that the server has.",
                    "seconds",
                    delivery,
                    tags,
                    one -> clock.instant().getEpochSecond() - one.newestEnd().orElse(0));
        }
    }

    private void server(String name) {
        Tags tags = Tags.of("server", name);
        if (made.add(name)) {
            gauge(
                    "xlink.server.ready",
                    "1 while logged in at the server.",
                    null,
                    name,
                    tags,
                    one -> servers.ready(one) ? 1 : 0);
            gauge(
                    "xlink.server.requests.waiting",
                    "Requests that the server has not answered.",
                    null,
                    name,
                    tags,
                    one -> servers.of(one).map(c -> c.statistics().pending()).orElse(0));
            counter(
                    "xlink.server.reconnects",
                    "Logins after the first one.",
                    name,
                    tags,
                    one -> servers.of(one).map(c -> c.statistics().reconnects()).orElse(0L));
            gauge(
                    "xlink.server.login.refused",
                    "1 when the server refused the login, which is not tried again.",
                    null,
                    name,
                    tags,
                    one -> servers.of(one)
                                    .filter(c -> c.statistics().state() == ClientState.REFUSED)
                                    .isPresent()
                            ? 1
                            : 0);
        }
        if (expiry(name).isPresent() && made.add(List.of(name, "certificate"))) {
            gauge(
                    "xlink.server.certificate.expiry",
                    "Time until the server's TLS certificate, or one of its chain, ends.",
                    "days",
                    name,
                    tags,
                    one -> expiry(one)
                            .map(end -> Duration.between(clock.instant(), end).toSeconds() / SECONDS_A_DAY)
                            .orElse(0.0));
        }
    }

    private Optional<Instant> expiry(String server) {
        return servers.of(server).flatMap(IwfmConnection::certificateExpiry);
    }

    private <T> void counter(String name, String help, T of, Tags tags, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).description(help).tags(tags).register(registry);
    }

    private <T> void gauge(String name, String help, String unit, T of, Tags tags, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value)
                .description(help)
                .baseUnit(unit)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }
}
