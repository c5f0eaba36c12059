package io.xlink.importer;

import io.xlink.model.ActivityImport;
import io.xlink.model.LocalDay;
import io.xlink.source.jdbc.Database;
import io.xlink.source.sql.ActivityRead;
import io.xlink.source.sql.SqlSourceException;
import io.xlink.source.sql.UniversalActivities;
import io.xlink.source.sql.UniversalActivityFormat;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads days of an external system's activities from its database; the bean {@code activities} of a route. */
public final class DatabaseActivitySource {
    private final UniversalActivityFormat format;
    private final UniversalActivities activities;
    private final Database database;
    private final List<String> servers;
    private final QueryLog log;

    /** @param servers who gets them */
    DatabaseActivitySource(UniversalActivityFormat format, Database database, List<String> servers, QueryLog log) {
        this.format = format;
        this.activities = new UniversalActivities(format);
        this.database = database;
        this.servers = List.copyOf(servers);
        this.log = log;
    }

    /**
     * The imports of one day: one a server, and the same for the day before where that was read again.
     *
     * @throws SQLException when there is no connection; then the database was asked nothing
     * @throws SqlSourceException when it refused something or went away
     */
    public List<ActivityImport> read(@Body LocalDay day, Exchange exchange) throws SQLException, SqlSourceException {
        try (Connection connection = Connections.of(database)) {
            ActivityRead read = activities.read(connection, day);
            log.activities(day, read);
            exchange.setProperty(
                    DayOutcome.READ, DayRead.of(read.rows(), read.unread(), read.statements(), notes(read)));
            return ActivityDays.of(List.of(read.activities()), day.zone()).imports(format.externalSystem(), servers);
        } catch (SQLException | SqlSourceException e) {
            log.failed(day, Set.of(), e);
            throw e;
        }
    }

    private static List<String> notes(ActivityRead read) {
        List<String> notes = new ArrayList<>(read.notes());
        if (read.unlisted() > 0) {
            notes.add(read.unlisted() + " rows have an activity that ActivitySQL does not list; they were left out");
        }
        return notes;
    }
}
