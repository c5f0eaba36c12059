package io.xlink.server;

import static io.xlink.server.ActivityFixture.CATALOGUE;
import static io.xlink.server.ActivityFixture.DAY;
import static io.xlink.server.ActivityFixture.HOUR;
import static io.xlink.server.ActivityFixture.MIDNIGHT;
import static io.xlink.server.ActivityFixture.activities;
import static io.xlink.server.ActivityFixture.catalogue;
import static io.xlink.server.ActivityFixture.column;
import static io.xlink.server.ActivityFixture.exportAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Catalogue;
import io.xlink.model.LocalDay;
import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.model.ValueColumn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityStoreTest {
    private static final long SEVEN = MIDNIGHT + 7 * HOUR;
    private static final LocalDay TOMORROW = new LocalDay(DAY.date().plusDays(1), DAY.zone());

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
    void whatIsStoredIsExportedUnderTheActivityThatClaimsItOrUnderPresent() {
        ActivityColumn login =
                new ActivityColumn("1002", "login", new long[] {MIDNIGHT}, new int[] {ActivityColumn.LONGEST});
        ActivityColumn pause = column("1002", "pause", SEVEN, SEVEN + 1);
        ActivityImport sent = activities(pause, login);

        assertThat(store.store(sent).join()).isEqualTo(new Receipt(sent.id(), 3, List.of()));
        assertThat(exportAll(store)).containsExactly(held(1, login), held(2, pause));
        store(activities("CRM", DAY, pause));
        assertThat(exportAll(store)).contains(new ActivitySlice.Held("CRM", 1, pause));
    }

    @Test
    void anActivityThatIsClaimedLaterMovesThere() {
        store(activities(column("1002", "talk", SEVEN)));
        reopen(
                new Catalogue(
                        "WFM",
                        List.of(),
                        List.of(),
                        List.of("ACD"),
                        List.of(new Catalogue.Activity(3, "Call", List.of(new Catalogue.ExternalName("ACD", "talk")))),
                        List.of(),
                        false),
                10);

        assertThat(exportAll(store)).containsExactly(held(3, column("1002", "talk", SEVEN)));
    }

    @Test
    void anAgentsDayIsReplacedAndEverythingElseStays() {
        store(activities(
                column("1002", "login", SEVEN), column("1002", "pause", SEVEN), column("1003", "login", SEVEN)));
        store(activities("ACD", TOMORROW, column("1002", "login", SEVEN + 24 * HOUR)));
        store(activities("CRM", DAY, column("1002", "login", SEVEN)));

        store(activities(column("1002", "login", SEVEN + 60)));

        assertThat(exportAll(store))
                .containsExactly(
                        held(1, column("1002", "login", SEVEN + 60, SEVEN + 24 * HOUR)),
                        held(1, column("1003", "login", SEVEN)),
                        new ActivitySlice.Held("CRM", 1, column("1002", "login", SEVEN)));
    }

    @Test
    void thePeriodEndsWhereTheNextDayBegins() {
        long next = TOMORROW.startEpochSecond();
        store(activities(column("1002", "login", MIDNIGHT, next - 1)));
        store(activities("ACD", TOMORROW, column("1002", "login", next)));

        store(activities(ActivityColumn.none("1002")));

        assertThat(exportAll(store)).containsExactly(held(1, column("1002", "login", next)));
        assertThat(reason(column("1002", "login", next)))
                .isEqualTo("activity login begins at 2014-12-23T23:00:00Z, which is not on 2014-12-23");
        assertThat(reason(column("1002", "login", MIDNIGHT - 1))).contains("is not on 2014-12-23");
    }

    @Test
    void aColumnWithoutActivitiesClearsItsAgentsDay() {
        store(activities(column("1002", "login", SEVEN), column("1003", "login", SEVEN)));

        ActivityImport clearing = activities(ActivityColumn.none("1002"));
        assertThat(store.store(clearing).join()).isEqualTo(new Receipt(clearing.id(), 0, List.of()));

        assertThat(exportAll(store)).containsExactly(held(1, column("1003", "login", SEVEN)));
    }

    @Test
    void theSameActivityWithAnotherEndIsReplacedAndOverlappingOnesAreKept() {
        store(activities(column("1002", "login", SEVEN)));
        ActivityColumn longer =
                new ActivityColumn("1002", "login", new long[] {SEVEN, SEVEN + 1}, new int[] {9000, 9000});
        ActivityColumn pause = column("1002", "pause", SEVEN);
        store(activities(longer, pause));

        assertThat(exportAll(store)).containsExactly(held(1, longer), held(2, pause));
    }

    @Test
    void anAgentWhomNobodyClaimsIsRejectedAndTheRestStored() {
        store(activities(column("1002", "login", SEVEN)));
        ActivityImport sent = activities(
                column("4711", "login", SEVEN, SEVEN + 1),
                column("1002", "talk", SEVEN),
                column("4711", "pause", SEVEN),
                ActivityColumn.none("4712"));

        assertThat(store.store(sent).join())
                .isEqualTo(new Receipt(
                        sent.id(),
                        1,
                        List.of(
                                new Receipt.RejectedActivities(
                                        "4711", "", 3, "agent 4711 of ACD is unknown: no employee claims it"),
                                new Receipt.RejectedActivities(
                                        "4712", "", 0, "agent 4712 of ACD is unknown: no employee claims it"))));
        assertThat(exportAll(store)).containsExactly(held(1, column("1002", "talk", SEVEN)));
        assertThat(store.receipt(sent.id())).contains(store.store(sent).join());
        // 1003 is known to the other system only.
        assertThat(store.store(activities("CRM", DAY, column("1003", "login", SEVEN)))
                        .join()
                        .rejectedValues())
                .isEqualTo(1);
    }

    @Test
    void withAnyEmployeeEveryAgentIsKnown() {
        reopen(catalogue(true), 10);
        store(activities(column("4711", "login", SEVEN)));

        assertThat(exportAll(store)).containsExactly(held(1, column("4711", "login", SEVEN)));
        assertThat(reason(column("", "login", SEVEN))).isEqualTo("an agent without an id");
    }

    @Test
    void everyAgentOfAnUnknownExternalSystemIsRejected() {
        Receipt receipt = store.store(
                        activities("acd", DAY, column("1002", "login", SEVEN), column("1003", "login", SEVEN)))
                .join();

        assertThat(receipt.stored()).isZero();
        assertThat(receipt.rejected())
                .extracting(Receipt.Rejected::reason)
                .containsExactly("external system acd is unknown", "external system acd is unknown");
        assertThat(exportAll(store)).isEmpty();
    }

    @Test
    void aColumnThatIsRejectedTakesNothingAway() {
        store(activities(column("1002", "login", SEVEN)));

        assertThat(reason(column("1002", "pause", SEVEN, SEVEN)))
                .isEqualTo("activity pause of 2014-12-23T06:00:00Z is out of order or stands twice");
        assertThat(reason(column("1002", "pause", SEVEN, SEVEN - 1))).contains("out of order");
        assertThat(reason(column("1002", "", SEVEN))).isEqualTo("an activity without an id");
        assertThat(reason(new ActivityColumn("1002", "pause", new long[] {SEVEN}, new int[1])))
                .isEqualTo("activity pause of 2014-12-23T06:00:00Z lasts 0 s, not 1 to 31622400");
        assertThat(reason(new ActivityColumn(
                        "1002", "pause", new long[] {SEVEN}, new int[] {ActivityColumn.LONGEST + 1})))
                .contains("lasts 31622401 s");

        assertThat(exportAll(store)).containsExactly(held(1, column("1002", "login", SEVEN)));
    }

    @Test
    void aRepeatedImportGetsTheFirstReceiptAndChangesNothing() {
        ActivityImport first = activities(column("1002", "login", SEVEN), column("4711", "login", SEVEN));
        Receipt receipt = store.store(first).join();
        store(activities(column("1002", "login", SEVEN + 1)));

        assertThat(store.store(first).join()).isEqualTo(receipt);
        assertThat(exportAll(store)).containsExactly(held(1, column("1002", "login", SEVEN + 1)));

        store(activities(column("1002", "login", SEVEN)));
        assertThat(exportAll(store)).containsExactly(held(1, column("1002", "login", SEVEN)));
    }

    @Test
    void anExportIsSortedAsTextAndHoldsWhatBeginsWithinItsRange() {
        store(activities(
                column("999", "b", SEVEN), column("1002", "b", SEVEN), column("1002", "a", SEVEN + 5, SEVEN + 9)));

        assertThat(exportAll(store))
                .containsExactly(
                        held(1, column("1002", "a", SEVEN + 5, SEVEN + 9)),
                        held(1, column("1002", "b", SEVEN)),
                        held(1, column("999", "b", SEVEN)));
        assertThat(ActivityFixture.export(store, SEVEN + 1, SEVEN + 9))
                .containsExactly(held(1, column("1002", "a", SEVEN + 5)));
        assertThat(ActivityFixture.export(store, SEVEN, SEVEN)).isEmpty();
    }

    @Test
    void aSliceEndsWithinAnAgentAndTheNextGoesOn() {
        reopen(CATALOGUE, 3);
        store(activities(column("1002", "a", SEVEN, SEVEN + 1, SEVEN + 2), column("1003", "a", SEVEN)));

        ActivitySlice slice = store.exportActivities(new ActivityQuery(MIDNIGHT, MIDNIGHT + 24 * HOUR, ""));
        ActivitySlice next = store.exportActivities(new ActivityQuery(MIDNIGHT, MIDNIGHT + 24 * HOUR, slice.next()));

        assertThat(slice.columns()).containsExactly(held(1, column("1002", "a", SEVEN, SEVEN + 1)));
        assertThat(next.columns())
                .containsExactly(held(1, column("1002", "a", SEVEN + 2)), held(1, column("1003", "a", SEVEN)));
    }

    @Test
    void longTextsMakeSlicesShort() {
        reopen(catalogue(true), 1000);
        ActivityColumn[] columns = new ActivityColumn[20];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column("a".repeat(990) + (char) ('a' + i), "x".repeat(1000), SEVEN);
        }
        store(activities(columns));

        assertThat(store.exportActivities(new ActivityQuery(0, Long.MAX_VALUE, ""))
                        .columns())
                .hasSizeBetween(1, 5);
        assertThat(exportAll(store)).hasSize(20);
    }

    @Test
    void aForeignCursorIsRefused() {
        for (String cursor :
                List.of("x", "1:2:3", "1:2:3:x", "1:-1:0:x", "x:0:0:", "1:2:2147483647:abc", "1:1:-1:abc")) {
            assertThatThrownBy(() -> store.exportActivities(new ActivityQuery(0, 1, cursor)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Export cursor '" + cursor + "' is not one of this server's");
        }
        assertThat(store.exportActivities(new ActivityQuery(0, 1, "")).columns())
                .isEmpty();
    }

    @Test
    void aDatabaseOfTheFirstFormatOpensWithWhatItHolds() throws Exception {
        QueueImport calls = StoreFixture.queueImport(
                new ValueColumn(0, 1, 2, 15, new int[] {StoreFixture.MIDNIGHT}, new long[] {100}));
        store.store(calls).join();
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("server.db"))) {
            ServerDatabase.execute(connection, "drop table activities");
            ServerDatabase.execute(connection, "pragma user_version = 1");
        }

        open();

        assertThat(StoreFixture.exportAll(store)).hasSize(1);
        assertThat(store.receipt(calls.id())).isPresent();
        store(activities(column("1002", "login", SEVEN)));
        assertThat(exportAll(store)).hasSize(1);
    }

    @Test
    void bothKindsShareIdsAndOrder() {
        UUID id = UUID.randomUUID();
        ActivityImport activities = ActivityImport.of(id, "WFM", "ACD", DAY, List.of(column("1002", "login", SEVEN)));
        Receipt receipt = store.store(activities).join();

        assertThat(store.store(new QueueImport(id, "WFM", "ACD", DAY.date(), List.of()))
                        .join())
                .isEqualTo(receipt);
    }

    private static ActivitySlice.Held held(int activityId, ActivityColumn column) {
        return new ActivitySlice.Held("ACD", activityId, column);
    }

    private void store(ActivityImport what) {
        assertThat(store.store(what).join()).isEqualTo(new Receipt(what.id(), what.values(), List.of()));
    }

    private String reason(ActivityColumn column) {
        Receipt receipt = store.store(activities(column)).join();
        assertThat(receipt.rejectedValues()).isEqualTo(column.size());
        return receipt.rejected().get(0).reason();
    }

    private void reopen(Catalogue catalogue, int sliceValues) {
        store.close();
        store = new ServerStore(data, catalogue, Clock.systemUTC(), sliceValues);
    }
}
