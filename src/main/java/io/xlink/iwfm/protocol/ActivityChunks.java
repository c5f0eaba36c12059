package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.AgentColumn;
import io.xlink.model.ActivityColumn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Cuts columns of activities into portions that fit a frame, one at a time as they are asked for. */
final class ActivityChunks implements Iterator<List<AgentColumn>> {
    /** The most that an activity takes on the wire: ten bytes of start, five of duration. */
    private static final int ACTIVITY_BYTES = 15;

    /** Tags and lengths around a column. */
    private static final int FRAMING_BYTES = 16;

    /** Bigger chunks are no faster, and smaller ones leave gaps for pings. */
    private static final int MOST_BYTES = 256 * 1024;

    private final List<ActivityColumn> columns;
    private final IntFunction<AgentColumn.Builder> heads;
    private final int room;
    private int column;
    private int from;

    /**
     * @param columns checked ones, whose texts are short
     * @param heads what the pieces of the i-th column carry beside agent and activity; no more than another such text
     * @param maxFrame bytes of a frame's body that the other side accepts
     */
    ActivityChunks(List<ActivityColumn> columns, IntFunction<AgentColumn.Builder> heads, int maxFrame) {
        this.columns = columns;
        this.heads = heads;
        this.room = Math.min(MOST_BYTES, maxFrame / 2);
    }

    @Override
    public boolean hasNext() {
        return column < columns.size();
    }

    @Override
    public List<AgentColumn> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<AgentColumn> chunk = new ArrayList<>();
        int left = room;
        while (hasNext()) {
            ActivityColumn whole = columns.get(column);
            AgentColumn.Builder wire =
                    heads.apply(column).setAgent(whole.agent()).setActivity(whole.activity());
            left -= FRAMING_BYTES + wire.buildPartial().getSerializedSize();
            // The first fits in any case: three texts have 9,000 bytes at most, and half a frame more than 32,000.
            if (left < ACTIVITY_BYTES && !chunk.isEmpty()) {
                break;
            }
            int to = Math.min(whole.size(), from + left / ACTIVITY_BYTES);
            chunk.add(ActivityCodec.toWire(wire, whole, from, to));
            left -= ACTIVITY_BYTES * (to - from);
            from = to;
            if (to == whole.size()) {
                column++;
                from = 0;
            }
        }
        return chunk;
    }
}
