package io.xlink.importer;

import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.QueuePath;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * About which intervals of which queues and days the files of an import reported anything. Of a queue's day that several
 * files reported about, it is not known which file reported which interval.
 *
 * @param interval length of an interval in minutes
 * @param days for each day the queues
 */
record Coverage(int interval, Map<LocalDate, Map<String, Part>> days) {

    /** Longer names of queues are cut; this is for messages. */
    private static final int NAME = 200;

    /**
     * Intervals of a queue and day.
     *
     * @param reporter the file that reported them
     * @param intervals counted from the day's start
     */
    record Part(Reporter reporter, BitSet intervals) {}

    /**
     * Who reported something.
     *
     * @param file name of the file
     * @param others whether other files did so in the same import
     */
    record Reporter(String file, boolean others) {
        /** For a message. */
        String shown() {
            return others ? file + " and others" : file;
        }
    }

    /** What these files alone reported, as far as it is known; what several reported together stays. */
    Coverage of(List<Path> files) {
        Set<String> names =
                files.stream().map(file -> FileStamp.shown(file.getFileName())).collect(Collectors.toSet());
        Map<LocalDate, Map<String, Part>> theirs = new TreeMap<>();
        days.forEach((day, parts) -> {
            Map<String, Part> kept = new HashMap<>(parts);
            kept.values()
                    .removeIf(part -> !part.reporter().others()
                            && !names.contains(part.reporter().file()));
            if (!kept.isEmpty()) {
                theirs.put(day, kept);
            }
        });
        return new Coverage(interval, theirs);
    }

    /** Notes which files report about which queues and days, one file after another. Not safe for threads. */
    static final class Sources {
        /** Only made for the second file, because a large one has very many pages. */
        private final Map<QueuePath, Map<LocalDate, Reporter>> reporters = new HashMap<>();

        private Reporter only;
        private CallTable first;

        /** @param table its pages' queues and days are looked at later; what they hold may change */
        void add(Path file, CallTable table) {
            Reporter one = new Reporter(FileStamp.shown(file.getFileName()), false);
            if (first == null) {
                first = table;
                only = one;
                return;
            }
            if (only != null) {
                note(only, first);
                only = null;
            }
            note(one, table);
        }

        private void note(Reporter one, CallTable table) {
            for (CallPage page : table.pages()) {
                reporters
                        .computeIfAbsent(page.queue(), q -> new HashMap<>())
                        .merge(
                                page.day().date(),
                                one,
                                (before, now) -> before.others() ? before : new Reporter(before.file(), true));
            }
        }

        /** @param sum the sum of all tables */
        Coverage of(CallTable sum) {
            Map<LocalDate, Map<String, Part>> days = new TreeMap<>();
            for (CallPage page : sum.pages()) {
                BitSet intervals = new BitSet();
                for (int i = page.next(0); i >= 0; i = page.next(i + 1)) {
                    intervals.set(i);
                }
                String queue = page.queue().toString();
                LocalDate date = page.day().date();
                days.computeIfAbsent(date, d -> new HashMap<>())
                        .put(
                                queue.length() > NAME ? queue.substring(0, NAME) : queue,
                                new Part(
                                        only != null
                                                ? only
                                                : reporters.get(page.queue()).get(date),
                                        intervals));
            }
            return new Coverage(sum.interval(), days);
        }
    }
}
