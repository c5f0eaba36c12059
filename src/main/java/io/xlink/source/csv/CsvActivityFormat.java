package io.xlink.source.csv;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.keys.ActivityKeys;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.config.keys.Separator;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the files of an external system's activities are to be read: the TimeLink parameters of the CSV interface
 * (specification, section 4). Where the specification leaves a choice:
 *
 * <ul>
 *   <li>Without {@code ActivityTimeSpanType} the columns decide: a duration is type 0, an end type 1. A start alone is type
 *       2 when {@code LogOffActivities} are named.
 *   <li>An end without a date of its own is the first such time from the start on, so within 24 hours.
 *   <li>An empty {@code ActivityIdentifiers} takes every activity. With type 2 a row of an activity that is not listed
 *       still ends the one before it.
 *   <li>{@code LogOffActivities} count with type 2 alone. They end an activity and are not delivered.
 *   <li>An activity without length, or shorter than {@code MinimumActivityDuration}, is left out and counted. One that
 *       would end before it starts, or last for more than 366 days, is broken.
 *   <li>Of several rows with the same agent, activity and start the last one counts; with type 2 of several rows with the
 *       same agent and start.
 *   <li>{@code ActivityColumnNames} need not be given. When they are, a header line that has them decides where the columns
 *       stand, as with calls: see {@link FileLayout}.
 *   <li>{@code Charset} and {@code MaxRejects} count as they do for calls. Rows that are left out are not broken.
 * </ul>
 */
public final class CsvActivityFormat {
    private final int headerLines;
    private final char separator;
    private final DateOrder dateOrder;
    private final FileClock clock;
    private final List<String> columnNames;
    private final ActivityColumns columns;
    private final Set<String> identifiers;
    private final List<String> descriptions;
    private final Set<String> logOff;
    private final int minimumDuration;
    private final int maxColumns;
    private final int maxRejects;
    private final Charset charset;

    private CsvActivityFormat(IniSection section) {
        headerLines = section.integer(CsvActivityKeys.ACTIVITY_HEADER_LINES);
        separator = Separator.of(section.value(CsvActivityKeys.ACTIVITY_SEPARATOR_CHARACTER));
        dateOrder = DateOrder.valueOf(
                section.choice(CsvActivityKeys.ACTIVITY_DATE_ORDER).toUpperCase(Locale.ROOT));
        clock = FileClock.of(
                section.text(ActivityKeys.TIME_ZONE_TIME_LINK).orElseGet(() -> section.value(CsvCallKeys.TIME_ZONE)));
        minimumDuration = section.integer(ActivityKeys.MINIMUM_ACTIVITY_DURATION);
        columnNames = List.copyOf(section.list(CsvActivityKeys.ACTIVITY_COLUMN_NAMES));
        identifiers = new LinkedHashSet<>(section.list(CsvActivityKeys.ACTIVITY_IDENTIFIERS));
        descriptions = List.copyOf(section.list(CsvActivityKeys.ACTIVITY_DESCRIPTIONS));
        columns = ActivityColumns.of(section);
        logOff = columns.type() == ActivitySpan.START_ONLY
                ? Set.copyOf(section.list(ActivityKeys.LOG_OFF_ACTIVITIES).stream()
                        .distinct()
                        .toList())
                : Set.of();
        maxColumns = FileLayout.ANY_COLUMNS;
        maxRejects = section.integer(CsvCallKeys.MAX_REJECTS);
        charset = section.text(CsvCallKeys.CHARSET).map(Charset::forName).orElse(null);
    }

    private CsvActivityFormat(CsvActivityFormat configured, FileLayout layout) {
        this.headerLines = configured.headerLines;
        this.separator = layout.separator();
        this.dateOrder = configured.dateOrder;
        this.clock = configured.clock;
        this.columnNames = layout.names();
        this.columns = configured.columns.at(layout.positions());
        this.identifiers = configured.identifiers;
        this.descriptions = configured.descriptions;
        this.logOff = configured.logOff;
        this.minimumDuration = configured.minimumDuration;
        this.maxColumns = layout.maxColumns();
        this.maxRejects = configured.maxRejects;
        this.charset = configured.charset;
    }

    /**
     * Reads the parameters of an external system.
     *
     * @throws ConfigException when a value cannot be used
     */
    public static CsvActivityFormat of(IniSection section) {
        return new CsvActivityFormat(section);
    }

    /** What decides how long an activity lasts. */
    public ActivitySpan type() {
        return columns.type();
    }

    /** Whether activities of this id are delivered: they are listed, if any are, and do not mean logged out. */
    public boolean delivers(String activity) {
        return isListed(activity) && !logOff.contains(activity);
    }

    /** Activities that are shorter are left out; in seconds, at least 1. */
    public int minimumDuration() {
        return Math.max(1, minimumDuration);
    }

    /**
     * The activities that the configuration lists, for the external system's tree: descriptions by id, empty where there
     * is none. Empty when the file decides.
     */
    public Map<String, String> activities() {
        Map<String, String> activities = new LinkedHashMap<>();
        int number = 0;
        for (String id : identifiers) {
            activities.put(id, number < descriptions.size() ? descriptions.get(number) : "");
            number++;
        }
        return activities;
    }

    /** The format of one file, as its header lines and its first rows show it. */
    CsvActivityFormat of(FileLayout layout) {
        return new CsvActivityFormat(this, layout);
    }

    NamedColumns namedColumns() {
        return new NamedColumns(
                CsvActivityKeys.ACTIVITY_COLUMN_NAMES.name(), columnNames, columns.needed(), separator, "");
    }

    int headerLines() {
        return headerLines;
    }

    char separator() {
        return separator;
    }

    DateOrder dateOrder() {
        return dateOrder;
    }

    FileClock clock() {
        return clock;
    }

    ActivityColumns columns() {
        return columns;
    }

    /** How many columns a row may have; a longer one is not what it seems. */
    int maxColumns() {
        return maxColumns;
    }

    /** The character set that {@code Charset} declares; empty when it is to be detected. */
    Optional<Charset> charset() {
        return Optional.ofNullable(charset);
    }

    /** How many of a hundred rows may be broken. */
    int maxRejects() {
        return maxRejects;
    }

    /** Whether rows of this activity are understood. */
    boolean isListed(String activity) {
        return identifiers.isEmpty() || identifiers.contains(activity) || logOff.contains(activity);
    }
}
