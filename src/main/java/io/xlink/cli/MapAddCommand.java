package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.acdmap.AcdMapEdit;
import io.xlink.acdmap.Source;
import io.xlink.config.TextEdit;
import io.xlink.model.Target;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "add", description = "adds a source to a target, as its last one", mixinStandardHelpOptions = true)
final class MapAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Parameters(index = "0", paramLabel = "TARGET", description = MapCommand.TARGET)
    private String targetText;

    @Parameters(index = "1", paramLabel = "SOURCE", description = MapCommand.SOURCE)
    private String sourceText;

    @Option(
            names = "--force",
            description = "adds it even if server, external system, group or value type is not known")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        Logs.atMost(Level.OFF);
        MapTargets targets = new MapTargets(spec, directories.conf);
        Source source = targets.source(sourceText);
        Target target = targets.target(targetText);
        AcdMapEdit edit = AcdMapEdit.read(directories.conf);
        Optional<TextEdit> change;
        try {
            change = edit.add(target, source);
        } catch (IllegalArgumentException e) {
            throw targets.usage(e.getMessage());
        }
        PrintWriter err = spec.commandLine().getErr();
        if (change.isEmpty()) {
            err.println(edit.map().file() + ": " + target + "=" + source + " is there already; nothing was changed");
        } else {
            if (!force) {
                new MapAddCheck(directories.conf, edit.map()).require(target, source);
            }
            change.get().save(Optional.empty());
            err.println(edit.map().file() + ": added " + target + "=" + source);
            edit.script(target)
                    .ifPresent(script -> err.println("It is Para"
                            + (edit.sources(target).size() + 1) + " of " + script + ", which computes this target"));
        }
        err.flush();
        return ExitCode.DONE;
    }
}
