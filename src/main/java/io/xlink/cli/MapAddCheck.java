package io.xlink.cli;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.MapLine;
import io.xlink.acdmap.Source;
import io.xlink.check.CallTree;
import io.xlink.config.ConfigException;
import io.xlink.config.IniSection;
import io.xlink.config.Installation;
import io.xlink.config.NearestName;
import io.xlink.config.SystemKind;
import io.xlink.config.WfmServer;
import io.xlink.model.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What must be so that a new mapping delivers anything. */
record MapAddCheck(Path conf, AcdMap map) {
    private static final String FORCE = "Correct it, or add it all the same with --force";

    /** @throws ConfigException when something that the mapping names is not there */
    void require(Target target, Source source) {
        Installation installation = Installation.read(conf);
        requireServer(installation, target.server());
        IniSection section = section(installation, source.system());
        Optional<CallTree> tree = SystemKind.of(section).hasCsvCalls() ? CallTree.of(section) : Optional.empty();
        tree.flatMap(t -> t.missing(source)).ifPresent(missing -> {
            throw new ConfigException(section.file(), section.line(), missing.what() + ". " + missing.remedy(), FORCE);
        });
        requireOneParent(target);
    }

    private void requireServer(Installation installation, String server) {
        List<String> names =
                installation.servers().stream().map(WfmServer::name).toList();
        if (!names.contains(server)) {
            throw new ConfigException(
                    settings(installation), 0, "[DB] has no server \"" + server + "\"" + near(server, names), FORCE);
        }
    }

    private IniSection section(Installation installation, String system) {
        List<String> names =
                installation.externalSystems().stream().map(IniSection::name).toList();
        // Sections are found in any case elsewhere, but the names in mappings are case-sensitive.
        return installation.externalSystems().stream()
                .filter(section -> section.name().equals(system))
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        settings(installation),
                        0,
                        "there is no section [" + system + "]" + near(system, names),
                        FORCE));
    }

    /** Values are stored by queue and value type, so two parents would deliver the same target twice. */
    private void requireOneParent(Target target) {
        map.lines().stream()
                .map(MapLine::target)
                .filter(other -> other.server().equals(target.server())
                        && other.queue() == target.queue()
                        && other.valueType() == target.valueType()
                        && other.parent() != target.parent())
                .findFirst()
                .ifPresent(other -> {
                    throw new ConfigException(
                            map.file(),
                            0,
                            "this target is mapped under another parent already, as " + other
                                    + ", and nothing is delivered for a target with two parents",
                            FORCE);
                });
    }

    private Path settings(Installation installation) {
        return installation.externalSystems().stream()
                .map(IniSection::file)
                .findFirst()
                .orElse(conf.resolve("isps_Ul.ini"));
    }

    private static String near(String name, List<String> known) {
        return NearestName.of(name, known)
                .map(near -> " (did you mean \"" + near + "\"?)")
                .orElse("");
    }
}
