package io.xlink.cli;

import io.xlink.acdmap.AcdMapEdit;
import io.xlink.acdmap.MapLine;
import io.xlink.acdmap.MapNotation;
import io.xlink.acdmap.Source;
import io.xlink.config.ConfigException;
import io.xlink.config.Installation;
import io.xlink.config.NearestName;
import io.xlink.config.WfmServer;
import io.xlink.model.Target;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Understands the parameters {@code TARGET} and {@code SOURCE} of the map commands. */
record MapTargets(CommandSpec spec, Path conf) {

    /**
     * The target that a text names, by ids or by names. Names are looked up on the server.
     *
     * @throws ParameterException when it names none, or several
     */
    Target target(String text) throws Exception {
        Optional<Target> byIds = MapNotation.target(text);
        return byIds.isPresent() ? byIds.get() : byNames(text);
    }

    private Target byNames(String text) throws Exception {
        WfmServer server = Installation.read(conf).servers().stream()
                .filter(candidate -> text.startsWith(candidate.name() + ":"))
                .max(Comparator.comparingInt(candidate -> candidate.name().length()))
                .orElseThrow(() -> usage("\"" + text + "\" is no target: write " + MapCommand.TARGET));
        QueueNames names;
        try (ServerConnection connection = ServerConnection.open(server)) {
            names = new QueueNames(connection.catalogue());
        }
        String wanted = text.substring(server.name().length() + 1);
        List<Target> found = names.targets(server.name(), wanted);
        if (found.size() > 1) {
            throw usage("\"" + text + "\" is the name of several targets; write the ids of one of them: "
                    + found.stream().map(Target::toString).collect(Collectors.joining(", ")));
        }
        if (found.isEmpty()) {
            throw usage("server " + server.name() + " has no \"" + wanted + "\""
                    + NearestName.of(wanted, names.all())
                            .map(near -> "; did you mean \"" + server.name() + ":" + near + "\"?")
                            .orElse("; `xlink tree` shows its queues and value types"));
        }
        return found.get(0);
    }

    /** @throws ParameterException when the text names no source */
    Source source(String text) {
        if (MapNotation.isScript(text)) {
            throw usage("\"" + text + "\" is the name of a script; those are set with `xlink map script`");
        }
        return MapNotation.source(text)
                .orElseThrow(() -> usage("\"" + text + "\" is no source: write " + MapCommand.SOURCE));
    }

    /** @throws ConfigException when no line of the file names the target */
    static void require(AcdMapEdit edit, Target target) {
        if (!edit.has(target)) {
            List<String> known = edit.map().lines().stream()
                    .map(MapLine::target)
                    .map(Target::toString)
                    .distinct()
                    .toList();
            throw new ConfigException(
                    edit.map().file(),
                    0,
                    "no line names the target " + target,
                    NearestName.of(target.toString(), known)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("`xlink map list` shows the targets"));
        }
    }

    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
