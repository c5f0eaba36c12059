package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.xlink.iwfm.wire.AgentColumn;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ExportRequest;
import io.xlink.iwfm.wire.Kind;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityQuery;
import io.xlink.model.ActivitySlice;
import java.util.ArrayList;
import java.util.List;

/** {@link ActivityQuery} and {@link ActivitySlice} to wire messages and back. */
final class ActivityExportCodec {
    private ActivityExportCodec() {}

    static ExportRequest toWire(ActivityQuery query) {
        return ExportRequest.newBuilder()
                .setKind(Kind.KIND_ACTIVITIES)
                .setFromSecond(query.fromSecond())
                .setToSecond(query.toSecond())
                .setCursor(ByteString.copyFromUtf8(query.cursor()))
                .build();
    }

    static ActivityQuery fromWire(ExportRequest wire) throws MalformedException {
        return new ActivityQuery(wire.getFromSecond(), wire.getToSecond(), ExportCodec.cursor(wire.getCursor()));
    }

    /** @throws IllegalArgumentException when the protocol cannot carry the slice */
    static List<ServerFrame.Builder> toWire(ActivitySlice slice, int maxFrame) {
        slice.columns().forEach(ActivityExportCodec::check);
        List<ServerFrame.Builder> frames = new ArrayList<>();
        ByteString next = ByteString.copyFromUtf8(slice.next());
        List<ActivityColumn> columns =
                slice.columns().stream().map(ActivitySlice.Held::column).toList();
        ActivityChunks chunks =
                new ActivityChunks(columns, i -> head(slice.columns().get(i)), maxFrame);
        do {
            ExportPage.Builder page = ExportPage.newBuilder().setNextCursor(next);
            if (chunks.hasNext()) {
                page.addAllActivities(chunks.next());
            }
            frames.add(ServerFrame.newBuilder().setExportPage(page));
        } while (chunks.hasNext());
        return frames;
    }

    /** @param parts the frames of one answer, at least one */
    static ActivitySlice fromWire(List<ExportPage> parts) throws MalformedException {
        List<ActivitySlice.Held> columns = new ArrayList<>();
        for (ExportPage part : parts) {
            for (AgentColumn wire : part.getActivitiesList()) {
                columns.add(held(wire));
            }
        }
        return new ActivitySlice(
                columns, ExportCodec.cursor(parts.get(parts.size() - 1).getNextCursor()));
    }

    private static void check(ActivitySlice.Held held) {
        ActivityCodec.check(held.column());
        if (!valid(held.externalSystem(), held.activityId(), held.column())) {
            throw new IllegalArgumentException("column " + Protocol.plain(held.toString()) + " cannot be exported");
        }
    }

    private static AgentColumn.Builder head(ActivitySlice.Held held) {
        return AgentColumn.newBuilder().setExternalSystem(held.externalSystem()).setActivityId(held.activityId());
    }

    private static ActivitySlice.Held held(AgentColumn wire) throws MalformedException {
        ActivityColumn column = ActivityCodec.fromWire(wire);
        if (!valid(wire.getExternalSystem(), wire.getActivityId(), column)) {
            throw new MalformedException("an export of activities without system, id or content");
        }
        return new ActivitySlice.Held(wire.getExternalSystem(), wire.getActivityId(), column);
    }

    private static boolean valid(String system, int activityId, ActivityColumn column) {
        return !system.isEmpty() && system.length() <= Protocol.MAX_TEXT && activityId > 0 && column.size() > 0;
    }
}
