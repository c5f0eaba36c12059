package io.xlink.server;

import java.util.Comparator;

/**
 * Where an export goes on: the first place that has not been read. It is all that one slice leaves to the next, so the
 * server remembers nothing between them.
 *
 * @param start minute from which the queue's value type is still to be read
 */
record ExportCursor(Series series, int start) {

    /** A queue and value type, in the order of an export. */
    record Series(int parent, int queue, int valueType) implements Comparable<Series> {
        private static final Comparator<Series> ORDER = Comparator.comparingInt(Series::parent)
                .thenComparingInt(Series::queue)
                .thenComparingInt(Series::valueType);

        @Override
        public int compareTo(Series other) {
            return ORDER.compare(this, other);
        }
    }

    /** @throws IllegalArgumentException when the text was not made by {@link #toString} */
    static ExportCursor parse(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 4) {
                return new ExportCursor(
                        new Series(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
                        Integer.parseInt(parts[3]));
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw new IllegalArgumentException("Export cursor '" + text + "' is not one of this server's");
    }

    @Override
    public String toString() {
        return series.parent() + ":" + series.queue() + ":" + series.valueType() + ":" + start;
    }
}
