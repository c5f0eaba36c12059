package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.AgentColumn;
import io.xlink.model.ActivityColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts an import's columns of activities together again from the pieces that frames carry. */
final class ActivityAssembly {
    /** What a column takes in memory beside its texts and activities, roughly. */
    private static final int COLUMN_BYTES = 256;

    private static final int ACTIVITY_BYTES = Long.BYTES + Integer.BYTES;

    private final Set<Key> seen = new HashSet<>();
    private final List<ActivityColumn> whole = new ArrayList<>();
    private final List<ActivityColumn> pieces = new ArrayList<>();
    private long values;
    private long bytes;

    void add(AgentColumn wire) throws MalformedException {
        ActivityColumn piece = ActivityCodec.fromWire(wire);
        ActivityColumn last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        Key key = Key.of(piece);
        if (last != null && last.size() > 0 && piece.size() > 0 && Key.of(last).equals(key)) {
            if (piece.start(0) <= last.start(last.size() - 1)) {
                throw new MalformedException("a column whose starts do not ascend from piece to piece");
            }
        } else {
            join();
            if (!seen.add(key)) {
                throw new MalformedException("a column that stands twice");
            }
        }
        pieces.add(piece);
        values += piece.size();
        bytes += COLUMN_BYTES
                + (long) Character.BYTES
                        * (piece.agent().length() + piece.activity().length())
                + (long) ACTIVITY_BYTES * piece.size();
    }

    /** Activities so far. */
    long values() {
        return values;
    }

    /** Memory held, roughly. */
    long bytes() {
        return bytes;
    }

    List<ActivityColumn> finish() {
        join();
        return whole;
    }

    private void join() {
        if (pieces.size() == 1) {
            whole.add(pieces.get(0));
        } else if (!pieces.isEmpty()) {
            whole.add(joined());
        }
        pieces.clear();
    }

    private ActivityColumn joined() {
        int size = pieces.stream().mapToInt(ActivityColumn::size).sum();
        long[] starts = new long[size];
        int[] seconds = new int[size];
        int at = 0;
        for (ActivityColumn piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                starts[at] = piece.start(i);
                seconds[at++] = piece.seconds(i);
            }
        }
        return new ActivityColumn(pieces.get(0).agent(), pieces.get(0).activity(), starts, seconds);
    }

    private record Key(String agent, String activity) {
        static Key of(ActivityColumn column) {
            return new Key(column.agent(), column.activity());
        }
    }
}
