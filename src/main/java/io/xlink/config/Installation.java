package io.xlink.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An installation's configuration: {@code isps.cfg} and {@code isps_Ul.ini} of its directory, joined (specification,
 * section 3). Mappings are not part of it; they stand in a file of their own.
 *
 * @param directory the directory that was read
 * @param servers the servers of {@code [DB]}, ascending by index, at least one
 * @param general the settings of {@code [GENERAL]}
 * @param externalSystems every other section of isps_Ul.ini, in the order of the file
 * @param warnings what was passed over
 */
public record Installation(
        Path directory,
        List<WfmServer> servers,
        General general,
        List<IniSection> externalSystems,
        List<Problem> warnings) {
    static final String DB = "DB";
    static final String GENERAL = "GENERAL";
    static final String SYSTEMS = "isps.cfg";
    static final String SETTINGS = "isps_Ul.ini";

    public Installation {
        servers = List.copyOf(servers);
        externalSystems = List.copyOf(externalSystems);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the files of a directory; their names are found in any case.
     *
     * @throws ConfigException when a file is missing, {@code [DB]} is missing or empty, a server of it has no
     *     {@code [IES System ...]} section or that one no usable Url, a password cannot be read, or a general setting
     *     is wrong
     */
    public static Installation read(Path confDirectory) {
        IniFile systems = IniFile.read(confDirectory.resolve(SYSTEMS));
        IniFile settings = IniFile.read(confDirectory.resolve(SETTINGS));
        List<Problem> warnings = new ArrayList<>(systems.warnings());
        warnings.addAll(settings.warnings());

        IniSection db = db(settings);
        List<WfmServer> servers = new ServerReader(systems, new Passcodes(confDirectory), warnings).read(db);
        General general = settings.section(GENERAL).map(General::of).orElseGet(General::defaults);
        warnings.addAll(KeyCheck.names(systems));
        warnings.addAll(KeyCheck.names(settings));
        return new Installation(confDirectory, servers, general, externalSystems(settings), warnings);
    }

    /** The lines of the servers. */
    static IniSection db(IniFile settings) {
        return settings.section(DB)
                .filter(s -> !s.entries().isEmpty())
                .orElseThrow(() -> new ConfigException(
                        settings.file(),
                        0,
                        "no server is named in a [DB] section",
                        "Add [DB] and below it 1=NAME,0,user,password, with the Name of isps.cfg"));
    }

    static List<IniSection> externalSystems(IniFile settings) {
        return settings.sections().stream()
                .filter(s -> !s.name().equalsIgnoreCase(DB) && !s.name().equalsIgnoreCase(GENERAL))
                .toList();
    }
}
