package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.xlink.iwfm.wire.ActivityChunk;
import io.xlink.iwfm.wire.AgentColumn;
import io.xlink.iwfm.wire.CallDataChunk;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ExportRequest;
import io.xlink.iwfm.wire.ImportBegin;
import io.xlink.iwfm.wire.ImportEnd;
import io.xlink.iwfm.wire.Kind;
import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activities that break the rules end in a reason, and the listener goes on serving others. */
class MalformedActivitiesTest {
    private static final int DAY = 16_427;
    private static final long MIDNIGHT = DAY * 86_400L;
    private static final int HOUR = 3600;
    private Line line;

    @BeforeEach
    void start() throws Exception {
        line = new Line();
    }

    @AfterEach
    void stop() throws Exception {
        assertThat(Line.get(line.client().send(RandomActivities.day(1, 1, 1))).stored())
                .isEqualTo(2);
        await().until(() -> line.listener.budget().held() == 0);
        line.close();
    }

    @Test
    void columnsThatBreakTheRulesAreSentAway() throws Exception {
        sentAway("an agent of 0 characters", column(MIDNIGHT).setAgent(""));
        sentAway("an agent of 1001 characters", column(MIDNIGHT).setAgent("x".repeat(1001)));
        sentAway("an activity of 0 characters", column(MIDNIGHT).setActivity(""));
        sentAway("an activity of 1001 characters", column(MIDNIGHT).setActivity("x".repeat(1001)));
        sentAway("an activity of 1001 characters", column().setActivity("x".repeat(1001)));
        sentAway("1 starts and 0 durations", column(MIDNIGHT).clearSeconds());
        sentAway("0 starts and 1 durations", column().addSeconds(1));
        sentAway("do not ascend", column(MIDNIGHT, 0));
        sentAway("do not ascend", column(-1));
        sentAway("do not ascend", column(MIDNIGHT, -1));
        sentAway("do not ascend", column(Long.MAX_VALUE, Long.MAX_VALUE));
        sentAway("do not ascend", column(MIDNIGHT, Long.MAX_VALUE));
        sentAway("do not ascend", column(8_000_000_000L));
        sentAway("an activity of 0 seconds", column(MIDNIGHT).setSeconds(0, 0));
        sentAway("an activity of -1 seconds", column(MIDNIGHT).setSeconds(0, -1));
        sentAway("an activity of 31622401 seconds", column(MIDNIGHT).setSeconds(0, ActivityColumn.LONGEST + 1));
        sentAway("twice", column(MIDNIGHT), column(MIDNIGHT).setAgent("other"), column(MIDNIGHT + 1));
        sentAway("twice", column(), column());
        sentAway("twice", column(MIDNIGHT), column());
        sentAway("twice", column(), column(MIDNIGHT));
        sentAway("piece to piece", column(MIDNIGHT), column(MIDNIGHT));
    }

    @Test
    void aPeriodThatIsNotTheDayIsSentAway() throws Exception {
        for (long[] period : new long[][] {
            {0, 0},
            {MIDNIGHT, MIDNIGHT},
            {MIDNIGHT + 1, MIDNIGHT},
            {MIDNIGHT - 18 * HOUR - 1, MIDNIGHT},
            {MIDNIGHT + 41 * HOUR, MIDNIGHT + 42 * HOUR + 1},
            {MIDNIGHT, MIDNIGHT + 36 * HOUR + 1},
            {Long.MIN_VALUE, Long.MAX_VALUE},
            {Long.MIN_VALUE, MIDNIGHT},
            {MIDNIGHT, Long.MAX_VALUE},
            {MIDNIGHT, Long.MIN_VALUE}
        }) {
            try (RawPeer peer = loggedIn()) {
                peer.say(begin(1, period[0], period[1]));
                assertThat(peer.goodbye()).contains("whose period is not that day");
            }
        }
        for (long[] period :
                new long[][] {{MIDNIGHT - 18 * HOUR, MIDNIGHT + 18 * HOUR}, {MIDNIGHT + 6 * HOUR, MIDNIGHT + 42 * HOUR}
                }) {
            try (RawPeer peer = loggedIn()) {
                peer.say(begin(1, period[0], period[1]));
                peer.say(request(1).setImportEnd(ImportEnd.getDefaultInstance()));
                assertThat(peer.hear().hasReceipt()).isTrue();
            }
        }
    }

    @Test
    void chunksOfTheOtherKindAreSentAway() throws Exception {
        try (RawPeer peer = loggedIn()) {
            peer.say(begin(1, MIDNIGHT, MIDNIGHT + 24 * HOUR));
            peer.say(request(1).setCallData(CallDataChunk.getDefaultInstance()));
            assertThat(peer.goodbye()).contains("a chunk of KIND_CALL_DATA in an import of KIND_ACTIVITIES");
        }
        try (RawPeer peer = loggedIn()) {
            peer.say(request(1)
                    .setImportBegin(begin(1, 0, 0).getImportBegin().toBuilder().setKind(Kind.KIND_CALL_DATA)));
            peer.say(chunk(1, column(MIDNIGHT)));
            assertThat(peer.goodbye()).contains("a chunk of KIND_ACTIVITIES in an import of KIND_CALL_DATA");
        }
        try (RawPeer peer = loggedIn()) {
            peer.say(chunk(1, column(MIDNIGHT)));
            assertThat(peer.goodbye()).contains("has not begun");
        }
    }

    @Test
    void piecesAreJoinedAndCountsChecked() throws Exception {
        try (RawPeer peer = loggedIn()) {
            peer.say(begin(1, MIDNIGHT, MIDNIGHT + 24 * HOUR));
            peer.say(chunk(1, column(MIDNIGHT, 1), column(MIDNIGHT + 5)));
            peer.say(chunk(1, column(MIDNIGHT + 9), column().setAgent("nobody").setActivity("")));
            peer.say(end(1, 2, 4));
            assertThat(peer.hear().getReceipt().getStored()).isEqualTo(4);
            peer.say(begin(2, MIDNIGHT, MIDNIGHT + 24 * HOUR));
            peer.say(chunk(2, column(MIDNIGHT)));
            peer.say(end(2, 1, 2));
            assertThat(peer.hear().getFailure().getReason()).contains("1 of 1 chunks, 1 of 2 values");
        }
        assertThat(line.handler.handed).hasSize(1);
        assertThat(((ActivityImport) line.handler.handed.get(0)).columns())
                .containsExactly(
                        new ActivityColumn(
                                "1002",
                                "login",
                                new long[] {MIDNIGHT, MIDNIGHT + 1, MIDNIGHT + 5, MIDNIGHT + 9},
                                new int[] {60, 60, 60, 60}),
                        ActivityColumn.none("nobody"));
    }

    @Test
    void manyEmptyColumnsCountTowardsTheMemoryOfAnImport() throws Exception {
        line.listener.close();
        line.listen(ListenerSettings.of("WFM", "127.0.0.1", 0).withMemory(1_000_000, 2_000_000, 2_000_000));
        try (RawPeer peer = loggedIn()) {
            peer.say(begin(1, MIDNIGHT, MIDNIGHT + 24 * HOUR));
            AgentColumn.Builder[] columns = new AgentColumn.Builder[4000];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = AgentColumn.newBuilder().setAgent(Integer.toString(i));
            }
            peer.say(chunk(1, columns));
            assertThat(peer.hear().getFailure().getReason()).contains("needs more than 1000000 bytes");
        }
        assertThat(line.handler.handed).isEmpty();
    }

    @Test
    void exportsThatMakeNoSenseAreRefused() throws Exception {
        try (RawPeer peer = loggedIn()) {
            peer.say(request(1).setExport(ExportRequest.newBuilder().setKindValue(3)));
            assertThat(peer.hear().getFailure().getReason()).contains("does not export that kind");
            peer.say(request(2)
                    .setExport(ExportRequest.newBuilder()
                            .setKind(Kind.KIND_ACTIVITIES)
                            .setFromSecond(Long.MIN_VALUE)
                            .setToSecond(Long.MAX_VALUE)));
            assertThat(peer.hear().hasExportPage()).isTrue();
            peer.say(request(3)
                    .setExport(ExportRequest.newBuilder()
                            .setKind(Kind.KIND_ACTIVITIES)
                            .setCursor(ByteString.copyFrom(new byte[Protocol.MAX_CURSOR + 1]))));
            assertThat(peer.goodbye()).contains("cursor");
        }
    }

    @Test
    void aClientRefusesSlicesThatBreakTheRules() {
        AgentColumn good =
                column(MIDNIGHT).setExternalSystem("ACD").setActivityId(1).build();
        for (AgentColumn.Builder wrong : List.of(
                good.toBuilder().setExternalSystem(""),
                good.toBuilder().setExternalSystem("x".repeat(1001)),
                good.toBuilder().setActivityId(0),
                good.toBuilder().setActivityId(-1),
                good.toBuilder().setAgent(""),
                good.toBuilder().clearSeconds().clearStartDeltas(),
                good.toBuilder().setSeconds(0, 0))) {
            assertThatThrownBy(() -> ActivityExportCodec.fromWire(
                            List.of(ExportPage.newBuilder().addActivities(wrong).build())))
                    .isInstanceOf(MalformedException.class);
        }
    }

    private RawPeer loggedIn() throws Exception {
        RawPeer peer = new RawPeer(line.address);
        peer.logIn(line.settings());
        return peer;
    }

    private void sentAway(String reason, AgentColumn.Builder... columns) throws Exception {
        try (RawPeer peer = loggedIn()) {
            peer.say(begin(1, MIDNIGHT, MIDNIGHT + 24 * HOUR));
            peer.say(chunk(1, columns));
            assertThat(peer.goodbye()).contains(reason);
        }
        assertThat(line.handler.handed).isEmpty();
    }

    private static ClientFrame.Builder request(long number) {
        return ClientFrame.newBuilder().setRequest(number);
    }

    private static ClientFrame.Builder begin(long number, long from, long to) {
        return request(number)
                .setImportBegin(ImportBegin.newBuilder()
                        .setImportId(ByteString.copyFrom(new byte[16]))
                        .setKind(Kind.KIND_ACTIVITIES)
                        .setExternalSystem("CSV-Import")
                        .setDay(DAY)
                        .setFromSecond(from)
                        .setToSecond(to));
    }

    private static AgentColumn.Builder column(long... deltas) {
        AgentColumn.Builder column = AgentColumn.newBuilder().setAgent("1002").setActivity("login");
        for (long delta : deltas) {
            column.addStartDeltas(delta).addSeconds(60);
        }
        return column;
    }

    private static ClientFrame.Builder chunk(long number, AgentColumn.Builder... columns) {
        ActivityChunk.Builder chunk = ActivityChunk.newBuilder();
        for (AgentColumn.Builder column : columns) {
            chunk.addColumns(column);
        }
        return request(number).setActivities(chunk);
    }

    private static ClientFrame.Builder end(long number, int chunks, long values) {
        return request(number)
                .setImportEnd(ImportEnd.newBuilder().setChunks(chunks).setValues(values));
    }
}
