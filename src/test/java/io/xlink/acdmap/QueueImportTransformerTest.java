package io.xlink.acdmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;

import io.xlink.model.CallTable;
import io.xlink.model.QueueImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A YAML route finds the transformer by its data type. */
class QueueImportTransformerTest {
    private static final String ROUTE = """
            - route:
                id: map
                from:
                  uri: direct:tables
                  steps:
                    - transformDataType:
                        %s
            """;

    @TempDir
    Path dir;

    private QueueImportTransformer transformer;

    @BeforeEach
    void makeTransformer() {
        transformer = new QueueImportTransformer(Tables.mapper(dir, "S:0:1:2=A:q:v"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{fromType: 'xlink:call-table', toType: 'xlink:queue-imports'}",
                "{toType: 'xlink:queue-imports'}",
                "{fromType: 'java:io.xlink.model.CallTable', toType: 'xlink:queue-imports'}",
            })
    void aYamlRouteMapsCallData(String types) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind(QueueImportTransformer.TYPE, transformer);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString("map.camel.yaml", ROUTE.formatted(types)));
            context.start();

            Exchange result = send(context.createProducerTemplate());

            assertThat(result.getException()).isNull();
            assertThat(result.getMessage().getBody())
                    .asInstanceOf(list(QueueImport.class))
                    .singleElement()
                    .satisfies(i -> assertThat(i.columns().get(0).value(0)).isEqualTo(300));
            assertThat(result.getProperty(QueueImportTransformer.FAILED_INTERVALS))
                    .isEqualTo(1L);
        }
    }

    @Test
    void camelMainNeedsNoMoreThanTheBinding() throws Exception {
        Main main = new Main();
        main.bind(QueueImportTransformer.TYPE, transformer);
        main.configure()
                .withRoutesIncludePattern(Files.writeString(
                                dir.resolve("map.camel.yaml"),
                                ROUTE.formatted("{fromType: 'xlink:call-table', toType: 'xlink:queue-imports'}"))
                        .toUri()
                        .toString());
        main.start();
        try {
            assertThat(send(main.getCamelContext().createProducerTemplate())
                            .getMessage()
                            .getBody())
                    .asInstanceOf(list(QueueImport.class))
                    .hasSize(1);
        } finally {
            main.stop();
        }
    }

    @Test
    void anotherBodyIsAnError() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind(QueueImportTransformer.TYPE, transformer);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(
                            "map.camel.yaml", ROUTE.formatted("{toType: 'xlink:queue-imports'}")));
            context.start();
            ProducerTemplate producer = context.createProducerTemplate();

            assertThatThrownBy(() -> producer.sendBody("direct:tables", "text"))
                    .isInstanceOf(CamelExecutionException.class)
                    .hasRootCauseMessage("No type converter available to convert from type: java.lang.String to the"
                            + " required type: io.xlink.model.CallTable");
        }
    }

    @Test
    void systemsThatShareATargetTakeTurns() throws Exception {
        QueueImportTransformer shared =
                new QueueImportTransformer(Tables.mapper(dir, "S:0:1:2=A:q:v", "S:0:1:2=B:q:v"));
        CountDownLatch delivering = new CountDownLatch(1);
        CountDownLatch receipt = new CountDownLatch(1);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind(QueueImportTransformer.TYPE, shared);
            context.getRegistry().bind("deliver", (Processor) exchange -> {
                delivering.countDown();
                assertThat(receipt.await(20, TimeUnit.SECONDS)).isTrue();
            });
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(
                            "map.camel.yaml",
                            ROUTE.formatted("{toType: 'xlink:queue-imports'}")
                                    + "        - process: {ref: deliver}\n"));
            context.start();
            ProducerTemplate producer = context.createProducerTemplate();

            CompletableFuture<Object> first = producer.asyncRequestBody("direct:tables", hour("A", 1));
            assertThat(delivering.await(20, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Object> second = producer.asyncRequestBody("direct:tables", hour("B", 2));
            await().atMost(Duration.ofSeconds(20)).until(() -> shared.waiting() == 1);
            receipt.countDown();

            assertThat(value(first)).isEqualTo(100);
            assertThat(value(second)).isEqualTo(300);
            assertThat(shared.waiting()).isZero();
        }
    }

    private static CallTable hour(String system, double value) {
        return Tables.of(system, 60, "v").page("2024-01-02", "q").row(0, value).table();
    }

    private static long value(CompletableFuture<Object> imports) throws Exception {
        QueueImport first = (QueueImport) ((List<?>) imports.get(20, TimeUnit.SECONDS)).get(0);
        return first.columns().get(0).value(0);
    }

    private static Exchange send(ProducerTemplate producer) {
        return producer.send(
                "direct:tables",
                exchange -> exchange.getMessage()
                        .setBody(Tables.of("A", 60, "v")
                                .page("2024-01-02", "q")
                                .row(0, 3)
                                .row(1, Double.NaN)
                                .table()));
    }
}
