package io.xlink.source.odbc;

import java.util.List;

/**
 * How the columns of a result are read.
 *
 * @param slots of each column
 * @param bound how many columns, from the first on, the driver writes by itself
 * @param oneRow whether rows come one by one, because the driver cannot go back to a row of a block
 * @param canReadAgain whether a value that had no room can be asked for once more
 */
record BlockPlan(List<Slot> slots, int bound, boolean oneRow, boolean canReadAgain) {
    /** Characters of a value that have room in a block when the rest can be asked for. */
    private static final int INLINE = 255;

    static BlockPlan of(List<Column> columns, DriverTraits traits, Encoding encoding) {
        List<Slot> slots = columns.stream()
                .map(column -> Slot.of(column, encoding, inline(column, encoding, traits)))
                .toList();
        int unbelievable = 0;
        while (unbelievable < columns.size()
                && isBelieved(columns.get(unbelievable), slots.get(unbelievable), traits)) {
            unbelievable++;
        }
        boolean all = unbelievable == columns.size();
        if (traits.readsAgain()) {
            boolean oneRow = !all && !traits.readsBlocksAgain();
            return new BlockPlan(slots, columns.size(), oneRow, oneRow || traits.readsBlocksAgain());
        }
        return new BlockPlan(slots, unbelievable, !all, false);
    }

    /** What cannot be read again in a block must have room for all that is declared. */
    private static int inline(Column column, Encoding encoding, DriverTraits traits) {
        boolean all = !traits.readsBlocksAgain() && traits.believed() && !column.isLong();
        return traits.readsAgain() && !all ? INLINE : Slot.LONGEST * encoding.unitsOfCharacter();
    }

    private static boolean isBelieved(Column column, Slot slot, DriverTraits traits) {
        return switch (slot.kind()) {
            case TEXT, BYTES ->
                column.type() == Column.TIME
                        || traits.believed() && !column.isLong() && column.size() > 0 && column.size() <= Slot.LONGEST;
            default -> true;
        };
    }

    /** Bytes of a row in a block. */
    int rowBytes() {
        return slots.stream().mapToInt(slot -> slot.width() + Long.BYTES).sum() + Short.BYTES;
    }
}
