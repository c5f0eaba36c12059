package io.xlink.acdmap;

import io.xlink.config.ConfigException;
import io.xlink.config.ConfigText;
import io.xlink.config.NearestName;
import io.xlink.config.Problem;
import io.xlink.model.QueuePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mappings of an installation: its acd_map.ini (specification, section 3).
 *
 * @param file the file that was read: its name as it is written in the directory
 * @param mappings one for each target, in the order in which targets first stand in the file
 * @param lines the lines whose left side was understood, in the order of the file
 * @param warnings what was not understood, and what is left out for it
 */
public record AcdMap(Path file, List<Mapping> mappings, List<MapLine> lines, List<Problem> warnings) {
    static final String NAME = "acd_map.ini";

    public AcdMap {
        mappings = List.copyOf(mappings);
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the mappings of a directory; the file's name is found in any case. A file that is missing is a warning and
     * leaves nothing mapped, because an installation begins without.
     *
     * @throws ConfigException when the file exists, but cannot be read, or is not text
     */
    public static AcdMap read(Path confDirectory) {
        Path file = confDirectory.resolve(NAME);
        return ConfigText.readIfPresent(file)
                .map(text -> new AcdMapParser(text).parse())
                .orElseGet(() -> new AcdMap(
                        file,
                        List.of(),
                        List.of(),
                        List.of(Problem.warning(
                                file,
                                0,
                                0,
                                "file not found, so nothing is mapped",
                                "Create it with a line server:parent:queue:valuetype=system:group:valuetype"))));
    }

    /** This map without the targets of servers that are not among the given ones; each of those becomes a warning. */
    public AcdMap forServers(Set<String> servers) {
        List<Mapping> known = new ArrayList<>();
        List<Problem> told = new ArrayList<>(warnings);
        for (Mapping mapping : mappings) {
            if (servers.contains(mapping.target().server())) {
                known.add(mapping);
            } else {
                told.add(Problem.error(
                        file,
                        mapping.line(),
                        1,
                        "[DB] has no server " + mapping.target().server() + ", so " + mapping.target() + " is left out",
                        NearestName.of(mapping.target().server(), servers)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("Correct the name, or remove the line")));
            }
        }
        return new AcdMap(file, known, lines, told);
    }

    /** The queues of an external system that any line names. */
    public Set<QueuePath> queues(String externalSystem) {
        return mappings.stream()
                .flatMap(mapping -> mapping.sources().stream())
                .filter(source -> source.system().equals(externalSystem))
                .map(Source::path)
                .collect(Collectors.toSet());
    }

    /** The servers that get figures of an external system. */
    public Set<String> servers(String externalSystem) {
        return mappings.stream()
                .filter(mapping -> mapping.sources().stream()
                        .anyMatch(source -> source.system().equals(externalSystem)))
                .map(mapping -> mapping.target().server())
                .collect(Collectors.toSet());
    }
}
