package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Import;
import io.xlink.model.Receipt;
import io.xlink.tcp.CuttingProxy;
import io.xlink.tcp.Direction;
import io.xlink.tcp.Fate;
import io.xlink.tcp.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activities between a client and a listener, over TCP. */
class ActivityRequestsTest {
    private static final long MIDNIGHT = RandomActivities.DAY.startEpochSecond();
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
    void importsArriveAsTheyWereSentAndThoseOfOneSystemKindAndDayInTheirOrder() throws Exception {
        Random random = new Random(11);
        IwfmClient client = line.client();
        List<Import> sent = new ArrayList<>();
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            sent.add(i % 3 == 0 ? Line.day(3, 20, i) : RandomActivities.any(random));
            receipts.add(client.send(sent.get(i)));
        }
        for (int i = 0; i < sent.size(); i++) {
            assertThat(Line.get(receipts.get(i)))
                    .isEqualTo(new Receipt(sent.get(i).id(), sent.get(i).values(), List.of()));
        }
        assertThat(line.handler.handed).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(bySubject(line.handler.handed)).isEqualTo(bySubject(sent));
    }

    private static Map<List<Object>, List<Import>> bySubject(List<Import> imports) {
        return imports.stream().collect(Collectors.groupingBy(i -> List.of(i.externalSystem(), i.kind(), i.day())));
    }

    @Test
    void anImportLargerThanManyFramesArrivesWhole() throws Exception {
        ActivityImport what = RandomActivities.day(4000, 100, 5);
        assertThat(Line.get(line.client().send(what)).stored()).isEqualTo(404_000);
        assertThat(line.handler.handed).containsExactly(what);
        await().until(() -> line.listener.budget().held() == 0);
    }

    @Test
    void rejectionsOfAgentsComeBack() throws Exception {
        List<Receipt.Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            rejected.add(new Receipt.RejectedActivities("agent" + i, i % 2 == 0 ? "" : "talk", i, "nobody claims it"));
        }
        line.handler.store = what -> CompletableFuture.completedFuture(new Receipt(what.id(), 3, rejected));
        ActivityImport what = RandomActivities.day(1, 1, 1);
        assertThat(Line.get(line.client().send(what))).isEqualTo(new Receipt(what.id(), 3, rejected));
    }

    @Test
    void whatTheProtocolCannotCarryFailsBeforeItIsSent() {
        IwfmClient client = line.client();
        String[] reasons = {
            "an agent of 0 characters",
            "an agent of 1001 characters",
            "an activity of 0 characters",
            "an activity of 1001 characters",
            "half a character",
            "half a character",
            "out of range",
            "not after the one before",
            "an activity of 0 seconds",
            "an activity of 31622401 seconds",
            "stands twice",
        };
        ActivityColumn[] wrong = {
            column("", "b", MIDNIGHT),
            column("a".repeat(1001), "b", MIDNIGHT),
            column("a", "", MIDNIGHT),
            column("a", "b".repeat(1001), MIDNIGHT),
            column("\ud800", "b", MIDNIGHT),
            column("a", "b\udc00", MIDNIGHT),
            column("a", "b", -1),
            column("a", "b", MIDNIGHT, MIDNIGHT),
            new ActivityColumn("a", "b", new long[] {MIDNIGHT}, new int[] {0}),
            new ActivityColumn("a", "b", new long[] {MIDNIGHT}, new int[] {ActivityColumn.LONGEST + 1}),
            column("c", "d"),
        };
        for (int i = 0; i < wrong.length; i++) {
            ActivityImport what = RandomActivities.day(column("c", "d", MIDNIGHT), wrong[i]);
            assertThatThrownBy(() -> Line.get(client.send(what)))
                    .hasCauseInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(reasons[i]);
        }
        ActivityImport day = RandomActivities.day(1, 1, 1);
        for (long[] period :
                new long[][] {{MIDNIGHT, MIDNIGHT}, {MIDNIGHT - 43 * 3600, MIDNIGHT}, {MIDNIGHT, MIDNIGHT + 37 * 3600}
                }) {
            ActivityImport what = new ActivityImport(
                    UUID.randomUUID(), "WFM", "CSV-Import", day.day(), period[0], period[1], day.columns());
            assertThatThrownBy(() -> Line.get(client.send(what)))
                    .hasCauseInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not 2014-12-23");
        }
        assertThat(line.handler.handed).isEmpty();
    }

    @Test
    void anExportIsAskedForSliceBySlice() throws Exception {
        List<ActivityQuery> asked = new ArrayList<>();
        ActivityImport day = RandomActivities.day(20, 9, 3);
        List<ActivitySlice.Held> held = day.columns().stream()
                .map(column -> new ActivitySlice.Held("CSV-Import", 2, column))
                .toList();
        line.handler.exportActivities = query -> {
            asked.add(query);
            int from = query.cursor().isEmpty() ? 0 : Integer.parseInt(query.cursor());
            int to = Math.min(held.size(), from + 7);
            return CompletableFuture.completedFuture(
                    new ActivitySlice(held.subList(from, to), to == held.size() ? "" : Integer.toString(to)));
        };
        IwfmClient client = line.client();
        List<ActivitySlice.Held> got = new ArrayList<>();
        String cursor = "";
        do {
            ActivitySlice slice = Line.get(client.exportActivities(new ActivityQuery(-5, Long.MAX_VALUE, cursor)));
            got.addAll(slice.columns());
            cursor = slice.next();
        } while (!cursor.isEmpty());
        assertThat(got).isEqualTo(held);
        assertThat(asked).hasSize(6).contains(new ActivityQuery(-5, Long.MAX_VALUE, "14"));
    }

    @Test
    void anExportThatFailsSaysWhy() {
        line.handler.exportActivities = query -> {
            throw new IllegalArgumentException("Export cursor '" + query.cursor() + "' is not one of this server's");
        };
        assertThatThrownBy(() -> Line.get(line.client().exportActivities(new ActivityQuery(0, 1, "x"))))
                .hasCauseInstanceOf(RequestFailedException.class)
                .hasMessageContaining("export of activities: Export cursor 'x'");
    }

    @Test
    void aServerThatIsTooOldIsNotAskedAndTheConnectionGoesOn() throws Exception {
        try (OtherServer old = new OtherServer(line.address, welcome -> welcome.setMinor(0))) {
            IwfmClient client = line.client(line.settings(old.port(), Line.USER, Line.PASSWORD));
            var activities = client.send(RandomActivities.day(1, 1, 1));
            var export = client.exportActivities(new ActivityQuery(0, 1, ""));
            assertThat(Line.get(client.send(Line.day(1, 4, 1))).stored()).isEqualTo(4);
            for (CompletableFuture<?> refused : List.of(activities, export)) {
                assertThatThrownBy(() -> Line.get(refused))
                        .hasCauseInstanceOf(RequestFailedException.class)
                        .hasMessageContaining("version 1.0")
                        .hasMessageContaining("update the server");
            }
            assertThat(line.handler.handed).hasSize(1);
            assertThat(line.accounts.succeeded).hasValue(1);
        }
    }

    @Test
    void aCutAtAnyByteOfAnImportLosesNothing() throws Exception {
        CuttingProxy proxy = line.proxy();
        try (IwfmClient client = line.client(line.settings(proxy.port(), Line.USER, Line.PASSWORD))) {
            client.awaitReady(Duration.ofSeconds(10));
        }
        long loginUp = proxy.bytes(Direction.TOWARDS_SERVER);
        long loginDown = proxy.bytes(Direction.TOWARDS_CLIENT);
        cutSession(proxy, 0);
        long importUp = proxy.bytes(Direction.TOWARDS_SERVER) - 2 * loginUp;
        long importDown = proxy.bytes(Direction.TOWARDS_CLIENT) - 2 * loginDown;
        assertThat(importUp).isGreaterThan(80);
        assertThat(importDown).isGreaterThan(20);
        // A login is cut at every byte in CutTest.
        for (long at = 1; at < importUp; at++) {
            proxy.next(Plan.cut(Direction.TOWARDS_SERVER, loginUp + at, Fate.RESET));
            cutSession(proxy, at);
        }
        for (long at = 1; at < importDown; at++) {
            proxy.next(Plan.cut(Direction.TOWARDS_CLIENT, loginDown + at, Fate.RESET));
            cutSession(proxy, at);
        }
    }

    private void cutSession(CuttingProxy proxy, long at) throws Exception {
        line.handler.handed.clear();
        ActivityImport what = RandomActivities.day(1, 2, at);
        try (IwfmClient client = line.client(line.settings(proxy.port(), Line.USER, Line.PASSWORD))) {
            assertThat(Line.get(client.send(what))).as("cut at %d", at).isEqualTo(new Receipt(what.id(), 3, List.of()));
        }
        assertThat(line.handler.handed).as("cut at %d", at).isNotEmpty().allMatch(what::equals);
    }

    private static ActivityColumn column(String agent, String activity, long... starts) {
        int[] seconds = new int[starts.length];
        java.util.Arrays.fill(seconds, 60);
        return new ActivityColumn(agent, activity, starts, seconds);
    }
}
