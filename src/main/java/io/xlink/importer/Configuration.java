package io.xlink.importer;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.CallDataMapper;
import io.xlink.acdmap.ImportScripts;
import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.config.Problem;
import io.xlink.config.SystemKind;
import io.xlink.config.WfmServer;
import io.xlink.source.jdbc.Databases;
import io.xlink.source.sql.UniversalActivityFormat;
import io.xlink.source.sql.UniversalCallFormat;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that an importer starts with, read as a whole and checked before anything that runs is touched.
 *
 * @param conf the configuration directory
 * @param installation its settings
 * @param map the mappings to known servers
 * @param scripts their scripts
 * @param systems external systems with call data in files
 * @param activities those with activities in files
 * @param servers who gets figures
 * @param routes the routes
 */
record Configuration(
        Path conf,
        Installation installation,
        AcdMap map,
        ImportScripts scripts,
        List<CsvSystem> systems,
        List<CsvActivitySystem> activities,
        InstalledSystems servers,
        RouteTexts routes) {
    Configuration {
        systems = List.copyOf(systems);
        activities = List.copyOf(activities);
    }

    /**
     * Reads it.
     *
     * @param data the data directory, which has the folders of sections without one
     * @throws ConfigException when it cannot be used
     * @throws io.xlink.iwfm.protocol.TlsMaterialException when a server's trusted certificates cannot
     */
    static Configuration read(Path conf, Path data) {
        Installation installation = Installation.read(conf);
        AcdMap map = map(conf, installation);
        List<CsvSystem> systems = CsvSystem.of(installation, data);
        return new Configuration(
                conf,
                installation,
                map,
                ImportScripts.read(map),
                systems,
                CsvActivitySystem.of(installation, systems, data),
                new InstalledSystems(installation.servers()),
                RouteTexts.read(conf));
    }

    /** The mappings of a directory to the servers of an installation. */
    static AcdMap map(Path conf, Installation installation) {
        Set<String> servers =
                installation.servers().stream().map(WfmServer::name).collect(Collectors.toSet());
        return AcdMap.read(conf).forServers(servers);
    }

    /** Sections of databases that cannot be used; they are left out at the start. Connects to nothing. */
    private static List<Problem> databases(Installation installation) {
        List<Problem> refused = new ArrayList<>();
        try (Databases databases = new Databases(installation.directory())) {
            for (IniSection section : installation.externalSystems()) {
                SystemKind kind = SystemKind.of(section);
                try {
                    if (kind.hasCallsInDatabase()) {
                        UniversalCallFormat.of(section);
                        databases.of(section);
                    }
                    if (kind.hasActivitiesInDatabase()) {
                        UniversalActivityFormat.of(section);
                        databases.of(section);
                    }
                } catch (ConfigException e) {
                    refused.add(e.problem());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot close databases that were never opened", e);
        }
        return refused;
    }

    /** What is amiss in it though it can be used. */
    List<Problem> problems() {
        return Stream.of(
                        installation.warnings(),
                        map.warnings(),
                        scripts.problems(),
                        CallDataMapper.leftOut(map, scripts),
                        databases(installation))
                .flatMap(List::stream)
                .toList();
    }

    /** Errors that another configuration does not have: the one that replaces it must be no worse. */
    List<Problem> errorsBeside(Configuration other) {
        Set<String> known = other.problems().stream().map(Problem::what).collect(Collectors.toSet());
        return problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .filter(problem -> !known.contains(problem.what()))
                .toList();
    }

    /** This one with other mappings. */
    Configuration with(AcdMap otherMap, ImportScripts otherScripts) {
        return new Configuration(conf, installation, otherMap, otherScripts, systems, activities, servers, routes);
    }

    /** Whether figures of each system go to the same servers as before. */
    boolean deliversAs(Configuration other) {
        return installation.externalSystems().stream()
                .allMatch(section -> map.servers(section.name()).equals(other.map.servers(section.name())));
    }
}
