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
    private static final String DB = "DB";
    private static final String GENERAL = "GENERAL";

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
        IniFile systems = IniFile.read(confDirectory.resolve("isps.cfg"));
        IniFile settings = IniFile.read(confDirectory.resolve("isps_Ul.ini"));
        List<Problem> warnings = new ArrayList<>(systems.warnings());
        warnings.addAll(settings.warnings());

        IniSection db = settings.section(DB)
                .filter(s -> !s.entries().isEmpty())
                .orElseThrow(() -> new ConfigException(
                        settings.file(),
                        0,
                        "no server is named in a [DB] section",
                        "Add [DB] and below it 1=NAME,0,user,password, with the Name of isps.cfg"));
        List<WfmServer> servers = new ServerReader(systems, warnings).read(db);
        General general = settings.section(GENERAL).map(General::of).orElseGet(General::defaults);
        List<IniSection> externalSystems = settings.sections().stream()
                .filter(s -> !s.name().equalsIgnoreCase(DB) && !s.name().equalsIgnoreCase(GENERAL))
                .toList();
        return new Installation(confDirectory, servers, general, externalSystems, warnings);
    }
}
