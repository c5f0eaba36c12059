package io.xlink.source.csv;

import io.xlink.source.csv.FileDay.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Tells the two passes of a clock that is set back apart, for each queue by the order of its rows (specification, section
 * 4: in the overlap the earlier offset is taken unless the rows of the file show the second pass). The second pass has
 * begun
 *
 * <ul>
 *   <li>when a row within the overlap goes back by at least half of the overlap behind the latest one in it: 02:45, 02:00;
 *   <li>when a row repeats the time of the one before it, although the queue had one row an interval until then, at least
 *       three of them on that date and the one before: hourly exports show 02:00, 02:00.
 * </ul>
 *
 * From then on all rows of that queue within that overlap belong to the second pass. Rows that carry their own offset have
 * no overlap. Only rows of the date of an overlap and of the one before come here.
 */
final class SecondPasses {
    private static final int NONE = Integer.MIN_VALUE;
    /** How many regular rows make a repeated time a second pass and not a second row of the same interval. */
    private static final int REGULAR = 3;

    private final int interval;
    private final List<Passes> overlaps = new ArrayList<>();

    /** @param interval length of an interval in minutes */
    SecondPasses(int interval) {
        this.interval = interval;
    }

    /**
     * Whether what these rows decide and what those of a later part of the file decide does not depend on each other.
     *
     * @param numbers for each queue of the other part its number here
     */
    boolean isApartFrom(SecondPasses other, int[] numbers) {
        for (Passes its : other.overlaps) {
            for (Passes mine : overlaps) {
                if (its != null && mine != null && its.overlap.transition().equals(mine.overlap.transition())) {
                    boolean joined = its.near.stream()
                            .anyMatch(queue -> mine.near.get(numbers[queue])
                                    && (its.within.get(queue) || mine.within.get(numbers[queue])));
                    if (joined) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /**
     * What a row's time stands for. Rows of a queue must come in their order.
     *
     * @param stretch one that is near to an overlap
     * @param minute minute of the file's clock, 0 to 1440
     */
    Stretch place(int queue, Stretch stretch, int minute) {
        Passes passes = passes(stretch.near());
        boolean again =
                passes.add(queue, minute + stretch.toOverlap(), minute % interval == 0, stretch.again() != null);
        return again ? stretch.again() : stretch;
    }

    private Passes passes(Overlap overlap) {
        while (overlaps.size() <= overlap.number()) {
            overlaps.add(null);
        }
        if (overlaps.get(overlap.number()) == null) {
            overlaps.set(overlap.number(), new Passes(overlap));
        }
        return overlaps.get(overlap.number());
    }

    /** What the queues' rows have shown about one overlap. */
    private static final class Passes {
        private final Overlap overlap;
        private final BitSet near = new BitSet();
        private final BitSet within = new BitSet();
        private final BitSet second = new BitSet();
        private final BitSet irregular = new BitSet();
        /** By queue: minutes from the overlap's beginning to the last row, and the number of rows. */
        private int[] last = new int[64];

        private int[] rows = new int[64];
        /** By queue: the latest row within the overlap. */
        private int[] latest = new int[64];

        Passes(Overlap overlap) {
            this.overlap = overlap;
        }

        /** Takes a row; says whether it belongs to the second pass. */
        boolean add(int queue, int at, boolean onBoundary, boolean twice) {
            if (queue >= last.length) {
                int size = Math.max(queue + 1, 2 * last.length);
                last = Arrays.copyOf(last, size);
                rows = Arrays.copyOf(rows, size);
                latest = Arrays.copyOf(latest, size);
            }
            if (!near.get(queue)) {
                near.set(queue);
                last[queue] = NONE;
                latest[queue] = NONE;
            }
            if (twice) {
                within.set(queue);
                if (!second.get(queue) && (goesBack(queue, at) || repeats(queue, at))) {
                    second.set(queue);
                }
                latest[queue] = Math.max(latest[queue], at);
            }
            if (at <= last[queue] || !onBoundary) {
                irregular.set(queue);
            }
            last[queue] = at;
            rows[queue]++;
            return twice && second.get(queue);
        }

        private boolean goesBack(int queue, int at) {
            return latest[queue] != NONE && 2 * (latest[queue] - at) >= overlap.minutes();
        }

        private boolean repeats(int queue, int at) {
            return at == last[queue] && rows[queue] >= REGULAR && !irregular.get(queue);
        }
    }
}
