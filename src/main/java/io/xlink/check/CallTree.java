package io.xlink.check;

import io.xlink.acdmap.Source;
import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.NearestName;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.model.QueuePath;
import io.xlink.source.csv.CsvCallFormat;
import java.util.List;
import java.util.Optional;

/**
 * The queues and value types of an external system that leaves call data in CSV files, to hold mappings against.
 *
 * @param section the system's
 * @param format how its files are read
 */
public record CallTree(IniSection section, CsvCallFormat format) {

    /**
     * What of a source does not exist.
     *
     * @param at how many characters behind the beginning of the source it stands
     * @param what what is wrong, without a full stop
     * @param remedy what to do about it
     */
    public record Missing(int at, String what, String remedy) {}

    /** Empty when the section cannot be used, which is told elsewhere. */
    public static Optional<CallTree> of(IniSection section) {
        try {
            return Optional.of(new CallTree(section, CsvCallFormat.of(section)));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    /** Queues that the configuration lists; empty when the files decide. */
    public List<QueuePath> queues() {
        return format.queues();
    }

    /** What of a source the section does not have; empty when it has all of it, or only the files can tell. */
    public Optional<Missing> missing(Source source) {
        List<String> path = source.path().parts();
        List<String> groups = section.list(CsvCallKeys.GROUPS);
        List<String> subGroups = section.list(CsvCallKeys.SUB_GROUPS);
        int at = source.system().length() + 1;
        int levels = section.text(CsvCallKeys.SUB_GROUP_COLUMN)
                        .filter(column -> !column.equals("0"))
                        .isPresent()
                ? 2
                : 1;
        if (path.size() != levels) {
            return Optional.of(new Missing(
                    at,
                    source.path() + " is no queue of [" + section.name() + "]: those have a group "
                            + (levels == 2 ? "and a sub group" : "alone"),
                    "Write system:group" + (levels == 2 ? ":sub group" : "") + ":value type"));
        }
        if (isMissing(groups, path.get(0))) {
            return Optional.of(missing(at, path.get(0), CsvCallKeys.GROUPS.name(), groups));
        }
        if (levels == 2 && isMissing(subGroups, path.get(1))) {
            int second = at + path.get(0).length() + 1;
            return Optional.of(missing(second, path.get(1), CsvCallKeys.SUB_GROUPS.name(), subGroups));
        }
        if (!format.valueTypes().contains(source.valueType())) {
            int last = source.toString().length() - source.valueType().length();
            return Optional.of(
                    missing(last, source.valueType(), "the value types of ColumnNames", format.valueTypes()));
        }
        return Optional.empty();
    }

    private Missing missing(int at, String name, String list, List<String> names) {
        return new Missing(
                at,
                name + " is not in " + list + " of [" + section.name() + "]",
                NearestName.of(name, names)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Add it there, or correct the mapping"));
    }

    /** An empty list takes everything. */
    private static boolean isMissing(List<String> names, String name) {
        return !names.isEmpty() && !names.contains(name);
    }
}
