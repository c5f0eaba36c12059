package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.ExportSlice;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private Line line;

    @BeforeEach
    void start() throws Exception {
        line = new Line();
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
    }

    @Test
    void anImportArrivesAsItWasSent() throws Exception {
        QueueImport what = Line.day(3, 96, 1);
        Receipt receipt = Line.get(line.client().send(what));
        assertThat(receipt).isEqualTo(new Receipt(what.id(), 3 * 96, List.of()));
        assertThat(line.handler.handed).containsExactly(what);
        assertThat(line.handler.users).containsExactly(Line.USER);
    }

    @Test
    void anImportLargerThanManyFramesArrivesWhole() throws Exception {
        QueueImport many = Line.day(2000, 96, 2);
        QueueImport longColumn = Line.day(1, 400_000, 3);
        IwfmClient client = line.client();
        var first = client.send(many);
        var second = client.send(longColumn);
        assertThat(Line.get(first).stored()).isEqualTo(192_000);
        assertThat(Line.get(second).stored()).isEqualTo(400_000);
        assertThat(line.handler.handed).containsExactly(many, longColumn);
        await().until(() -> line.listener.budget().held() == 0);
    }

    @Test
    void anEmptyImportAndEmptyColumnsAreNoMistake() throws Exception {
        QueueImport nothing = new QueueImport(
                UUID.randomUUID(),
                "WFM",
                "CSV-Import",
                LocalDate.of(2014, 12, 23),
                List.of(new ValueColumn(0, 1, 1, 15, new int[0], new long[0])));
        assertThat(Line.get(line.client().send(nothing)).stored()).isZero();
        assertThat(((QueueImport) line.handler.handed.get(0)).columns()).isEmpty();
    }

    @Test
    void extremeValuesSurvive() throws Exception {
        QueueImport what = new QueueImport(
                UUID.randomUUID(),
                "WFM",
                "Füllhorn",
                LocalDate.of(1969, 12, 31),
                List.of(new ValueColumn(
                        0, Integer.MAX_VALUE, Integer.MAX_VALUE, 1440, new int[] {0, Integer.MAX_VALUE}, new long[] {
                            Long.MIN_VALUE, Long.MAX_VALUE
                        })));
        Line.get(line.client().send(what));
        assertThat(line.handler.handed).containsExactly(what);
    }

    @Test
    void whatTheProtocolCannotCarryFailsBeforeItIsSent() {
        for (ValueColumn wrong : List.of(
                new ValueColumn(-1, 1, 1, 15, new int[0], new long[0]),
                new ValueColumn(0, 0, 1, 15, new int[0], new long[0]),
                new ValueColumn(0, 1, 1, 1441, new int[0], new long[0]),
                new ValueColumn(0, 1, 1, 15, new int[] {5, 5}, new long[2]),
                new ValueColumn(0, 1, 1, 15, new int[] {-5}, new long[1]))) {
            QueueImport what =
                    new QueueImport(UUID.randomUUID(), "WFM", "X", LocalDate.of(2014, 12, 23), List.of(wrong));
            assertThatThrownBy(() -> Line.get(line.client().send(what)))
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
        ValueColumn once = Line.day(1, 4, 1).columns().get(0);
        QueueImport twice =
                new QueueImport(UUID.randomUUID(), "WFM", "X", LocalDate.of(2014, 12, 23), List.of(once, once));
        assertThatThrownBy(() -> Line.get(line.client().send(twice)))
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stands twice");
        assertThat(line.handler.handed).isEmpty();
    }

    @Test
    void manyRejectionsComeBackWhole() throws Exception {
        List<Receipt.Rejected> rejected = IntStream.rangeClosed(1, 20_000)
                .<Receipt.Rejected>mapToObj(
                        i -> new Receipt.RejectedColumn(i, 1, 96, "queue " + i + " is not known to this server, sadly"))
                .toList();
        line.handler.store = what -> CompletableFuture.completedFuture(new Receipt(what.id(), 0, rejected));
        QueueImport what = Line.day(1, 1, 1);
        assertThat(Line.get(line.client().send(what))).isEqualTo(new Receipt(what.id(), 0, rejected));
    }

    @Test
    void aHandlerThatFailsIsAFailureWithItsMessage() {
        IwfmClient client = line.client();
        line.handler.store = what -> {
            throw new IllegalStateException("the disk is full");
        };
        assertThatThrownBy(() -> Line.get(client.send(Line.day(1, 1, 1))))
                .hasCauseInstanceOf(RequestFailedException.class)
                .hasMessageContaining("import of 2014-12-23 from CSV-Import: the disk is full")
                .hasMessageNotContaining("IllegalState")
                .satisfies(e -> assertThat(((RequestFailedException) e.getCause()).retry())
                        .isTrue());
        line.handler.store = what -> CompletableFuture.failedFuture(new RequestFailedException("not for you", false));
        assertThatThrownBy(() -> Line.get(client.send(Line.day(1, 1, 1))))
                .satisfies(e -> assertThat(((RequestFailedException) e.getCause()).retry())
                        .isFalse());
        line.handler.store = what -> null;
        assertThatThrownBy(() -> Line.get(client.send(Line.day(1, 1, 1))))
                .hasCauseInstanceOf(RequestFailedException.class);
    }

    @Test
    void importsAreStoredInTheirOrderOneAfterAnother() throws Exception {
        List<CompletableFuture<Receipt>> open = new java.util.concurrent.CopyOnWriteArrayList<>();
        line.handler.store = what -> {
            CompletableFuture<Receipt> stage = new CompletableFuture<>();
            open.add(stage);
            return stage;
        };
        IwfmClient client = line.client();
        List<QueueImport> imports = new ArrayList<>();
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            imports.add(Line.day(2, 10, i));
            receipts.add(client.send(imports.get(i)));
        }
        for (int i = 0; i < 6; i++) {
            int expected = i + 1;
            await().until(() -> open.size() == expected);
            // A question is answered meanwhile: it does not wait for the window of imports.
            assertThat(Line.get(client.catalogue()).server()).isEqualTo("WFM");
            assertThat(open).hasSize(expected);
            open.get(i).complete(new Receipt(imports.get(i).id(), 20, List.of()));
            Line.get(receipts.get(i));
        }
        assertThat(line.handler.handed).containsExactlyElementsOf(imports);
    }

    @Test
    void aRequestEndsAtItsDeadlineAndTheConnectionGoesOn() throws Exception {
        line.handler.store = what -> new CompletableFuture<>();
        IwfmClient client = line.client(
                line.settings().withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(10)));
        assertThatThrownBy(() -> Line.get(client.send(Line.day(1, 1, 1))))
                .hasCauseInstanceOf(RequestTimeoutException.class)
                .hasMessageContaining("import of 2014-12-23");
        assertThat(Line.get(client.catalogue()).server()).isEqualTo("WFM");
        assertThat(client.pending()).isZero();
    }

    @Test
    void aHandlerThatTakesTooLongIsCutOff() throws Exception {
        line.listener.close();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", 0)
                .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMillis(200)));
        line.handler.store = what -> new CompletableFuture<>();
        assertThatThrownBy(() -> Line.get(line.client().send(Line.day(1, 1, 1))))
                .hasCauseInstanceOf(RequestFailedException.class)
                .hasMessageContaining("did not carry it out within");
    }

    @Test
    void moreThanTheBoundOfPendingRequestsIsRefused() throws Exception {
        line.handler.store = what -> new CompletableFuture<>();
        IwfmClient client = line.client(line.settings().withMaxPending(3));
        List<CompletableFuture<Receipt>> pending = IntStream.range(0, 3)
                .mapToObj(i -> client.send(Line.day(1, 1, i)))
                .toList();
        assertThatThrownBy(() -> Line.get(client.send(Line.day(1, 1, 9))))
                .hasCauseInstanceOf(TooManyRequestsException.class)
                .hasMessageContaining("3 requests to server WFM");
        client.close();
        for (CompletableFuture<Receipt> future : pending) {
            assertThatThrownBy(() -> Line.get(future)).hasCauseInstanceOf(ClientClosedException.class);
        }
        assertThatThrownBy(() -> Line.get(client.catalogue())).hasCauseInstanceOf(ClientClosedException.class);
        await().until(() -> client.pending() == 0);
    }

    @Test
    void anImportTooBigForTheServerIsRefusedAndTheNextOneIsNot() throws Exception {
        line.listener.close();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", 0).withMemory(1_000_000, 2_000_000, 4_000_000));
        IwfmClient client = line.client();
        var big = client.send(Line.day(1, 400_000, 1));
        var small = client.send(Line.day(1, 96, 2));
        assertThatThrownBy(() -> Line.get(big))
                .hasMessageContaining("needs more than 1000000 bytes")
                .satisfies(e -> assertThat(((RequestFailedException) e.getCause()).retry())
                        .isFalse());
        assertThat(Line.get(small).stored()).isEqualTo(96);
        assertThat(line.handler.handed).hasSize(1);
        await().until(() -> line.listener.budget().held() == 0);
    }

    @Test
    void aConnectionHoldsNoMoreThanItsShare() throws Exception {
        line.listener.close();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", 0).withMemory(1_000_000, 1_000_000, 4_000_000));
        CompletableFuture<Receipt> storing = new CompletableFuture<>();
        line.handler.store = what -> storing;
        IwfmClient client = line.client();
        QueueImport first = Line.day(1, 60_000, 1);
        var held = client.send(first);
        await().until(() -> line.handler.handed.size() == 1);
        var second = client.send(Line.day(1, 60_000, 2));
        assertThatThrownBy(() -> Line.get(second))
                .hasMessageContaining("holds too much of this connection")
                .satisfies(e -> assertThat(((RequestFailedException) e.getCause()).retry())
                        .isTrue());
        storing.complete(new Receipt(first.id(), 60_000, List.of()));
        assertThat(Line.get(held).stored()).isEqualTo(60_000);
        line.handler.store = line.handler::remember;
        assertThat(Line.get(client.send(Line.day(1, 60_000, 3))).stored()).isEqualTo(60_000);
        await().until(() -> line.listener.budget().held() == 0);
    }

    @Test
    void importsOfDifferentDaysOverlap() throws Exception {
        List<CompletableFuture<Receipt>> open = new java.util.concurrent.CopyOnWriteArrayList<>();
        line.handler.store = what -> {
            CompletableFuture<Receipt> stage = new CompletableFuture<>();
            open.add(stage);
            return stage;
        };
        IwfmClient client = line.client();
        QueueImport monday = Line.day(1, 10, 1);
        QueueImport mondayAgain = Line.day(1, 10, 2);
        QueueImport tuesday = new QueueImport(
                UUID.randomUUID(),
                "WFM",
                "CSV-Import",
                monday.day().plusDays(1),
                Line.day(1, 10, 3).columns());
        var receipts = List.of(client.send(monday), client.send(tuesday), client.send(mondayAgain));
        await().until(() -> open.size() == 2);
        assertThat(line.handler.handed).containsExactlyInAnyOrder(monday, tuesday);
        int first = line.handler.handed.indexOf(monday);
        open.get(1 - first).complete(new Receipt(tuesday.id(), 10, List.of()));
        Line.get(receipts.get(1));
        assertThat(open).hasSize(2);
        open.get(first).complete(new Receipt(monday.id(), 10, List.of()));
        await().until(() -> open.size() == 3);
        assertThat(line.handler.handed.get(2)).isEqualTo(mondayAgain);
        open.get(2).complete(new Receipt(mondayAgain.id(), 10, List.of()));
        Line.get(receipts.get(2));
    }

    @Test
    void theCatalogueComesWholeHoweverLarge() throws Exception {
        Catalogue big = new Catalogue(
                "WFM",
                IntStream.rangeClosed(1, 5000)
                        .mapToObj(i -> new Catalogue.Queue(i, i == 1 ? 0 : 1, "Queue number " + i))
                        .toList(),
                List.of(new Catalogue.ValueType(1, "Offered"), new Catalogue.ValueType(2, "Händled")),
                List.of("CSV-Import", "Views"),
                List.of(new Catalogue.Activity(2, "Break", List.of(new Catalogue.ExternalName("CSV-Import", "2")))),
                IntStream.rangeClosed(1, 30_000)
                        .mapToObj(i -> new Catalogue.Employee(
                                i, "Jane the " + i + "th", List.of(new Catalogue.ExternalName("CSV-Import", "" + i))))
                        .toList(),
                true);
        line.handler.catalogue = big;
        assertThat(Line.get(line.client().catalogue())).isEqualTo(big);
    }

    @Test
    void anExportIsPagedAndPagesMayBeLargerThanAFrame() throws Exception {
        List<ValueColumn> first = Line.day(300, 2000, 1).columns();
        List<ValueColumn> second = Line.day(1, 10, 2).columns();
        line.handler.export = query -> CompletableFuture.completedFuture(
                query.cursor().isEmpty() ? new ExportSlice(first, "page 2") : new ExportSlice(second, ""));
        IwfmClient client = line.client();
        ExportSlice one = Line.get(client.export(new ExportQuery(0, Integer.MAX_VALUE, "")));
        assertThat(one.columns()).isEqualTo(first);
        ExportSlice two = Line.get(client.export(new ExportQuery(0, Integer.MAX_VALUE, one.next())));
        assertThat(two).isEqualTo(new ExportSlice(second, ""));
    }
}
