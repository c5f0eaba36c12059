package io.xlink.importer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xlink.model.QueueImport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Body;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The built-in route with everything around it replaced: in what order it calls whom. */
class CsvRouteTest {
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ExecutorService network = Executors.newSingleThreadExecutor();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> batches = new ConcurrentLinkedQueue<>();
    private final CountDownLatch receipt = new CountDownLatch(1);

    /** What the route calls; the names are those that the YAML file uses. */
    public final class Beans {
        public String look(Exchange exchange) {
            String batch = batches.poll();
            exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, batch != null);
            events.add(batch == null ? "idle" : "look " + batch);
            return batch;
        }

        public String read(String batch) {
            if (batch.equals("poison")) {
                throw new IllegalStateException("poison");
            }
            return batch;
        }

        public void phoneLink() {}

        public List<QueueImport> assign(List<QueueImport> imports) {
            return imports;
        }

        public void delivered(@ExchangeProperty(Deliveries.SENT) List<?> sent, @Body List<?> receipts) {
            assertThat(sent).hasSameSizeAs(receipts).hasOnlyElementsOfType(QueueImport.class);
            events.add("delivered " + List.copyOf(receipts));
        }

        public void failed(Exchange exchange) {
            events.add("failed "
                    + exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)
                            .getMessage());
        }
    }

    @BeforeEach
    void start() throws Exception {
        Beans beans = new Beans();
        for (String name : List.of("files", "calls", "importIds", "fileOutcome", "ledger")) {
            context.getRegistry().bind(name, beans);
        }
        context.getRegistry()
                .bind("deliveries", new Deliveries(context.createProducerTemplate(), senders, null, ImportWatch.NONE));
        context.getRegistry().bind("xlink:queue-imports", new Transformer("xlink:queue-imports") {
            @Override
            public void transform(Message message, DataType from, DataType to) {
                QueueImport one = new QueueImport(
                        UUID.randomUUID(), message.getBody(String.class), "ACD", LocalDate.EPOCH, List.of());
                message.setBody(List.of(one, one));
            }
        });
        context.addComponent("iwfm", new Network());
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveResource(context, "classpath:routes/csv-phonelink.camel.yaml"));
        context.start();
    }

    @AfterEach
    void stop() {
        receipt.countDown();
        context.stop();
        network.shutdownNow();
        senders.shutdownNow();
    }

    private void watch() throws Exception {
        TemplatedRouteBuilder.builder(context, "csv-phonelink")
                .parameter("files", "files")
                .parameter("calls", "calls")
                .parameter("delay", 1)
                .add();
    }

    @Test
    void theNextLookWaitsForReceiptsThatComeOnAnotherThread() throws Exception {
        batches.addAll(List.of("first", "second"));
        watch();
        await().until(() -> events.size() == 3);
        assertThat(events).containsExactly("look first", "sent first", "sent first");
        receipt.countDown();
        await().until(() -> events.contains("idle"));
        assertThat(events.stream().takeWhile(event -> !event.equals("idle")))
                .containsExactly(
                        "look first",
                        "sent first",
                        "sent first",
                        "delivered [receipt, receipt]",
                        "look second",
                        "sent second",
                        "sent second",
                        "delivered [receipt, receipt]");
    }

    @Test
    void aFailureIsToldAndTheLookingGoesOn() throws Exception {
        receipt.countDown();
        batches.addAll(List.of("poison", "first", "away", "second"));
        watch();
        await().until(() -> events.contains("idle"));
        assertThat(events.stream().takeWhile(event -> !event.equals("idle")))
                .containsExactly(
                        "look poison",
                        "failed poison",
                        "look first",
                        "sent first",
                        "sent first",
                        "delivered [receipt, receipt]",
                        "look away",
                        "sent away",
                        "sent away",
                        "failed away",
                        "look second",
                        "sent second",
                        "sent second",
                        "delivered [receipt, receipt]");
    }

    /** Answers on another thread once it may. */
    private final class Network extends DefaultComponent {
        @Override
        protected Endpoint createEndpoint(String uri, String server, Map<String, Object> parameters) {
            return new DefaultEndpoint(uri, this) {
                @Override
                public Producer createProducer() {
                    return new DefaultAsyncProducer(this) {
                        @Override
                        public boolean process(Exchange exchange, AsyncCallback callback) {
                            events.add("sent " + server);
                            network.execute(() -> answer(exchange, server, callback));
                            return false;
                        }
                    };
                }

                @Override
                public Consumer createConsumer(Processor processor) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        private void answer(Exchange exchange, String server, AsyncCallback callback) {
            try {
                assertThat(receipt.await(30, SECONDS)).isTrue();
                exchange.getMessage().setBody("receipt");
                if (server.equals("away")) {
                    exchange.setException(new IllegalStateException("away"));
                }
            } catch (InterruptedException e) {
                exchange.setException(e);
            }
            callback.done(false);
        }
    }
}
