package io.xlink.source.csv;

import io.xlink.model.QueuePath;
import io.xlink.source.csv.LocalDays.Day;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * Takes the rows of a file one by one: each is either wholly part of the sums or wholly rejected. Makes no object for a
 * row that is imported.
 */
final class CallRows {
    private static final BadField NEGATIVE_WEIGHT = new BadField("the weight of the handling time is negative");

    private final Path file;
    private final CsvCallFormat format;
    private final CallColumns columns;
    private final int[] needed;
    private final RowLength length;
    private final boolean comma;
    private final QueueNames queues;
    private final LocalDays days;
    private final RowTime time;
    private final SecondPasses passes;
    private final CallPages pages;
    private final Rejections rejections;
    private final double[] values;
    private long imported;
    /** Number of the last row's queue, below 0 when it was not found. */
    private int queue;
    /** The column being read, for the reject when it cannot be. */
    private int column;

    /** @param format with the separator of the file */
    CallRows(Path file, CsvCallFormat format, ZoneId local, CallMemory memory, Rejections rejections) {
        this.file = file;
        this.format = format;
        this.columns = format.columns();
        this.needed = columns.needed();
        this.length = new RowLength(format.namedColumns(), format.maxColumns());
        this.comma = format.separator() != ',';
        this.queues = new QueueNames(file, format);
        this.days = new LocalDays(local);
        this.time = new RowTime(format.clock(), format.dateOrder(), days);
        this.passes = new SecondPasses(format.interval());
        this.pages = new CallPages(format, memory);
        this.rejections = rejections;
        this.values = new double[columns.values().length];
    }

    long imported() {
        return imported;
    }

    /** The number of the last row's queue, whether or not the row was imported; below 0 when it has none. */
    int queue() {
        return queue;
    }

    RowTime time() {
        return time;
    }

    CallPages pages() {
        return pages;
    }

    /** Counts rows that somebody else has added to the pages. */
    void addImported(long count) {
        imported += count;
    }

    /**
     * Adds the rows of a later part of the file, which takes no more.
     *
     * @return false when both have too many queues, or the order of their rows together decides what a time means
     */
    boolean merge(CallRows other) {
        List<QueuePath> paths = other.queues.all();
        int[] numbers = new int[paths.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = queues.adopt(paths.get(i));
            if (numbers[i] < 0) {
                return false;
            }
        }
        if (!passes.isApartFrom(other.passes, numbers)) {
            return false;
        }
        Day[] dates =
                other.days.all().stream().map(day -> days.day(day.day().date())).toArray(Day[]::new);
        pages.merge(other.pages, numbers, dates);
        imported += other.imported;
        return true;
    }

    /** The sums of all rows; nothing can be taken afterwards. */
    CallTotals finish() {
        CallTotals.Shape shape =
                new CallTotals.Shape(format.interval(), format.valueTypes(), columns.aht(), days.zone());
        return new CallTotals(shape, pages.finish(queues.all(), days.all()));
    }

    void take(Row row) {
        queue = QueueNames.NOT_TAKEN;
        if (!length.fits(row)) {
            length.reject(row, rejections);
            return;
        }
        if (row.from(needed[0]) == row.to(needed[0]) && row.isBlank()) {
            return;
        }
        queue = queues.find(row, rejections);
        if (queue < 0) {
            return;
        }
        try {
            double weight = read(row);
            time.place(queue, passes);
            pages.add(queue, time.day(), time.elapsed() / format.interval(), values, weight);
            imported++;
        } catch (WrongOrder e) {
            throw e.refusal(file, row, column, "DateOrder");
        } catch (BadField e) {
            rejections.broken(row, column, e.getMessage());
        }
    }

    /** Reads time and values; returns the weight of the average handling time. */
    private double read(Row row) throws BadField {
        char[] chars = row.chars();
        if (columns.timestamp() >= 0) {
            column = columns.timestamp();
            time.timestamp(chars, row.from(column), row.to(column));
        } else {
            column = columns.date();
            FileDay date = time.date(chars, row.from(column), row.to(column));
            column = columns.time();
            time.time(date, chars, row.from(column), row.to(column));
        }
        int[] positions = columns.values();
        int aht = columns.aht();
        for (int i = 0; i < positions.length; i++) {
            column = positions[i];
            values[i] = i == aht
                    ? NumberText.duration(chars, row.from(column), row.to(column), comma)
                    : NumberText.value(chars, row.from(column), row.to(column), comma);
        }
        if (aht < 0) {
            return 0;
        }
        if (columns.ahtWeight() < 0) {
            // Each row above 0 weighs the same.
            return values[aht] > 0 ? 1 : 0;
        }
        column = columns.ahtWeight();
        double weight = NumberText.value(chars, row.from(column), row.to(column), comma);
        if (weight < 0) {
            throw NEGATIVE_WEIGHT;
        }
        return weight;
    }
}
