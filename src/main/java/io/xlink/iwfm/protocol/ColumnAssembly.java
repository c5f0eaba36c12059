package io.xlink.iwfm.protocol;

import com.google.protobuf.ByteString;
import io.xlink.model.ValueColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts columns together again from the pieces that frames carry. */
final class ColumnAssembly {
    /** What a column takes in memory beside its values, roughly. */
    private static final int COLUMN_BYTES = 256;

    private static final int VALUE_BYTES = Integer.BYTES + Long.BYTES;

    private final boolean unique;
    private final Set<Key> seen = new HashSet<>();
    private final List<ValueColumn> whole = new ArrayList<>();
    private final List<ValueColumn> pieces = new ArrayList<>();
    private long values;
    private long bytes;

    /** @param unique whether a column may stand only once, as in an import */
    ColumnAssembly(boolean unique) {
        this.unique = unique;
    }

    void add(ByteString wire) throws MalformedException {
        ValueColumn piece = ColumnReader.read(wire);
        Key key = Key.of(piece);
        boolean goesOn = !pieces.isEmpty() && Key.of(pieces.get(0)).equals(key);
        if (goesOn && unique) {
            ValueColumn last = pieces.get(pieces.size() - 1);
            if (piece.start(0) <= last.start(last.size() - 1)) {
                throw new MalformedException("a column whose starts do not ascend from piece to piece");
            }
        } else if (goesOn) {
            ValueColumn last = pieces.get(pieces.size() - 1);
            goesOn = piece.start(0) > last.start(last.size() - 1);
        }
        if (!goesOn) {
            join();
            if (unique && !seen.add(key)) {
                throw new MalformedException("a column that stands twice");
            }
        }
        pieces.add(piece);
        values += piece.size();
        bytes += COLUMN_BYTES + (long) VALUE_BYTES * piece.size();
    }

    /** Interval values so far. */
    long values() {
        return values;
    }

    /** Memory held, roughly. */
    long bytes() {
        return bytes;
    }

    List<ValueColumn> finish() {
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

    private ValueColumn joined() {
        int size = pieces.stream().mapToInt(ValueColumn::size).sum();
        int[] starts = new int[size];
        long[] numbers = new long[size];
        int at = 0;
        for (ValueColumn piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                starts[at] = piece.start(i);
                numbers[at++] = piece.value(i);
            }
        }
        Key key = Key.of(pieces.get(0));
        return new ValueColumn(key.parent, key.queue, key.valueType, key.minutes, starts, numbers);
    }

    private record Key(int parent, int queue, int valueType, int minutes) {
        static Key of(ValueColumn column) {
            return new Key(column.parent(), column.queue(), column.valueType(), column.minutes());
        }
    }
}
