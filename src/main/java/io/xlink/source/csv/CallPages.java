package io.xlink.source.csv;

import io.xlink.model.CallPage;
import io.xlink.model.QueuePath;
import io.xlink.source.csv.LocalDays.Day;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The sums of all queues and days of a file, found by two numbers: no hash map for each queue and interval, and the
 * interval is arithmetic.
 */
final class CallPages {
    private final Path file;
    private final CsvCallFormat format;
    private final int valueTypes;
    private final int aht;
    /** Sums by queue and day. */
    private CallSums[][] sums = new CallSums[64][];

    private final long limit = Runtime.getRuntime().maxMemory() / 2;
    private long bytes;

    CallPages(Path file, CsvCallFormat format) {
        this.file = file;
        this.format = format;
        this.valueTypes = format.columns().values().length;
        this.aht = format.columns().aht();
    }

    CallSums sums(int queue, Day day) {
        if (queue < sums.length) {
            CallSums[] byDay = sums[queue];
            if (byDay != null && day.number() < byDay.length && byDay[day.number()] != null) {
                return byDay[day.number()];
            }
        }
        return add(queue, day);
    }

    /** Makes the pages, by queue and date; nothing can be added afterwards. */
    List<CallPage> finish(List<QueuePath> queues, List<Day> days) {
        List<Day> sorted = new ArrayList<>(days);
        sorted.sort(Comparator.comparingInt(Day::start));
        List<CallPage> pages = new ArrayList<>();
        for (int queue = 0; queue < queues.size() && queue < sums.length; queue++) {
            CallSums[] byDay = sums[queue];
            for (Day day : sorted) {
                if (byDay != null && day.number() < byDay.length && byDay[day.number()] != null) {
                    pages.add(byDay[day.number()].page(queues.get(queue), day.day()));
                    // Page by page, so that sums and pages are never all in memory together.
                    byDay[day.number()] = null;
                }
            }
        }
        return pages;
    }

    private CallSums add(int queue, Day day) {
        int intervals = day.day().intervals(format.interval());
        bytes += CallSums.bytes(valueTypes, aht, intervals);
        if (bytes > limit) {
            throw new CsvException(
                    file,
                    0,
                    0,
                    "the sums by queue and day take more than half of the memory (" + (limit >> 20) + " MiB)",
                    "Check GroupColumn, list the queues in Groups, split the file by days, or raise -Xmx",
                    null);
        }
        if (queue >= sums.length) {
            sums = Arrays.copyOf(sums, Math.max(queue + 1, 2 * sums.length));
        }
        CallSums[] byDay = sums[queue] == null ? new CallSums[day.number() + 1] : sums[queue];
        if (day.number() >= byDay.length) {
            byDay = Arrays.copyOf(byDay, Math.max(day.number() + 1, 2 * byDay.length));
        }
        byDay[day.number()] = new CallSums(valueTypes, aht, intervals);
        sums[queue] = byDay;
        return byDay[day.number()];
    }
}
