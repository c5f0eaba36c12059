package io.xlink.importer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xlink.model.QueueImport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many days are on their way at once, and what happens when one fails. */
class DeliveriesTest {
    private static final LocalDate FAILING = LocalDate.EPOCH.plusDays(2);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<LocalDate> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger under = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore answers = new Semaphore(0);
    private Deliveries deliveries;

    @BeforeEach
    void start() throws Exception {
        context.getComponent("direct");
        context.addComponent("iwfm", context.getComponent("direct"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("iwfm:WFM").process(exchange -> {
                    QueueImport what = exchange.getMessage().getBody(QueueImport.class);
                    sent.add(what.day());
                    most.accumulateAndGet(under.incrementAndGet(), Math::max);
                    try {
                        if (what.day().equals(FAILING)) {
                            failed.incrementAndGet();
                            throw new IllegalStateException("away");
                        }
                        assertThat(answers.tryAcquire(30, SECONDS)).isTrue();
                    } finally {
                        under.decrementAndGet();
                    }
                    exchange.getMessage().setBody(what.day());
                });
            }
        });
        context.start();
        deliveries = new Deliveries(context.createProducerTemplate(), threads, null, ImportWatch.NONE);
    }

    @AfterEach
    void stop() {
        answers.release(1000);
        context.stop();
        threads.shutdownNow();
    }

    private static List<QueueImport> days(int first, int count) {
        List<QueueImport> days = new ArrayList<>();
        for (int day = first; day < first + count; day++) {
            days.add(new QueueImport(UUID.randomUUID(), "WFM", "ACD", LocalDate.EPOCH.plusDays(day), List.of()));
        }
        return days;
    }

    @Test
    void fourAreOnTheirWayAndAllReceiptsComeBack() throws Exception {
        Future<List<Object>> all = threads.submit(() -> deliveries.deliver(days(10, 50)));
        await().until(() -> sent.size() == Deliveries.AT_ONCE);
        answers.release(1);
        await().until(() -> sent.size() == Deliveries.AT_ONCE + 1);
        answers.release(49);
        assertThat(all.get(30, SECONDS)).hasSize(50).doesNotHaveDuplicates();
        assertThat(most.get()).isEqualTo(Deliveries.AT_ONCE);
    }

    @Test
    void aFailureIsTheOutcomeOnceNothingIsOnItsWay() throws Exception {
        Future<List<Object>> all = threads.submit(() -> deliveries.deliver(days(0, 50)));
        await().until(() -> sent.size() == Deliveries.AT_ONCE && failed.get() == 1);
        assertThat(all.isDone()).isFalse();
        answers.release(1000);
        assertThatThrownBy(() -> all.get(30, SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("away");
        assertThat(under.get()).isZero();
        assertThat(sent).contains(FAILING).hasSizeLessThan(50);
    }

    @Test
    void nothingToSendIsNothingSent() throws Exception {
        assertThat(deliveries.deliver(List.of())).isEmpty();
    }
}
