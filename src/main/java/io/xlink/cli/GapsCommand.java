package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.acdmap.AcdMap;
import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.importer.gaps.Gaps;
import io.xlink.importer.gaps.History;
import io.xlink.importer.gaps.KnownDay;
import io.xlink.importer.gaps.ReportedReader;
import io.xlink.importer.memory.ImporterDatabase;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "gaps",
        description = "lists queues and intervals without data in hours in which there usually are some",
        mixinStandardHelpOptions = true)
final class GapsCommand implements Callable<Integer> {
    /** More days take long, and are kept in few installations. */
    private static final int MOST_DAYS = 4000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Option(names = "--system", paramLabel = "NAME", description = "only this external system")
    private String system;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "first local day (default: seven days ago)")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "last local day, inclusive (default: yesterday)")
    private LocalDate to;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private TableFormat format = TableFormat.TEXT;

    @Override
    public Integer call() throws Exception {
        Logs.atMost(Level.OFF);
        Installation installation = Installation.read(directories.conf);
        ZoneId zone = installation.general().localTimeZone();
        LocalDate today = LocalDate.now(zone);
        LocalDate last = to != null ? to : from != null && from.isAfter(today.minusDays(1)) ? from : today.minusDays(1);
        LocalDate first = from != null ? from : last.isBefore(today.minusDays(7)) ? last : today.minusDays(7);
        if (last.isBefore(first)) {
            throw new ParameterException(spec.commandLine(), "--to " + last + " is before --from " + first);
        }
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new ParameterException(
                    spec.commandLine(), "--from and --to are more than " + MOST_DAYS + " days apart");
        }
        List<String> systems = systems(installation);
        List<SystemGaps> found = new ArrayList<>();
        Optional<Connection> database = ImporterDatabase.openReadOnly(directories.data);
        if (database.isPresent()) {
            AcdMap map = AcdMap.read(directories.conf);
            try (ReportedReader reader = new ReportedReader(database.get())) {
                for (String one : systems) {
                    found.add(gaps(reader, map, one, zone, first, last));
                }
            }
        } else {
            systems.forEach(one -> found.add(new SystemGaps(one, 0, false, List.of())));
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> new GapsText(zone, out).write(found, first, last);
            case CSV -> GapsCsv.write(found, zone, out);
            case JSON -> GapsJson.write(found, first, last, zone, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private List<String> systems(Installation installation) {
        List<String> all =
                installation.externalSystems().stream().map(IniSection::name).toList();
        if (system == null) {
            return all;
        }
        return List.of(all.stream()
                .filter(name -> name.equalsIgnoreCase(system))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no external system is called " + system + "; there are " + String.join(", ", all))));
    }

    private static SystemGaps gaps(
            ReportedReader reader, AcdMap map, String system, ZoneId zone, LocalDate first, LocalDate last)
            throws SQLException {
        // Of a queue that is mapped no more nothing is expected.
        Set<String> mapped = map.queues(system).stream().map(Object::toString).collect(Collectors.toSet());
        mapped.add(KnownDay.ACTIVITIES);
        History history = reader.history(system, zone, first, last);
        return new SystemGaps(
                system,
                history.days().size(),
                history.isLearned(last),
                new Gaps(history, mapped::contains, Instant.now()).between(first, last));
    }
}
