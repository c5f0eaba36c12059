package io.xlink.server;

import static io.xlink.server.StoreFixture.CATALOGUE;
import static io.xlink.server.StoreFixture.DAY;
import static io.xlink.server.StoreFixture.MIDNIGHT;
import static io.xlink.server.StoreFixture.column;
import static io.xlink.server.StoreFixture.exportAll;
import static io.xlink.server.StoreFixture.hotline;
import static io.xlink.server.StoreFixture.queueImport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.model.Catalogue;
import io.xlink.model.ExportQuery;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerStoreTest {
    private static final int SEVEN = MIDNIGHT + 7 * 60;

    @TempDir
    Path data;

    private ServerStore store;

    @BeforeEach
    void open() {
        store = ServerStore.open(data, CATALOGUE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsStoredIsExported() {
        ValueColumn values = hotline(SEVEN, 15, 100, 0, -5, Long.MAX_VALUE);
        QueueImport sent = queueImport(values);

        assertThat(store.store(sent).join()).isEqualTo(new Receipt(sent.id(), 4, List.of()));
        assertThat(exportAll(store)).containsExactly(values);
    }

    @Test
    void theSameKeyIsReplacedAndEverythingElseStays() {
        store(hotline(SEVEN, 15, 1, 2, 3, 4));
        store(hotline(SEVEN + 15, 15, 20, 30));

        assertThat(exportAll(store)).containsExactly(hotline(SEVEN, 15, 1, 20, 30, 4));
    }

    @Test
    void anHourReplacesItsQuarters() {
        store(hotline(SEVEN, 15, 1, 2, 3, 4, 5));
        store(hotline(SEVEN, 60, 10));

        assertThat(exportAll(store)).containsExactly(hotline(SEVEN, 60, 10), hotline(SEVEN + 60, 15, 5));
    }

    @Test
    void aQuarterReplacesItsHour() {
        store(hotline(SEVEN, 60, 10, 20));
        store(hotline(SEVEN + 15, 15, 1));

        assertThat(exportAll(store)).containsExactly(hotline(SEVEN + 15, 15, 1), hotline(SEVEN + 60, 60, 20));
    }

    @Test
    void intervalsThatOnlyTouchStay() {
        store(hotline(SEVEN, 60, 10));
        store(hotline(SEVEN + 60, 30, 20));
        store(hotline(SEVEN - 15, 15, 5));

        assertThat(exportAll(store))
                .containsExactly(hotline(SEVEN - 15, 15, 5), hotline(SEVEN, 60, 10), hotline(SEVEN + 60, 30, 20));
    }

    @Test
    void anIntervalThatReachesOverUtcMidnightIsReplacedFromTheOtherSide() {
        store(hotline(MIDNIGHT - 30, 60, 10));
        store(hotline(MIDNIGHT + 15, 15, 1));

        assertThat(exportAll(store)).containsExactly(hotline(MIDNIGHT + 15, 15, 1));
    }

    @Test
    void anIntervalThatReachesOverUtcMidnightReplacesWhatIsThere() {
        store(hotline(MIDNIGHT, 15, 1, 2, 3, 4));
        store(hotline(MIDNIGHT - 30, 60, 10));

        assertThat(exportAll(store)).containsExactly(hotline(MIDNIGHT - 30, 60, 10), hotline(MIDNIGHT + 30, 15, 3, 4));
    }

    @Test
    void aWholeDayFromNoonReplacesTheNextMorning() {
        store(hotline(MIDNIGHT + 1440 + 11 * 60, 60, 1, 2));
        store(hotline(MIDNIGHT + 12 * 60, 1440, 10));

        assertThat(exportAll(store))
                .containsExactly(hotline(MIDNIGHT + 12 * 60, 1440, 10), hotline(MIDNIGHT + 1440 + 12 * 60, 60, 2));
    }

    @Test
    void aRepeatedImportGetsTheFirstReceiptAndChangesNothing() {
        QueueImport first = queueImport(hotline(SEVEN, 15, 1), column(1, 77, 2, SEVEN, 15, 1));
        Receipt receipt = store.store(first).join();
        store(hotline(SEVEN, 15, 2));

        assertThat(store.store(first).join()).isEqualTo(receipt);
        assertThat(store.receipt(first.id())).contains(receipt);
        assertThat(exportAll(store)).containsExactly(hotline(SEVEN, 15, 2));
    }

    @Test
    void aRepeatedImportThatWaitsBesideTheFirstIsOneImport() {
        QueueImport once = queueImport(hotline(SEVEN, 15, 1));
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            receipts.add(store.store(once));
        }

        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(receipt.join()).isEqualTo(new Receipt(once.id(), 1, List.of())));
    }

    @Test
    void contentThatWasStoredBeforeWinsAgainUnderANewId() {
        store(hotline(SEVEN, 15, 1));
        store(hotline(SEVEN, 15, 2));
        store(hotline(SEVEN, 15, 1));

        assertThat(exportAll(store)).containsExactly(hotline(SEVEN, 15, 1));
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsRejectedAndTheRestStored() {
        QueueImport sent = queueImport(
                column(5, 1002, 2, SEVEN, 15, 1, 2),
                column(1, 77, 2, SEVEN, 15, 1),
                column(1, 1002, 3, SEVEN, 15, 1),
                column(1, 1002, 2, SEVEN, 15, 1, 2, 3));

        assertThat(store.store(sent).join())
                .isEqualTo(new Receipt(
                        sent.id(),
                        3,
                        List.of(
                                new Receipt.RejectedColumn(1002, 2, 2, "queue 1002 stands under 1, not 5"),
                                new Receipt.RejectedColumn(77, 2, 1, "queue 77 is unknown"),
                                new Receipt.RejectedColumn(1002, 3, 1, "value type 3 is unknown"))));
        assertThat(exportAll(store)).containsExactly(hotline(SEVEN, 15, 1, 2, 3));
    }

    @Test
    void everyColumnOfAnUnknownExternalSystemIsRejected() {
        QueueImport sent = new QueueImport(
                UUID.randomUUID(), "WFM", "acd", DAY, List.of(hotline(SEVEN, 15, 1), column(1, 9, 2, SEVEN, 15, 1)));

        Receipt receipt = store.store(sent).join();

        assertThat(receipt.stored()).isZero();
        assertThat(receipt.rejected())
                .extracting(Receipt.Rejected::reason)
                .containsExactly("external system acd is unknown", "external system acd is unknown");
        assertThat(exportAll(store)).isEmpty();
    }

    @Test
    void malformedColumnsAreRejected() {
        assertThat(reason(hotline(SEVEN, 0, 1))).isEqualTo("an interval of 0 minutes is not 1 to 1440");
        assertThat(reason(hotline(SEVEN, 1441, 1))).isEqualTo("an interval of 1441 minutes is not 1 to 1440");
        assertThat(reason(new ValueColumn(1, 1002, 2, 15, new int[] {SEVEN, SEVEN + 14}, new long[2])))
                .isEqualTo("interval 2014-12-23T07:14:00Z is out of order or overlaps the one before");
        assertThat(reason(new ValueColumn(1, 1002, 2, 15, new int[] {SEVEN, SEVEN - 15}, new long[2])))
                .isEqualTo("interval 2014-12-23T06:45:00Z is out of order or overlaps the one before");
        assertThat(reason(hotline(MIDNIGHT - 18 * 60 - 1, 15, 1)))
                .isEqualTo("interval 2014-12-22T05:59:00Z is not of 2014-12-23");
        assertThat(reason(hotline(Integer.MAX_VALUE, 15, 1)))
                .isEqualTo("interval 6053-01-23T02:07:00Z is not of 2014-12-23");
        assertThat(exportAll(store)).isEmpty();
    }

    @Test
    void anExportHoldsWhatBeginsWithinItsRange() {
        store(hotline(SEVEN, 15, 1, 2, 3, 4));

        assertThat(StoreFixture.export(store, SEVEN + 15, SEVEN + 45)).containsExactly(hotline(SEVEN + 15, 15, 2, 3));
        assertThat(StoreFixture.export(store, SEVEN + 1, SEVEN + 15)).isEmpty();
        assertThat(StoreFixture.export(store, SEVEN, SEVEN)).isEmpty();
    }

    @Test
    void anExportIsSortedByNumbers() {
        store(
                column(0, 2000, 10, SEVEN, 15, 1),
                column(2000, 10, 2, SEVEN, 15, 2),
                column(1, 1002, 10, SEVEN, 15, 3),
                column(1, 1002, 2, SEVEN, 15, 4),
                column(1, 9, 2, SEVEN, 15, 5),
                column(0, 1, 2, SEVEN, 15, 6));

        assertThat(exportAll(store))
                .containsExactly(
                        column(0, 1, 2, SEVEN, 15, 6),
                        column(0, 2000, 10, SEVEN, 15, 1),
                        column(1, 9, 2, SEVEN, 15, 5),
                        column(1, 1002, 2, SEVEN, 15, 4),
                        column(1, 1002, 10, SEVEN, 15, 3),
                        column(2000, 10, 2, SEVEN, 15, 2));
    }

    @Test
    void aSliceEndsAndTheNextGoesOn() {
        reopen(Clock.systemUTC(), 3);
        ValueColumn first = column(1, 9, 2, SEVEN, 15, 1, 2, 3);
        ValueColumn second = column(1, 1002, 2, SEVEN, 15, 4);
        store(first, second);

        var slice = store.export(new ExportQuery(MIDNIGHT, MIDNIGHT + 1440, ""));

        assertThat(slice.columns()).containsExactly(first);
        assertThat(store.export(new ExportQuery(MIDNIGHT, MIDNIGHT + 1440, slice.next()))
                        .columns())
                .containsExactly(second);
    }

    @Test
    void aForeignCursorIsRefused() {
        for (String cursor : List.of("x", "1:2:3", "1:2:3:x", "1:2:3:4:5")) {
            assertThatThrownBy(() -> store.export(new ExportQuery(0, 1, cursor)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Export cursor '" + cursor + "' is not one of this server's");
        }
        assertThat(store.export(new ExportQuery(0, 1, "")).columns()).isEmpty();
    }

    @Test
    void dataOfAQueueThatLeftTheCatalogueIsExportedUnderNoParent() {
        store(hotline(SEVEN, 15, 1));
        store.close();
        store = ServerStore.open(
                data, new Catalogue("WFM", List.of(), List.of(), List.of(), List.of(), List.of(), true));

        assertThat(exportAll(store)).containsExactly(column(0, 1002, 2, SEVEN, 15, 1));
    }

    @Test
    void aReopenedStoreHoldsWhatItHeld() {
        QueueImport sent = queueImport(hotline(SEVEN, 15, 1));
        Receipt receipt = store.store(sent).join();
        reopen(Clock.systemUTC(), 50_000);

        assertThat(exportAll(store)).containsExactly(hotline(SEVEN, 15, 1));
        assertThat(store.receipt(sent.id())).contains(receipt);
    }

    @Test
    void receiptsAreForgottenAfterThirtyDays() {
        Instant[] now = {Instant.parse("2014-12-24T00:00:00Z")};
        reopen(clock(now), 50_000);
        QueueImport old = queueImport(hotline(SEVEN, 15, 1));
        store.store(old).join();

        now[0] = now[0].plus(Duration.ofDays(30));
        store(hotline(SEVEN, 15, 2));
        assertThat(store.receipt(old.id())).isPresent();

        now[0] = now[0].plus(Duration.ofHours(2));
        store(hotline(SEVEN, 15, 3));
        assertThat(store.receipt(old.id())).isEmpty();
    }

    @Test
    void whatWaitsWhenTheStoreClosesIsStillStored() {
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            receipts.add(store.store(queueImport(hotline(SEVEN + 15 * i, 15, i))));
        }
        store.close();

        assertThat(receipts).allMatch(receipt -> receipt.join().stored() == 1);
        assertThatThrownBy(() -> store.store(queueImport(hotline(SEVEN, 15, 1))).join())
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageContaining("The store is closed");
    }

    @Test
    void anImportThatFailsDoesNotTakeItsNeighboursAlong() throws Exception {
        store(hotline(SEVEN, 15, 1));
        execute("create trigger broken before insert on call_data when new.queue = 9"
                + " begin select raise(abort, 'the disk is on fire'); end");
        List<CompletableFuture<Receipt>> good = new ArrayList<>();
        List<CompletableFuture<Receipt>> bad = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            good.add(store.store(queueImport(hotline(SEVEN + i * 15, 15, i))));
            bad.add(store.store(queueImport(column(2000, 10, 2, SEVEN, 15, i), column(1, 9, 2, SEVEN, 15, 1))));
        }

        assertThat(good).allMatch(receipt -> receipt.join().stored() == 1);
        for (CompletableFuture<Receipt> receipt : bad) {
            assertThatThrownBy(receipt::join)
                    .hasCauseInstanceOf(StoreException.class)
                    .hasMessageContaining("was not stored")
                    .hasMessageContaining("the disk is on fire");
        }
        assertThat(exportAll(store)).hasSize(1).allMatch(column -> column.queue() == 1002 && column.size() == 60);
    }

    @Test
    void aDirectoryHasOneStoreAtATime() {
        assertThatThrownBy(() -> ServerStore.open(data, CATALOGUE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is in use by another server (in this process)");
        store(hotline(SEVEN, 15, 1));
    }

    @Test
    void aNewerFormatIsRefused() throws Exception {
        store.close();
        execute("pragma user_version = 3");

        assertThatThrownBy(() -> ServerStore.open(data, CATALOGUE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was written by a newer version of this program (format 3, this one knows 2)");

        execute("pragma user_version = 2");
        open();
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("server.db"), "These are not the pages that you are looking for.".repeat(99));

        assertThatThrownBy(() -> ServerStore.open(other, CATALOGUE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Check that it is this server's database");
    }

    private void store(ValueColumn... columns) {
        assertThat(store.store(queueImport(columns)).join().rejected()).isEmpty();
    }

    private String reason(ValueColumn column) {
        return store.store(queueImport(column)).join().rejected().get(0).reason();
    }

    private void reopen(Clock clock, int sliceValues) {
        store.close();
        store = new ServerStore(data, CATALOGUE, clock, sliceValues);
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("server.db"))) {
            ServerDatabase.execute(connection, sql);
        }
    }

    private static Clock clock(Instant[] now) {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
    }
}
