package io.xlink.source.csv;

import io.xlink.model.ActivityColumn;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;

/** Takes the rows of a file of activities one by one: each is either wholly imported or wholly rejected. */
final class ActivityRows {
    private static final String LIST = "ActivityIdentifiers";
    /** What the protocol allows. */
    private static final int LONGEST_ID = 1_000;

    private static final BadField NO_AGENT = new BadField("the agent's id is empty");
    private static final BadField NO_ACTIVITY = new BadField("the activity's id is empty");
    private static final BadField ID_TOO_LONG = new BadField("the id has more than " + LONGEST_ID + " characters");
    /** It would become another agent, or another activity. */
    private static final BadField DAMAGED_ID =
            new BadField("the id has bytes that are not valid in the file's character set");

    private static final BadField NO_END = new BadField("the activity has no end yet");
    private static final BadField NO_DURATION = new BadField("the duration is empty");
    private static final BadField ENDS_BEFORE = new BadField("the activity ends before it starts");
    private static final BadField TOO_LONG = new BadField("the activity lasts longer than 366 days");

    private final Path file;
    private final CsvActivityFormat format;
    private final ActivityColumns columns;
    private final int[] needed;
    private final RowLength length;
    private final boolean comma;
    private final ActivityClock clock;
    private final MomentText start;
    private final MomentText end;
    private final Rejections rejections;
    private final NameTable agents = new NameTable();
    private final NameTable activities = new NameTable();
    /** By number of an activity: whether it is listed. */
    private boolean[] listed = new boolean[16];

    private int judged;
    private final AgentActivities rows = new AgentActivities();
    /** What is made of the rows takes about as much again, twice. */
    private final long limit = Runtime.getRuntime().maxMemory() / 4;

    private long nameBytes;
    private long imported;
    private long leftOut;
    /** The column being read, for the reject when it cannot be. */
    private int column;

    /** @param format with the separator and the columns of the file */
    ActivityRows(Path file, CsvActivityFormat format, ZoneId local, Rejections rejections) {
        this.file = file;
        this.format = format;
        this.columns = format.columns();
        this.needed = columns.needed();
        this.length = new RowLength(format.namedColumns(), format.maxColumns());
        this.comma = format.separator() != ',';
        this.clock = new ActivityClock(format.clock(), local);
        this.start = new MomentText(columns.start(), format.dateOrder());
        this.end = columns.end()
                .map(columns -> new MomentText(columns, format.dateOrder()))
                .orElse(null);
        this.rejections = rejections;
    }

    long imported() {
        return imported;
    }

    long leftOut() {
        return leftOut;
    }

    AgentActivities finish() {
        rows.name(agents, activities);
        return rows;
    }

    void take(Row row) {
        if (!length.fits(row)) {
            length.reject(row, rejections);
            return;
        }
        if (row.from(needed[0]) == row.to(needed[0]) && row.isBlank()) {
            return;
        }
        try {
            column = columns.activity();
            int activity = id(activities, row, NO_ACTIVITY);
            boolean isListed = isListed(activity);
            if (!isListed && columns.type() != ActivitySpan.START_ONLY) {
                unlisted(row);
                return;
            }
            column = columns.agent();
            int agent = id(agents, row, NO_AGENT);
            read(row, agent, activity, isListed);
        } catch (WrongOrder e) {
            throw e.refusal(file, row, column, "ActivityDateOrder");
        } catch (BadField e) {
            rejections.broken(row, column, e.getMessage());
        }
    }

    private void read(Row row, int agent, int activity, boolean isListed) throws BadField {
        long from;
        try {
            start.read(row);
            from = clock.start(agent, start);
        } finally {
            column = start.column();
        }
        int seconds = 0;
        if (columns.type() != ActivitySpan.START_ONLY) {
            seconds = seconds(row, from);
            if (seconds < format.minimumDuration()) {
                seconds = 0;
                leftOut++;
            } else {
                imported++;
            }
        } else if (isListed) {
            imported++;
        } else {
            unlisted(row);
        }
        add(row, agent, activity, from, seconds);
    }

    private int seconds(Row row, long from) throws BadField {
        if (columns.duration() >= 0) {
            column = columns.duration();
            if (row.from(column) == row.to(column)) {
                throw NO_DURATION;
            }
            double duration = NumberText.duration(row.chars(), row.from(column), row.to(column), comma);
            return within(Math.round(duration));
        }
        if (end.isEmpty(row)) {
            column = columns.end().orElseThrow().columns().get(0);
            throw NO_END;
        }
        try {
            end.readEnd(row, start);
        } finally {
            column = end.column();
        }
        return within(clock.end(from, end) - from);
    }

    private static int within(long seconds) throws BadField {
        if (seconds < 0) {
            throw ENDS_BEFORE;
        }
        if (seconds > ActivityColumn.LONGEST) {
            throw TOO_LONG;
        }
        return (int) seconds;
    }

    private int id(NameTable names, Row row, BadField empty) throws BadField {
        int from = row.from(column);
        int to = row.to(column);
        int number = names.find(row.chars(), from, to);
        if (number >= 0) {
            return number;
        }
        if (from == to) {
            throw empty;
        }
        if (to - from > LONGEST_ID) {
            throw ID_TOO_LONG;
        }
        for (int i = from; i < to; i++) {
            if (row.chars()[i] == QueueNames.DAMAGE) {
                throw DAMAGED_ID;
            }
        }
        nameBytes += 2L * (to - from) + 64;
        return names.add(row.chars(), from, to);
    }

    private boolean isListed(int activity) {
        for (; judged < activities.size(); judged++) {
            if (judged == listed.length) {
                listed = Arrays.copyOf(listed, 2 * judged);
            }
            listed[judged] = format.isListed(activities.name(judged));
        }
        return listed[activity];
    }

    private void unlisted(Row row) {
        int position = columns.activity();
        rejections.unlisted(row, position, row.chars(), row.from(position), row.to(position), LIST);
    }

    private void add(Row row, int agent, int activity, long from, int seconds) {
        if ((long) rows.size() * AgentActivities.BYTES + nameBytes > limit || rows.size() == Integer.MAX_VALUE / 2) {
            throw new CsvException(
                    file,
                    row.line(),
                    0,
                    "the activities take more than a quarter of the memory (" + (limit >> 20) + " MiB)",
                    "Check AgentColumn, split the file by days, or raise -Xmx",
                    null);
        }
        rows.add(agent, activity, from, seconds);
    }
}
