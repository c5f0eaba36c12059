package io.xlink.importer;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.CurrentMapper;
import io.xlink.config.ConfigException;
import io.xlink.config.ImportModes;
import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.config.SystemKind;
import io.xlink.config.WfmServer;
import io.xlink.config.keys.ImportMode;
import io.xlink.config.keys.SystemKeys;
import io.xlink.importer.schedule.DaySchedule;
import io.xlink.importer.schedule.Reimport;
import io.xlink.importer.schedule.RunTimes;
import io.xlink.model.ImportKind;
import io.xlink.source.jdbc.Database;
import io.xlink.source.jdbc.Databases;
import io.xlink.source.jdbc.LoginRefusedException;
import io.xlink.source.sql.UniversalActivityFormat;
import io.xlink.source.sql.UniversalCallFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a route for every external system that has call data in a database, and one for activities. A section that cannot be used stops none of the others.
 */
final class DatabaseSystems implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSystems.class);
    private static final Backoff RETRY = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    private final Installation installation;
    private final AcdMap map;
    private final CurrentMapper mapper;
    private final Databases databases;
    private final ImportedDays days;
    private final Path logs;
    private final Clock clock;
    private final ImportGate gate;
    private final ImportWatch watch;
    private final List<QueryLog> queryLogs = new ArrayList<>();
    private final List<ManualSource> watches = new ArrayList<>();
    private int number;

    /** @param logs the directory of logs */
    DatabaseSystems(
            Installation installation,
            AcdMap map,
            CurrentMapper mapper,
            ImportedDays days,
            Path logs,
            ImportGate gate,
            Clock clock,
            ImportWatch watch) {
        this.installation = installation;
        this.map = map;
        this.mapper = mapper;
        this.databases = new Databases(installation.directory());
        this.days = days;
        this.logs = logs;
        this.gate = gate;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * Adds the routes to a started context, which has the templates and the bean {@code deliveries}.
     *
     * @param delay between two looks at the clock
     */
    void start(CamelContext context, ReadyServers servers, Duration delay) throws Exception {
        context.getRegistry().bind("dayOutcome", new DayOutcome(LoginRefusedException::isIn));
        for (IniSection section : installation.externalSystems()) {
            SystemKind kind = SystemKind.of(section);
            try {
                if (kind.hasCallsInDatabase()) {
                    calls(context, section, servers, delay);
                }
                if (kind.hasActivitiesInDatabase()) {
                    activities(context, section, servers, delay);
                }
            } catch (ConfigException e) {
                LOG.error("{}. It is left out until that is corrected", e.getMessage());
                watch.leftOut(section.name(), e.getMessage());
            }
        }
    }

    private void calls(CamelContext context, IniSection section, ReadyServers servers, Duration delay)
            throws Exception {
        String system = section.name();
        Set<String> receivers = map.servers(system);
        if (receivers.isEmpty()) {
            LOG.info("[{}] no line of {} maps its call data, so they are not read", system, map.file());
            return;
        }
        UniversalCallFormat format = UniversalCallFormat.of(section);
        Database database = databases.of(section);
        Object source =
                new DatabaseCallSource(format, database, () -> mapper.get().queues(system), log(section));
        ImportModes modes = installation.general().modes().within(section);
        watch.begins(WatchedSource.of(system, system, ImportKind.CALL_DATA, receivers));
        addRoutes(
                context,
                "phonelink",
                source,
                watch(system, ImportKind.CALL_DATA, modes.phoneLink(), modes, database, servers.all(receivers)),
                database,
                delay);
    }

    private void activities(CamelContext context, IniSection section, ReadyServers servers, Duration delay)
            throws Exception {
        List<String> receivers =
                installation.servers().stream().map(WfmServer::name).toList();
        UniversalActivityFormat format = UniversalActivityFormat.of(section);
        Database database = databases.of(section);
        Object source = new DatabaseActivitySource(format, database, receivers, log(section));
        ImportModes modes = installation.general().modes().within(section);
        watch.begins(
                WatchedSource.of(section.name() + "-activities", section.name(), ImportKind.ACTIVITIES, receivers));
        addRoutes(
                context,
                "timelink",
                source,
                watch(section.name(), ImportKind.ACTIVITIES, modes.timeLink(), modes, database, servers.all(receivers)),
                database,
                delay);
    }

    private DayWatch watch(
            String system,
            ImportKind kind,
            ImportMode mode,
            ImportModes modes,
            Database database,
            Receivers receivers) {
        String source = kind == ImportKind.ACTIVITIES ? system + CsvFolder.ACTIVITIES : system;
        DaySchedule schedule = new DaySchedule(
                new RunTimes(mode, installation.general().localTimeZone()),
                modes.catchUpDays(),
                modes.lateRows(),
                new Reimport(modes.reimportDays(), modes.reimportTime()),
                days.of(source),
                clock);
        LOG.info(
                "[{}] reads {} ({}); first {}",
                source,
                database.name(),
                database.shown(),
                schedule.next()
                        .map(next -> "at " + next.atZone(schedule.zone()).toLocalDateTime())
                        .orElse("when it is asked to by hand"));
        DayWatch days = new DayWatch(
                system,
                kind,
                schedule,
                receivers,
                new Hold(RETRY, System::nanoTime),
                gate,
                clock,
                database::newRun,
                watch);
        watches.add(days);
        return days;
    }

    private void addRoutes(
            CamelContext context, String kind, Object source, DayWatch watch, Database database, Duration delay)
            throws Exception {
        number++;
        // So that routes of users can read the same database by the JDBC component.
        context.getRegistry().bind(database.name(), database.dataSource());
        context.getRegistry().bind("days" + number, watch);
        context.getRegistry().bind("database" + number, source);
        TemplatedRouteBuilder.builder(context, "database-" + kind)
                .routeId("database-" + kind + "-" + number)
                .parameter("days", "days" + number)
                .parameter(kind.equals("phonelink") ? "calls" : "activities", "database" + number)
                .parameter("delay", delay.toMillis())
                .add();
    }

    private QueryLog log(IniSection section) {
        QueryLog log = new QueryLog(
                section.name(),
                section.isOn(SystemKeys.PROTOCOL),
                logs,
                installation.general().localTimeZone(),
                installation.general().logMaxFileSize());
        queryLogs.add(log);
        return log;
    }

    /** What can be imported by hand, once the routes are there. */
    List<ManualSource> sources() {
        return List.copyOf(watches);
    }

    @Override
    public void close() throws Exception {
        queryLogs.forEach(QueryLog::close);
        databases.close();
    }
}
