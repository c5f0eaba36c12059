package io.xlink.importer;

import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.SystemKind;
import io.xlink.source.jdbc.Database;
import io.xlink.source.jdbc.Databases;
import io.xlink.source.sql.SqlSourceException;
import io.xlink.source.sql.UniversalActivities;
import io.xlink.source.sql.UniversalActivityFormat;
import io.xlink.source.sql.UniversalCallFormat;
import io.xlink.source.sql.UniversalCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The part of the tree of external systems that a section's database has: queues, value types; activities. */
public final class DatabaseTree {
    private DatabaseTree() {}

    /** As {@link CsvTree#lines}; where the database cannot be asked, one line says why. */
    public static List<String> lines(IniSection section, Databases databases) {
        SystemKind kind = SystemKind.of(section);
        List<String> lines = new ArrayList<>();
        if (!kind.hasDatabase()) {
            return lines;
        }
        try {
            Database database = databases.of(section);
            if (kind.hasCallsInDatabase()) {
                UniversalCallFormat format = UniversalCallFormat.of(section);
                try (Connection connection = Connections.of(database)) {
                    lines.addAll(TreeLines.of(new UniversalCalls(format).queues(connection), format.valueTypeNames()));
                }
            }
            if (kind.hasActivitiesInDatabase()) {
                UniversalActivities activities = new UniversalActivities(UniversalActivityFormat.of(section));
                try (Connection connection = Connections.of(database)) {
                    lines.add("(activities)");
                    activities.activities(connection).forEach((id, name) -> lines.add("  " + id + "  " + name));
                }
            }
        } catch (ConfigException | SQLException | SqlSourceException e) {
            lines.add("(not read: " + Causes.message(e) + ")");
        }
        return lines;
    }
}
