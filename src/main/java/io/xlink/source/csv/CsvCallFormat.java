package io.xlink.source.csv;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.config.keys.Key;
import io.xlink.config.keys.Separator;
import io.xlink.model.QueuePath;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How the call files of an external system are to be read: the PhoneLink parameters of the CSV interface (specification,
 * section 4). Where the specification leaves a choice:
 *
 * <ul>
 *   <li>An element of {@code ColumnNames} may be empty; that column is not read, whatever it holds.
 *   <li>An empty {@code Groups} takes every group that the file holds, an empty {@code SubGroups} every sub group.
 *   <li>Without {@code GroupColumn} all rows belong to the one queue that {@code Groups} names.
 *   <li>{@code AHTWeightColumn} is a name from {@code ColumnNames} or a column number.
 *   <li>{@code TimeZone} is added: local time = time in the file + offset. With a zone id the file's clock is that zone's.
 *   <li>A value may have decimals, with a point, or with a comma unless the comma separates the columns. There are no
 *       thousands separators: {@code 1.234} is a little more than one. An empty value is 0, because exports leave zeros
 *       out. A negative value is taken for a correction and added like any other; a handling time and its weight are
 *       never negative.
 *   <li>A date whose first part has four digits is year, month, day whatever the order says. Years are 1970 to 2099.
 *   <li>Columns beyond those named are ignored, unless a comma separates them: see {@link FileLayout}. A row that lacks a
 *       column is rejected, one without any content skipped.
 * </ul>
 */
public final class CsvCallFormat {
    private final int headerLines;
    private final char separator;
    private final DateOrder dateOrder;
    private final FileClock clock;
    private final int interval;
    private final List<String> columnNames;
    private final CallColumns columns;
    private final List<String> groups;
    private final List<String> subGroups;
    private final int maxColumns;
    private final int maxRejects;
    private final Charset charset;

    private CsvCallFormat(IniSection section) {
        headerLines = section.integer(CsvCallKeys.HEADER_LINES);
        separator = Separator.of(section.value(CsvCallKeys.SEPARATOR_CHARACTER));
        dateOrder = DateOrder.valueOf(section.choice(CsvCallKeys.DATE_ORDER).toUpperCase(Locale.ROOT));
        clock = FileClock.of(section.value(CsvCallKeys.TIME_ZONE));
        interval = Integer.parseInt(section.choice(CsvCallKeys.INTERVAL));
        columnNames = List.copyOf(section.list(CsvCallKeys.COLUMN_NAMES));
        columns = CallColumns.of(section, columnNames);
        groups = distinct(section, CsvCallKeys.GROUPS, section.list(CsvCallKeys.GROUPS));
        subGroups = columns.subGroup() < 0
                ? List.of()
                : distinct(section, CsvCallKeys.SUB_GROUPS, section.list(CsvCallKeys.SUB_GROUPS));
        maxColumns = FileLayout.ANY_COLUMNS;
        charset = section.text(CsvCallKeys.CHARSET).map(Charset::forName).orElse(null);
        maxRejects = section.integer(CsvCallKeys.MAX_REJECTS);
        distinct(section, CsvCallKeys.COLUMN_NAMES, valueTypes());
        if (columns.group() < 0 && groups.size() != 1) {
            throw section.error(
                    CsvCallKeys.GROUP_COLUMN,
                    "GroupColumn is missing",
                    "Give the number of the column with the queue names, or name a single queue in Groups");
        }
    }

    private CsvCallFormat(CsvCallFormat configured, FileLayout layout) {
        this.headerLines = configured.headerLines;
        this.separator = layout.separator();
        this.dateOrder = configured.dateOrder;
        this.clock = configured.clock;
        this.interval = configured.interval;
        this.columnNames = layout.names();
        this.columns = configured.columns.at(layout.positions());
        this.groups = configured.groups;
        this.subGroups = configured.subGroups;
        this.maxColumns = layout.maxColumns();
        this.maxRejects = configured.maxRejects;
        this.charset = configured.charset;
    }

    /**
     * Reads the parameters of an external system.
     *
     * @throws ConfigException when a value cannot be used
     */
    public static CsvCallFormat of(IniSection section) {
        return new CsvCallFormat(section);
    }

    /** Length of an interval in minutes: 15, 30 or 60. */
    public int interval() {
        return interval;
    }

    /** Names of the value types, in the order of the file's columns. */
    public List<String> valueTypes() {
        List<String> names = new ArrayList<>();
        for (int column : columns.values()) {
            names.add(columnNames.get(column));
        }
        return List.copyOf(names);
    }

    /** The queues that the configuration lists, for the external system's tree; empty when the file decides. */
    public List<QueuePath> queues() {
        if (columns.subGroup() < 0) {
            return groups.stream().map(QueuePath::of).toList();
        }
        return groups.stream()
                .flatMap(g -> subGroups.stream().map(s -> QueuePath.of(g, s)))
                .toList();
    }

    /** The format of one file, as its header lines and its first rows show it. */
    CsvCallFormat of(FileLayout layout) {
        return new CsvCallFormat(this, layout);
    }

    NamedColumns namedColumns() {
        return new NamedColumns(
                CsvCallKeys.COLUMN_NAMES.name(), columnNames, columns.needed(), separator, "acd_map.ini");
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

    List<String> columnNames() {
        return columnNames;
    }

    CallColumns columns() {
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

    List<String> groups() {
        return groups;
    }

    List<String> subGroups() {
        return subGroups;
    }

    private static List<String> distinct(IniSection section, Key key, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw section.error(
                        key, key + " names \"" + name + "\" twice", "Names must differ, since mappings refer to them");
            }
        }
        return List.copyOf(names);
    }
}
