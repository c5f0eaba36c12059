package io.xlink.iwfm;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.iwfm.protocol.ClientStatistics;
import io.xlink.iwfm.protocol.IwfmClient;
import io.xlink.iwfm.protocol.ListenerStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/** Micrometer's meters of the connections and listeners that are open; they go when those are closed. */
final class IwfmMeters implements Watch {
    private final MeterRegistry registry;
    private final Map<Object, List<Meter>> meters = new ConcurrentHashMap<>();

    private IwfmMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    static Watch of(CamelContext context) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        return registry == null ? Watch.NONE : new IwfmMeters(registry);
    }

    @Override
    public void opened(IwfmClient client) {
        Made<IwfmClient> made = new Made<>(
                client,
                "iwfm.client.",
                Tags.of(
                        "server",
                        client.settings().host() + ":" + client.settings().port(),
                        "user",
                        client.settings().user()));
        made.gauge("ready", c -> c.state() == ClientState.READY ? 1 : 0);
        made.gauge("pending", IwfmClient::pending);
        made.gauge("in.flight", of(ClientStatistics::inFlight));
        made.counter("sent", of(ClientStatistics::sent));
        made.counter("acknowledged", of(ClientStatistics::acknowledged));
        made.counter("failed", of(ClientStatistics::failed));
        made.counter("reconnects", of(ClientStatistics::reconnects));
        made.counter("bytes.sent", of(ClientStatistics::bytesSent));
        made.counter("bytes.received", of(ClientStatistics::bytesReceived));
    }

    private static ToDoubleFunction<IwfmClient> of(ToDoubleFunction<ClientStatistics> value) {
        return client -> value.applyAsDouble(client.statistics());
    }

    @Override
    public void closed(IwfmClient client) {
        remove(client);
    }

    @Override
    public void opened(IwfmConsumer consumer) {
        Made<IwfmConsumer> made = new Made<>(consumer, "iwfm.listener.", Tags.of("server", consumer.getServerName()));
        made.gauge("connections", IwfmConsumer::getConnections);
        made.counter("requests", IwfmConsumer::getRequests);
        made.counter("requests.failed", IwfmConsumer::getFailedRequests);
        made.counter("connections.accepted", ofListener(ListenerStatistics::accepted));
        made.counter("connections.turned.away", ofListener(ListenerStatistics::turnedAway));
        made.counter("logins", ofListener(ListenerStatistics::logins));
        made.counter("logins.refused", ofListener(ListenerStatistics::refusedLogins));
        made.counter("bytes.sent", ofListener(ListenerStatistics::bytesSent));
        made.counter("bytes.received", ofListener(ListenerStatistics::bytesReceived));
    }

    private static ToDoubleFunction<IwfmConsumer> ofListener(ToDoubleFunction<ListenerStatistics> value) {
        return consumer -> value.applyAsDouble(consumer.statistics());
    }

    @Override
    public void closed(IwfmConsumer consumer) {
        remove(consumer);
    }

    private void remove(Object of) {
        List<Meter> gone = meters.remove(of);
        if (gone != null) {
            gone.forEach(registry::remove);
        }
    }

    /** The meters of one client or listener. */
    private final class Made<T> {
        private final T of;
        private final String prefix;
        private final Tags tags;
        private final List<Meter> list = new ArrayList<>();

        Made(T of, String prefix, Tags tags) {
            this.of = of;
            this.prefix = prefix;
            this.tags = tags;
            meters.put(of, list);
        }

        void gauge(String name, ToDoubleFunction<T> value) {
            list.add(Gauge.builder(prefix + name, of, value).tags(tags).register(registry));
        }

        void counter(String name, ToDoubleFunction<T> value) {
            list.add(
                    FunctionCounter.builder(prefix + name, of, value).tags(tags).register(registry));
        }
    }
}
