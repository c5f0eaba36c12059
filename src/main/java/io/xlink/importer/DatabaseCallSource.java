package io.xlink.importer;

import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.jdbc.Database;
import io.xlink.source.sql.CallRead;
import io.xlink.source.sql.SqlSourceException;
import io.xlink.source.sql.UniversalCallFormat;
import io.xlink.source.sql.UniversalCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;

/** Reads days of an external system's call data from its database; the bean {@code calls} of a route. */
public final class DatabaseCallSource {
    private final UniversalCalls calls;
    private final Database database;
    private final Supplier<Set<QueuePath>> mapped;
    private final QueryLog log;

    /** @param mapped the queues that mappings name, asked anew each time */
    DatabaseCallSource(UniversalCallFormat format, Database database, Supplier<Set<QueuePath>> mapped, QueryLog log) {
        this.calls = new UniversalCalls(format);
        this.database = database;
        this.mapped = mapped;
        this.log = log;
    }

    /**
     * The figures of one day.
     *
     * @throws SQLException when there is no connection; then the database was asked nothing
     * @throws SqlSourceException when it refused something or went away
     */
    public CallTable read(@Body LocalDay day, Exchange exchange) throws SQLException, SqlSourceException {
        Set<QueuePath> queues = mapped.get();
        try (Connection connection = Connections.of(database)) {
            CallRead read = calls.read(connection, day, queues);
            log.calls(day, read);
            exchange.setProperty(
                    DayOutcome.READ, DayRead.of(read.rows(), read.unread(), read.statements(), read.notes()));
            return read.table();
        } catch (SQLException | SqlSourceException e) {
            log.failed(day, queues, e);
            throw e;
        }
    }
}
