package io.xlink.check;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.ImportScripts;
import io.xlink.config.ConfigException;
import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.config.Inspection;
import io.xlink.config.KeyCheck;
import io.xlink.config.SystemKind;
import io.xlink.config.keys.GeneralKeys;
import io.xlink.config.keys.Place;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import io.xlink.source.sql.UniversalActivityFormat;
import io.xlink.source.sql.UniversalCallFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks an installation as a whole; changes nothing. */
public final class ConfigurationCheck {
    private final Path conf;
    private final Path data;
    private final DataSourceCheck dataSources;

    /**
     * @param conf the configuration directory
     * @param data the data directory, which has the folders of systems that name none; need not exist
     */
    public ConfigurationCheck(Path conf, Path data, DataSourceCheck dataSources) {
        this.conf = conf;
        this.data = data;
        this.dataSources = dataSources;
    }

    /**
     * Looks at everything.
     *
     * @param servers how to log in to servers; empty to leave them and the databases alone
     * @param sql which statements for databases are to be shown; empty for none
     * @throws Exception when a login ends in a way that it should not
     */
    public CheckReport run(Optional<ServerAccess> servers, Optional<SqlRequest> sql) throws Exception {
        Findings findings = new Findings();
        Inspection inspection = Inspection.of(conf);
        inspection.systems().map(IniFile::file).ifPresent(findings::read);
        inspection.settings().map(IniFile::file).ifPresent(findings::read);
        findings.addAll(inspection.problems());
        new ServersCheck(inspection, findings).run();
        FolderCheck folders = new FolderCheck(data, findings);
        inspection
                .serverSections()
                .forEach(section -> findings.addAll(KeyCheck.withoutEffect(section, Set.of(Place.SERVER))));
        inspection.general().ifPresent(general -> {
            findings.addAll(KeyCheck.withoutEffect(general, Set.of(Place.GENERAL)));
            folders.logs(general);
        });
        SystemsCheck systems = new SystemsCheck(dataSources, folders, findings);
        inspection.externalSystems().forEach(systems::check);
        Optional<AcdMap> map = map(findings);
        map.ifPresent(m -> {
            ImportScripts scripts = ImportScripts.read(m);
            scripts.files().forEach(findings::read);
            findings.addAll(scripts.problems());
            if (inspection.settings().isPresent()) {
                new MappingCheck(m, scripts, inspection.externalSystems(), findings)
                        .run(ServersCheck.names(inspection));
            }
        });
        List<ServerReport> reports = servers.isEmpty()
                ? List.of()
                : new ConnectCheck(inspection, map, servers.get(), Clock.systemUTC(), findings).run();
        List<DatabaseReport> databases = servers.isEmpty() ? List.of() : databases(inspection, findings);
        List<SqlReport> statements = sql.isEmpty() ? List.of() : statements(inspection, map, sql.get(), findings);
        return findings.report(reports, databases, statements);
    }

    private List<SqlReport> statements(
            Inspection inspection, Optional<AcdMap> map, SqlRequest request, Findings findings) {
        ZoneId zone = inspection
                .general()
                .flatMap(general -> general.text(GeneralKeys.LOCAL_TIME_ZONE.name()))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .orElseGet(ZoneId::systemDefault);
        LocalDay day = new LocalDay(request.day().orElseGet(() -> LocalDate.now(zone)), zone);
        List<SqlReport> reports = new ArrayList<>();
        for (IniSection section : inspection.externalSystems()) {
            // Of a section with mistakes these are told, and nothing is asked.
            if (SystemKind.of(section).hasDatabase() && !hasMistakes(section)) {
                Set<QueuePath> mapped = map.map(m -> m.queues(section.name())).orElse(Set.of());
                reports.addAll(dataSources.sql(section, mapped, day, request.explain(), findings::add));
            }
        }
        return reports;
    }

    private static boolean hasMistakes(IniSection section) {
        SystemKind kind = SystemKind.of(section);
        return kind.hasCallsInDatabase()
                        && !Mistakes.of(section, UniversalCallFormat::of).isEmpty()
                || kind.hasActivitiesInDatabase()
                        && !Mistakes.of(section, UniversalActivityFormat::of).isEmpty();
    }

    private List<DatabaseReport> databases(Inspection inspection, Findings findings) {
        return inspection.externalSystems().stream()
                .filter(section -> SystemKind.of(section).hasDatabase())
                .flatMap(section -> dataSources.logIn(section, findings::add).stream())
                .toList();
    }

    private Optional<AcdMap> map(Findings findings) {
        try {
            AcdMap map = AcdMap.read(conf);
            if (Files.exists(map.file())) {
                findings.read(map.file());
            }
            findings.addAll(map.warnings());
            return Optional.of(map);
        } catch (ConfigException e) {
            findings.add(e.problem());
            return Optional.empty();
        }
    }
}
