package io.xlink.check;

import io.xlink.config.IniEntry;
import io.xlink.config.IniSection;
import io.xlink.config.Problem;
import io.xlink.config.keys.ColumnNumber;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.Key;
import io.xlink.config.keys.Keys;
import io.xlink.config.keys.Place;
import io.xlink.config.keys.Several;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the column numbers of activities against their names, where those are given (specification, section 4). */
final class ActivityColumns {
    private ActivityColumns() {}

    /** A warning for each column that no name is left for. */
    static List<Problem> outside(IniSection section) {
        int names = section.list(CsvActivityKeys.ACTIVITY_COLUMN_NAMES).size();
        List<Problem> problems = new ArrayList<>();
        if (names == 0) {
            return problems;
        }
        for (IniEntry entry : section.entries()) {
            Optional<Key> key = Keys.first(entry.key(), Set.of(Place.CSV_ACTIVITIES));
            if (key.filter(ActivityColumns::isColumn).isPresent()
                    && section.list(key.get().name()).stream().anyMatch(column -> isOutside(column, names))) {
                problems.add(Problem.warning(
                        section.file(),
                        entry.line(),
                        entry.valueColumn(),
                        "[" + section.name() + "] " + key.get() + "=" + entry.value()
                                + " lies outside ActivityColumnNames, which names " + names + " columns",
                        "Name all columns of the file, or correct the number"));
            }
        }
        return problems;
    }

    private static boolean isColumn(Key key) {
        return key.type() == ColumnNumber.COLUMN
                || (key.type() instanceof Several several && several.element() == ColumnNumber.COLUMN);
    }

    private static boolean isOutside(String column, int names) {
        return ColumnNumber.COLUMN.fault(column).isEmpty() && Integer.parseInt(column) > names;
    }
}
