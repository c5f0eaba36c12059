package io.xlink.server;

import com.google.protobuf.InvalidProtocolBufferException;
import io.xlink.server.page.StoredPage;

/** Turns the intervals that begin on one UTC day into the bytes that are stored, and back. */
final class PageCodec {
    private PageCodec() {}

    /** UTC day of a minute, both counted from 1970-01-01T00:00Z. */
    static int day(int minute) {
        return Math.floorDiv(minute, Intervals.DAY);
    }

    /**
     * @param from position of the first interval, which begins on the day as all of them do
     * @param to position after the last interval
     */
    static byte[] encode(int day, Intervals intervals, int from, int to) {
        StoredPage.Builder page = StoredPage.newBuilder();
        int midnight = day * Intervals.DAY;
        for (int begin = from; begin < to; ) {
            int minutes = intervals.minutes(begin);
            int next = begin;
            do {
                page.addValues(intervals.value(next));
                next++;
            } while (next < to
                    && intervals.start(next) == intervals.end(next - 1)
                    && intervals.minutes(next) == minutes);
            page.addRuns(StoredPage.Run.newBuilder()
                    .setStart(intervals.start(begin) - midnight)
                    .setMinutes(minutes)
                    .setIntervals(next - begin));
            begin = next;
        }
        return page.build().toByteArray();
    }

    /**
     * Adds a page's intervals to others that come before them.
     *
     * @throws StoreException when the bytes are damaged
     */
    static void decode(int day, byte[] bytes, Intervals.Builder into) {
        StoredPage page = parse(bytes);
        int value = 0;
        for (StoredPage.Run run : page.getRunsList()) {
            int start = day * Intervals.DAY + run.getStart();
            if (run.getIntervals() > page.getValuesCount() - value) {
                throw new StoreException("A stored page has more intervals than values. Restore a backup");
            }
            for (int i = 0; i < run.getIntervals(); i++) {
                into.add(start + i * run.getMinutes(), run.getMinutes(), page.getValues(value++));
            }
        }
    }

    private static StoredPage parse(byte[] bytes) {
        try {
            return StoredPage.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new StoreException("A stored page cannot be read. Restore a backup", e);
        }
    }
}
