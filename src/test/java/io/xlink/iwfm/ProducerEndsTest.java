package io.xlink.iwfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.xlink.iwfm.protocol.ClientClosedException;
import io.xlink.iwfm.protocol.RequestFailedException;
import io.xlink.iwfm.protocol.RequestTimeoutException;
import io.xlink.iwfm.protocol.TooManyRequestsException;
import io.xlink.model.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However a request ends, the exchange's callback comes, and comes once. */
class ProducerEndsTest {
    private DefaultCamelContext client;
    private IwfmServer server;

    /** An exchange under way, and how often its callback came. */
    private record Sent(Exchange exchange, AtomicInteger callbacks) {
        boolean ended() {
            return callbacks.get() > 0;
        }

        Exception error() {
            return exchange.getException();
        }
    }

    @BeforeEach
    void make() {
        client = new DefaultCamelContext();
    }

    @AfterEach
    void stop() {
        client.stop();
        if (server != null) {
            server.close();
        }
    }

    private IwfmProducer producer(String uri) throws Exception {
        if (!client.isStarted()) {
            client.start();
        }
        IwfmProducer producer = (IwfmProducer) client.getEndpoint(uri).createAsyncProducer();
        producer.start();
        return producer;
    }

    private Sent send(IwfmProducer producer, Object body) {
        Exchange exchange = new DefaultExchange(client);
        exchange.getMessage().setBody(body);
        AtomicInteger callbacks = new AtomicInteger();
        boolean sync = producer.process(exchange, doneSync -> callbacks.incrementAndGet());
        assertThat(sync && callbacks.get() == 0).as("done, but nobody was told").isFalse();
        return new Sent(exchange, callbacks);
    }

    private void silent() throws Exception {
        server = IwfmServer.running(exchange -> {
            server.released.await(60, TimeUnit.SECONDS);
            IwfmServer.receipt(exchange);
        });
    }

    private static void endOnce(List<Sent> all, Class<? extends Exception> error) {
        await().until(() -> all.stream().allMatch(Sent::ended));
        assertThat(all).allSatisfy(sent -> {
            assertThat(sent.callbacks).hasValue(1);
            assertThat(sent.error()).isInstanceOf(error);
        });
    }

    @Test
    void answersAndErrorsOfTheServer() throws Exception {
        AtomicInteger count = new AtomicInteger();
        server = IwfmServer.running(exchange -> {
            if (count.incrementAndGet() == 2) {
                throw new IllegalStateException("the disk is full");
            }
            IwfmServer.receipt(exchange);
        });
        IwfmProducer producer = producer(server.uri());
        Sent good = send(producer, IwfmServer.day());
        await().until(good::ended);
        Sent bad = send(producer, IwfmServer.day());
        endOnce(List.of(bad), RequestFailedException.class);
        assertThat(good.callbacks).hasValue(1);
        assertThat(good.exchange.getMessage().getBody()).isInstanceOf(Receipt.class);
    }

    @Test
    void bodiesThatCannotBeSent() throws Exception {
        server = IwfmServer.answering();
        endOnce(List.of(send(producer(server.uri()), "no import")), Exception.class);
    }

    @Test
    void aFullBufferRefuses() throws Exception {
        silent();
        IwfmProducer producer = producer(server.uri() + "&maxPending=2");
        send(producer, IwfmServer.day());
        send(producer, IwfmServer.day());
        endOnce(List.of(send(producer, IwfmServer.day())), TooManyRequestsException.class);
        assertThat(producer.getPending()).isEqualTo(2);
    }

    @Test
    void timeIsUp() throws Exception {
        silent();
        endOnce(
                List.of(send(producer(server.uri() + "&requestTimeout=200"), IwfmServer.day())),
                RequestTimeoutException.class);
    }

    @Test
    void theContextStopsWithPendingExchanges() throws Exception {
        silent();
        IwfmProducer producer = producer(server.uri());
        List<Sent> pending = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            pending.add(send(producer, IwfmServer.day()));
        }
        producer.stop();
        client.stop();
        endOnce(pending, ClientClosedException.class);
        endOnce(List.of(send(producer, IwfmServer.day())), IllegalStateException.class);
    }

    @Test
    void workersThatTakeNothingMore() throws Exception {
        silent();
        IwfmProducer producer = producer(server.uri());
        Sent pending = send(producer, IwfmServer.day());
        await().until(() -> producer.getInFlight() == 1);
        client.getComponent("iwfm", IwfmComponent.class).threads().close();
        server.released.countDown();
        await().until(pending::ended);
        assertThat(pending.callbacks).hasValue(1);
        assertThat(pending.exchange.getMessage().getBody()).isInstanceOf(Receipt.class);
    }

    @Test
    void eventLoopsThatTheirOwnerEnds() throws Exception {
        silent();
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        client.getComponent("iwfm", IwfmComponent.class).setWorkerGroup(group);
        IwfmProducer producer = producer(server.uri());
        Sent pending = send(producer, IwfmServer.day());
        await().until(() -> producer.getInFlight() == 1);
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).await(10, TimeUnit.SECONDS);
        await().until(pending::ended);
        Sent late = send(producer, IwfmServer.day());
        endOnce(List.of(late), ClientClosedException.class);
        assertThat(pending.callbacks).hasValue(1);
        assertThat(pending.error()).isNotNull();
    }

    @Test
    void eventLoopsThatWereGivenGoOn() throws Exception {
        server = IwfmServer.answering();
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            client.getComponent("iwfm", IwfmComponent.class).setWorkerGroup(group);
            Sent sent = send(producer(server.uri()), IwfmServer.day());
            await().until(sent::ended);
            assertThat(sent.error()).isNull();
            client.stop();
            assertThat(group.isShuttingDown()).isFalse();
        } finally {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void endpointsStartFromTheComponentsOptions() throws Exception {
        IwfmComponent component = client.getComponent("iwfm", IwfmComponent.class);
        component.getConfiguration().setUser("xlink");
        component.getConfiguration().setPassword(IwfmServer.PASSWORD);
        component.getConfiguration().setMaxPending(7);
        IwfmEndpoint plain = client.getEndpoint("iwfm:127.0.0.1:45054", IwfmEndpoint.class);
        IwfmEndpoint other = client.getEndpoint("iwfm:127.0.0.1:45054?maxPending=9", IwfmEndpoint.class);
        assertThat(plain.clientSettings().limits().maxPending()).isEqualTo(7);
        assertThat(other.clientSettings().limits().maxPending()).isEqualTo(9);
        assertThat(other.clientSettings().user()).isEqualTo("xlink");
        assertThat(component.getConfiguration().getMaxPending()).isEqualTo(7);
    }

    @Test
    void endpointsThatDisagreeAreToldWhatCounts() throws Exception {
        server = IwfmServer.answering();
        try (LogRecord log = new LogRecord(IwfmComponent.class)) {
            producer(server.uri());
            producer(server.uri() + "&operation=catalogue");
            assertThat(log.with("share one connection")).isEmpty();
            producer(server.uri() + "&requestTimeout=1s");
            assertThat(log.with("share one connection")).hasSize(1);
            assertThat(log.with(IwfmServer.PASSWORD)).isEmpty();
        }
    }
}
