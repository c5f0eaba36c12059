package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.xlink.model.ValueColumn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Cuts columns into portions that fit a frame with room to spare, one at a time as they are asked for. */
final class ColumnChunks implements Iterator<List<ByteString>> {
    /** The most that an interval value takes on the wire: five bytes of start, ten of value. */
    private static final int VALUE_BYTES = 15;

    /** The head of a column in units of values; its fields never take more. */
    private static final int HEAD = 3;

    /** Bigger chunks are no faster, and smaller ones leave gaps for pings. */
    private static final int MOST_VALUES = 16_384;

    private final Iterator<ValueColumn> columns;
    private final boolean everyStart;
    private final int room;
    private ValueColumn column;
    private int from;

    ColumnChunks(List<ValueColumn> columns, Peer peer) {
        this.columns = columns.stream().filter(c -> c.size() > 0).iterator();
        this.everyStart = !peer.takesShortColumns();
        this.room = Math.min(MOST_VALUES, peer.maxFrame() / 2 / VALUE_BYTES);
    }

    @Override
    public boolean hasNext() {
        return column != null || columns.hasNext();
    }

    @Override
    public List<ByteString> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<ByteString> chunk = new ArrayList<>();
        int left = room;
        while (left > HEAD && hasNext()) {
            if (column == null) {
                column = columns.next();
                from = 0;
            }
            int to = Math.min(column.size(), from + left - HEAD);
            chunk.add(ColumnWriter.write(column, from, to, everyStart));
            left -= HEAD + to - from;
            from = to;
            if (to == column.size()) {
                column = null;
            }
        }
        return chunk;
    }
}
