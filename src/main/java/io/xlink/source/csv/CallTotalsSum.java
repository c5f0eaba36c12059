package io.xlink.source.csv;

import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adds up the totals of very many files one after another, without a copy of any: memory depends on queues and days, not
 * on the number of files. Not safe for threads.
 */
public final class CallTotalsSum {
    private final Map<QueuePath, Map<LocalDate, CallTotals.Page>> pages = new LinkedHashMap<>();
    private CallTotals.Shape shape;

    /**
     * Adds totals and takes them over: neither they nor a table made of them may be used afterwards.
     *
     * @throws IllegalArgumentException when interval, value types or zone differ from those before
     */
    public void add(CallTotals totals) {
        if (shape != null && !totals.shape().equals(shape)) {
            throw new IllegalArgumentException(
                    "totals of different formats cannot be added: " + shape + ", " + totals.shape());
        }
        shape = totals.shape();
        for (CallTotals.Page page : totals.pages()) {
            LocalDay day = page.day();
            CallTotals.Page before =
                    pages.computeIfAbsent(page.queue(), q -> new TreeMap<>()).putIfAbsent(day.date(), page);
            if (before != null) {
                before.sums().merge(page.sums());
            }
        }
    }

    /** The sum so far; empty when nothing was added. Nothing may be added afterwards. */
    public Optional<CallTotals> totals() {
        if (shape == null) {
            return Optional.empty();
        }
        List<CallTotals.Page> all = new ArrayList<>();
        pages.values().forEach(days -> all.addAll(days.values()));
        return Optional.of(new CallTotals(shape, all));
    }
}
