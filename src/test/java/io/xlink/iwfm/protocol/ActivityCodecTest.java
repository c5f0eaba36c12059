package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.ActivityColumn;
import io.xlink.model.ActivityImport;
import io.xlink.model.ActivitySlice;
import io.xlink.model.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through frames comes out as it went in, whatever it is and however small the frames are. */
class ActivityCodecTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyImportComesOutAsItWentIn(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            ActivityImport what = RandomActivities.any(random);
            int maxFrame = Protocol.SMALLEST_MAX_FRAME << random.nextInt(5);
            assertThat(throughFrames(what, maxFrame))
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(what);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void anySliceComesOutAsItWentIn(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            ActivityImport what = RandomActivities.any(random);
            List<ActivitySlice.Held> columns = what.columns().stream()
                    .filter(column -> column.size() > 0)
                    .map(column -> new ActivitySlice.Held(what.externalSystem(), 1 + random.nextInt(9), column))
                    .toList();
            ActivitySlice slice = new ActivitySlice(columns, random.nextBoolean() ? "" : "c".repeat(9000));

            List<ExportPage> pages = new ArrayList<>();
            for (ServerFrame.Builder frame : ActivityExportCodec.toWire(slice, Protocol.SMALLEST_MAX_FRAME)) {
                assertThat(frame.build().getSerializedSize()).isLessThan(Protocol.SMALLEST_MAX_FRAME);
                pages.add(ServerFrame.parseFrom(frame.build().toByteArray()).getExportPage());
            }
            ActivitySlice arrived = ActivityExportCodec.fromWire(pages);

            assertThat(lines(arrived)).as("seed %d, case %d", seed, i).isEqualTo(lines(slice));
            assertThat(arrived.next()).isEqualTo(slice.next());
        }
    }

    @Test
    void aSliceThatCannotBeCarriedIsRefused() {
        ActivityColumn good = new ActivityColumn("a", "b", new long[] {1}, new int[] {1});
        for (ActivitySlice.Held wrong : List.of(
                new ActivitySlice.Held("", 1, good),
                new ActivitySlice.Held("x".repeat(1001), 1, good),
                new ActivitySlice.Held("x", 0, good),
                new ActivitySlice.Held("x", 1, ActivityColumn.none("a")),
                new ActivitySlice.Held("x", 1, new ActivityColumn("a", "b", new long[] {-1}, new int[] {1})))) {
            assertThatThrownBy(() -> ActivityExportCodec.toWire(
                            new ActivitySlice(List.of(wrong), ""), Protocol.SMALLEST_MAX_FRAME))
                    .as(wrong.toString())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Import throughFrames(ActivityImport what, int maxFrame) throws Exception {
        ImportFrames frames = new ImportFrames(what, 7, new Peer(Protocol.MINOR, maxFrame));
        ImportAssembly assembly = new ImportAssembly(7, frames.next().getImportBegin());
        while (frames.hasNext()) {
            ClientFrame frame = ClientFrame.parseFrom(frames.next().toByteArray());
            assertThat(frame.getSerializedSize()).isLessThan(maxFrame);
            assertThat(frame.getRequest()).isEqualTo(7);
            if (frame.hasImportEnd()) {
                assertThat(frames.hasNext()).isFalse();
                return assembly.finish(frame.getImportEnd(), what.server());
            }
            assembly.add(frame.getActivities());
        }
        throw new AssertionError("frames without an end");
    }

    private static List<String> lines(ActivitySlice slice) {
        List<String> lines = new ArrayList<>();
        for (ActivitySlice.Held held : slice.columns()) {
            ActivityColumn column = held.column();
            for (int i = 0; i < column.size(); i++) {
                lines.add(held.externalSystem() + "|" + held.activityId() + "|" + column.agent() + "|"
                        + column.activity() + "|" + column.start(i) + "|" + column.seconds(i));
            }
        }
        return lines;
    }
}
