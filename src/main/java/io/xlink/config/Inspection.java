package io.xlink.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that can be read of isps.cfg and isps_Ul.ini, and everything that is amiss with them; where
 * {@link Installation} ends at the first mistake, this goes on.
 *
 * @param systems isps.cfg; empty when it cannot be read
 * @param settings isps_Ul.ini; empty when it cannot be read
 * @param servers those lines of {@code [DB]} that can be used
 * @param problems in no particular order
 */
public record Inspection(
        Optional<IniFile> systems, Optional<IniFile> settings, List<WfmServer> servers, List<Problem> problems) {
    public Inspection {
        servers = List.copyOf(servers);
        problems = List.copyOf(problems);
    }

    /** Reads the files of a directory, as {@link Installation#read} does. */
    public static Inspection of(Path confDirectory) {
        List<Problem> problems = new ArrayList<>();
        Optional<IniFile> systems = read(() -> IniFile.read(confDirectory.resolve(Installation.SYSTEMS)), problems);
        Optional<IniFile> settings = read(() -> IniFile.read(confDirectory.resolve(Installation.SETTINGS)), problems);
        systems.ifPresent(file -> addKeys(file, problems));
        settings.ifPresent(file -> addKeys(file, problems));
        List<WfmServer> servers = new ArrayList<>();
        if (systems.isPresent() && settings.isPresent()) {
            read(() -> Installation.db(settings.get()), problems)
                    .ifPresent(db ->
                            servers.addAll(new ServerReader(systems.get(), new Passcodes(confDirectory), problems)
                                    .read(db, broken -> problems.add(broken.problem()))));
        }
        return new Inspection(systems, settings, servers, problems);
    }

    /** The lines of {@code [DB]} as they stand there. */
    public List<IniEntry> db() {
        return settings.flatMap(file -> file.section(Installation.DB))
                .map(IniSection::entries)
                .orElse(List.of());
    }

    /** The section [GENERAL]. */
    public Optional<IniSection> general() {
        return settings.flatMap(file -> file.section(Installation.GENERAL));
    }

    /** Every section of isps_Ul.ini that is an external system. */
    public List<IniSection> externalSystems() {
        return settings.map(Installation::externalSystems).orElse(List.of());
    }

    /** Every section of isps.cfg that says where a server is. */
    public List<IniSection> serverSections() {
        return systems.map(IniFile::sections).orElse(List.of()).stream()
                .filter(ServerReader::isSystem)
                .toList();
    }

    private static void addKeys(IniFile file, List<Problem> problems) {
        problems.addAll(file.warnings());
        problems.addAll(KeyCheck.names(file));
        file.sections().forEach(section -> problems.addAll(KeyCheck.values(section)));
    }

    private static <T> Optional<T> read(Supplier<T> reader, List<Problem> problems) {
        try {
            return Optional.of(reader.get());
        } catch (ConfigException e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }
}
