package io.xlink.iwfm;

import io.xlink.iwfm.protocol.MemoryAccounts;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A bare Camel application with a consumer, whose route gives receipts, or holds them back. */
final class IwfmServer implements AutoCloseable {
    static final String PASSWORD = "canary-geheim-12";

    final MemoryAccounts accounts = new MemoryAccounts().with("xlink", PASSWORD);
    final DefaultCamelContext context = new DefaultCamelContext();
    /** Opened by whoever holds receipts back. */
    final CountDownLatch released = new CountDownLatch(1);

    private IwfmServer(Processor route) throws Exception {
        context.getRegistry().bind("accounts", accounts);
        context.getShutdownStrategy().setTimeout(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("iwfm:127.0.0.1:0?serverName=WFM&backlog=20")
                        .routeId("server")
                        .process(route);
            }
        });
        context.start();
    }

    static IwfmServer answering() throws Exception {
        return new IwfmServer(IwfmServer::receipt);
    }

    static IwfmServer running(Processor route) throws Exception {
        return new IwfmServer(route);
    }

    static void receipt(Exchange exchange) {
        QueueImport what = exchange.getMessage().getBody(QueueImport.class);
        exchange.getMessage().setBody(new Receipt(what.id(), 2, List.of()));
    }

    IwfmConsumer consumer() {
        return (IwfmConsumer) context.getRoute("server").getConsumer();
    }

    int port() {
        return consumer().getAddress().getPort();
    }

    String uri() {
        return "iwfm:127.0.0.1:" + port() + "?user=xlink&password=" + PASSWORD;
    }

    static QueueImport day() {
        return new QueueImport(
                UUID.randomUUID(),
                "WFM",
                "CSV-Import",
                LocalDate.of(2014, 12, 23),
                List.of(new ValueColumn(1, 1002, 1, 15, new int[] {23_600_000, 23_600_015}, new long[] {700, 800})));
    }

    @Override
    public void close() {
        released.countDown();
        context.stop();
    }
}
