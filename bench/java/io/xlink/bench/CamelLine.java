package io.xlink.bench;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.xlink.iwfm.IwfmConsumer;
import io.xlink.iwfm.protocol.Accounts;
import io.xlink.iwfm.protocol.ScramVerifier;
import io.xlink.iwfm.protocol.ScramVerifiers;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.server.ServerStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel producer, a connection on the loopback, a Camel route and what it stores in. */
final class CamelLine implements LinePeer.Line {
    private final CamelContext context;
    private final AutoCloseable store;
    private final ProducerTemplate template;
    private final Endpoint endpoint;

    private CamelLine(Processor route, AutoCloseable store, Optional<Path> certificates) throws Exception {
        this.store = store;
        context = new DefaultCamelContext();
        context.getRegistry().bind("accounts", new OneUser());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(certificates
                                .map(d -> "iwfms:127.0.0.1:0?serverName=WFM&certificateChain=" + d.resolve("chain.pem")
                                        + "&certificateKey=" + d.resolve("key.pem"))
                                .orElse("iwfm:127.0.0.1:0?serverName=WFM"))
                        .routeId("server")
                        .process(route);
            }
        });
        context.start();
        int port = ((IwfmConsumer) context.getRoute("server").getConsumer())
                .getAddress()
                .getPort();
        // More pending than a run has imports: the bench waits for receipts, not for room.
        String options = "127.0.0.1:" + port + "?user=bench&password=bench&maxPending=100000";
        endpoint = context.getEndpoint(certificates
                .map(d -> "iwfms:" + options + "&trustCertificates=" + d.resolve("chain.pem"))
                .orElse("iwfm:" + options));
        template = context.createProducerTemplate();
        template.requestBodyAndHeader(endpoint, null, "CamelIwfmOperation", "catalogue"); // logged in
    }

    /** A server that stores nothing: what the way there and back costs. */
    static CamelLine counting() throws Exception {
        return new CamelLine(CamelLine::answer, () -> {}, Optional.empty());
    }

    /** The same through TLS. */
    static CamelLine countingThroughTls(Path directory) throws Exception {
        certify(directory);
        return new CamelLine(CamelLine::answer, () -> {}, Optional.of(directory));
    }

    private static void certify(Path directory) throws Exception {
        X509Bundle certificate = new CertificateBuilder()
                .subject("CN=bench")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .ecp256()
                .buildSelfSigned();
        Files.writeString(directory.resolve("chain.pem"), certificate.getCertificatePathPEM());
        Files.writeString(directory.resolve("key.pem"), certificate.getPrivateKeyPEM());
    }

    /** The reference server's store. */
    static CamelLine durable(Path directory) throws Exception {
        ServerStore store = ServerStore.open(directory, BenchDays.catalogue());
        return new CamelLine(
                exchange -> {
                    if (exchange.getMessage().getBody() instanceof QueueImport what) {
                        exchange.getMessage().setBody(store.store(what).join());
                    } else {
                        answer(exchange);
                    }
                },
                store,
                Optional.empty());
    }

    private static void answer(Exchange exchange) {
        exchange.getMessage()
                .setBody(
                        exchange.getMessage().getBody() instanceof QueueImport what
                                ? new Receipt(what.id(), what.values(), List.of())
                                : BenchDays.catalogue());
    }

    @Override
    public void deliver(List<QueueImport> imports) {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (QueueImport what : imports) {
            receipts.add(template.asyncSend(
                            endpoint, exchange -> exchange.getMessage().setBody(what))
                    .thenApply(exchange -> exchange.getMessage().getBody(Receipt.class)));
        }
        LinePeer.requireAll(imports, receipts);
    }

    @Override
    public void close() throws Exception {
        context.close();
        store.close();
    }

    private static final class OneUser implements Accounts {
        private final ScramVerifier verifier = ScramVerifiers.of("bench".toCharArray(), 4096);

        @Override
        public Optional<Account> find(String user) {
            return Optional.of(new Account(user, verifier, Optional.empty()));
        }

        @Override
        public void failed(String user) {}

        @Override
        public void succeeded(String user) {}
    }
}
