package io.xlink.source.csv;

import io.xlink.config.IniSection;
import io.xlink.config.keys.ActivityKeys;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Which column of a file of activities holds what; positions from 0 (specification, section 4, TimeLink).
 *
 * @param type what decides how long an activity lasts
 * @param agent the agent's id
 * @param activity the activity's id
 * @param start the start
 * @param end the end, for {@link ActivitySpan#START_AND_END}
 * @param duration how long it lasted, for {@link ActivitySpan#START_AND_DURATION}, otherwise -1
 */
record ActivityColumns(
        ActivitySpan type, int agent, int activity, MomentColumns start, Optional<MomentColumns> end, int duration) {
    private static final int NONE = -1;

    static ActivityColumns of(IniSection section) {
        Optional<ActivitySpan> given = section.text(ActivityKeys.TIME_SPAN_TYPE)
                .map(text -> ActivitySpan.values()[Integer.parseInt(section.choice(ActivityKeys.TIME_SPAN_TYPE))]);
        int agent = column(section, CsvActivityKeys.AGENT_COLUMN);
        int activity = column(section, CsvActivityKeys.ACTIVITY_COLUMN);
        int duration = column(section, CsvActivityKeys.DURATION_COLUMN);
        Optional<MomentColumns> start = MomentColumns.ofStart(section);
        Optional<MomentColumns> end = MomentColumns.ofEnd(section, start);
        List<Integer> taken = new ArrayList<>();
        distinct(section, CsvActivityKeys.AGENT_COLUMN, agent, taken);
        distinct(section, CsvActivityKeys.ACTIVITY_COLUMN, activity, taken);
        start.ifPresent(s -> s.columns().forEach(column -> distinct(section, key(section, true), column, taken)));
        end.ifPresent(e -> e.columns().forEach(column -> distinct(section, key(section, false), column, taken)));
        distinct(section, CsvActivityKeys.DURATION_COLUMN, duration, taken);
        // Last, so that a check of the whole section comes upon what is wrong before what is missing.
        require(section, CsvActivityKeys.AGENT_COLUMN, agent >= 0);
        require(section, CsvActivityKeys.ACTIVITY_COLUMN, activity >= 0);
        require(section, CsvActivityKeys.START_TIME_STAMP_COLUMN, start.isPresent());
        ActivitySpan type = given.orElseGet(() -> type(section, end.isPresent(), duration >= 0));
        if (type == ActivitySpan.START_AND_END) {
            require(section, CsvActivityKeys.END_TIME_STAMP_COLUMN, end.isPresent());
        } else if (type == ActivitySpan.START_AND_DURATION) {
            require(section, CsvActivityKeys.DURATION_COLUMN, duration >= 0);
        }
        return new ActivityColumns(
                type,
                agent,
                activity,
                start.orElseThrow(),
                end.filter(e -> type == ActivitySpan.START_AND_END),
                type == ActivitySpan.START_AND_DURATION ? duration : NONE);
    }

    /** The same meanings at other positions; {@code positions} gives for each column of today where it stands. */
    ActivityColumns at(IntUnaryOperator positions) {
        return new ActivityColumns(
                type,
                positions.applyAsInt(agent),
                positions.applyAsInt(activity),
                start.at(positions),
                end.map(columns -> columns.at(positions)),
                duration == NONE ? NONE : positions.applyAsInt(duration));
    }

    /** The columns without which a row cannot be read, in no particular order. */
    int[] needed() {
        List<Integer> needed = new ArrayList<>(List.of(agent, activity));
        needed.addAll(start.columns());
        end.ifPresent(columns -> needed.addAll(columns.columns()));
        if (duration >= 0) {
            needed.add(duration);
        }
        return needed.stream().mapToInt(Integer::intValue).toArray();
    }

    private static ActivitySpan type(IniSection section, boolean end, boolean duration) {
        if (end && !duration) {
            return ActivitySpan.START_AND_END;
        }
        if (duration && !end) {
            return ActivitySpan.START_AND_DURATION;
        }
        if (!end && !section.list(ActivityKeys.LOG_OFF_ACTIVITIES).isEmpty()) {
            return ActivitySpan.START_ONLY;
        }
        throw section.error(
                ActivityKeys.TIME_SPAN_TYPE,
                "ActivityTimeSpanType is missing, and "
                        + (end ? "there are columns for the end and for the duration" : "there is a start only"),
                "Write 0 (start and duration), 1 (start and end) or 2 (start only: the agent's next activity ends it)");
    }

    private static int column(IniSection section, Key key) {
        return section.text(key).map(Integer::parseInt).orElse(0) - 1;
    }

    private static Key key(IniSection section, boolean start) {
        Key stamp = start ? CsvActivityKeys.START_TIME_STAMP_COLUMN : CsvActivityKeys.END_TIME_STAMP_COLUMN;
        Key time = start ? CsvActivityKeys.START_TIME_COLUMN : CsvActivityKeys.END_TIME_COLUMN;
        return section.list(stamp).stream().anyMatch(column -> !column.equals("0")) ? stamp : time;
    }

    private static void distinct(IniSection section, Key key, int column, List<Integer> taken) {
        if (column >= 0 && taken.contains(column)) {
            throw section.error(
                    key,
                    key + "=" + section.text(key).orElse("") + " is the column of something else too",
                    "Check it; each column has one meaning");
        }
        taken.add(column);
    }

    private static void require(IniSection section, Key key, boolean present) {
        if (!present) {
            throw section.error(key, key + " is missing", "Give the number of the column, counted from 1");
        }
    }
}
