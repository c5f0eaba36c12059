package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.CallDataMapper;
import io.xlink.acdmap.ImportScripts;
import io.xlink.acdmap.QueueImportTransformer;
import io.xlink.importer.gaps.History;
import io.xlink.importer.gaps.ReportedDays;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.Import;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.model.Receipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the table that was read to the note of its intervals, which is made after the receipts. */
class NotedDeliveriesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    Path directory;

    private final LocalDay day = new LocalDay(LocalDate.now(ZONE), ZONE);
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SharedCallMemory shared;
    private ReportedDays reported;
    private NotedDeliveries deliveries;
    private String answer = "stored";

    @BeforeEach
    void start() throws Exception {
        Files.writeString(directory.resolve("acd_map.ini"), "WFM:1:1002:1=ACD:A:Calls\n");
        context.addComponent("iwfm", context.getComponent("direct"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("iwfm:WFM").process(exchange -> {
                    Import what = exchange.getMessage().getBody(Import.class);
                    if (answer.equals("away")) {
                        throw new IllegalStateException(answer);
                    }
                    boolean refused = answer.equals("refused");
                    exchange.getMessage().setBody(receipt(what, refused));
                });
            }
        });
        context.start();
        shared = new SharedCallMemory(directory, Clock.systemUTC());
        reported = new ReportedDays(directory, 400, Clock.system(ZONE));
        deliveries = new NotedDeliveries(
                new Deliveries(
                        context.createProducerTemplate(),
                        threads,
                        new DryRun(context.createProducerTemplate(), ZONE),
                        ImportWatch.NONE),
                reported,
                ZONE);
    }

    private static Receipt receipt(Import what, boolean refused) {
        return refused
                ? new Receipt(what.id(), 0, List.of(new Receipt.RejectedColumn(1002, 1, 1, "no such queue")))
                : new Receipt(what.id(), 1, List.of());
    }

    @AfterEach
    void stop() throws Exception {
        context.stop();
        threads.shutdownNow();
        reported.close();
        shared.close();
    }

    private Exchange read(int... quarters) throws Exception {
        return read(Set.of(), quarters);
    }

    private Exchange read(Set<LocalDay> whole, int... quarters) throws Exception {
        BitSet bits = new BitSet();
        for (int quarter : quarters) {
            bits.set(quarter);
        }
        AcdMap map = AcdMap.read(directory);
        CallDataMapper mapper = new CallDataMapper(map, ImportScripts.read(map), shared);
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage()
                .setBody(new CallTable(
                        "ACD",
                        15,
                        List.of("Calls"),
                        List.of(new CallPage(QueuePath.of("A"), day, new double[1][100], bits)),
                        whole));
        ReportingTransformer transformer = new ReportingTransformer(() -> mapper);
        transformer.setCamelContext(context);
        transformer.transform(
                exchange.getMessage(), new DataType("xlink:call-table"), new DataType(QueueImportTransformer.TYPE));
        return exchange;
    }

    private void deliver(Exchange exchange) throws Exception {
        deliveries.deliver(imports(exchange), exchange);
    }

    @SuppressWarnings("unchecked")
    private static List<Import> imports(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }

    private String noted() {
        History history = reported.systemDays("ACD");
        return history.days().containsKey(day.date())
                ? history.days()
                        .get(day.date())
                        .queues()
                        .values()
                        .iterator()
                        .next()
                        .toString()
                : "nothing";
    }

    @Test
    void intervalsAreNotedWhenThereAreReceipts() throws Exception {
        Exchange first = read(1, 2);
        assertThat(noted()).isEqualTo("nothing");
        deliver(first);
        assertThat(noted()).isEqualTo("{1, 2}");
        deliver(read(3));
        assertThat(noted()).isEqualTo("{1, 2, 3}");
    }

    @Test
    void aDayOfADatabaseIsAllThatThereIs() throws Exception {
        deliver(read(1, 2));
        deliver(read(Set.of(day), 2, 3));
        assertThat(noted()).isEqualTo("{2, 3}");
        deliver(read(Set.of(day)));
        assertThat(noted()).isEqualTo("nothing");
    }

    @Test
    void whatDidNotGetThereIsNotNoted() throws Exception {
        answer = "away";
        Exchange one = read(1);
        assertThatThrownBy(() -> deliver(one)).hasMessageContaining("away");
        assertThat(noted()).isEqualTo("nothing");
        answer = "refused";
        deliver(read(1));
        assertThat(noted()).isEqualTo("nothing");
    }

    @Test
    void aNoteThatCannotBeMadeDoesNotStopADelivery() throws Exception {
        Exchange one = read(1);
        reported.close();
        assertThat(deliveries.deliver(imports(one), one)).hasSize(1);
    }
}
