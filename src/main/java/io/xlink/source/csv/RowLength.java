package io.xlink.source.csv;

/** Looks whether a row has the columns that are needed, and no more than its file may have. */
final class RowLength {
    private final int[] needed;
    private final int least;
    private final int most;
    private final NamedColumns columns;

    /**
     * @param columns the columns of the file, where they stand in it
     * @param most how many a row may have; a longer one is not what it seems
     */
    RowLength(NamedColumns columns, int most) {
        this.columns = columns;
        this.needed = columns.needed();
        this.least = columns.neededColumns();
        this.most = most;
    }

    boolean fits(Row row) {
        return row.columns() >= least && row.columns() <= most;
    }

    /** Rejects a row that does not fit, unless it is blank. */
    void reject(Row row, Rejections rejections) {
        if (row.isBlank()) {
            return;
        }
        if (row.columns() > most) {
            rejections.broken(
                    row,
                    -1,
                    "the row has " + row.columns() + " columns instead of " + most
                            + "; a decimal comma may have shifted them");
            return;
        }
        int missing = Integer.MAX_VALUE;
        for (int position : needed) {
            if (position >= row.columns()) {
                missing = Math.min(missing, position);
            }
        }
        String name = columns.name(missing);
        rejections.broken(
                row,
                missing,
                "the row has only " + row.columns() + " columns, column "
                        + (name.isEmpty() ? Integer.toString(missing + 1) : name) + " is missing");
    }
}
