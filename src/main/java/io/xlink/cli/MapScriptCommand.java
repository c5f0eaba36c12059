package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.acdmap.AcdMapEdit;
import io.xlink.config.ConfigException;
import io.xlink.model.Target;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "script",
        description = "sets, shows, tests or removes the script of a target",
        mixinStandardHelpOptions = true)
final class MapScriptCommand implements Callable<Integer> {
    /** What is to be done; exactly one of them. */
    static final class Action {
        @Option(names = "--show", description = "prints the script")
        boolean show;

        @Option(names = "--remove", description = "removes the script's line; its file stays")
        boolean remove;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Parameters(index = "0", arity = "0..1", paramLabel = "TARGET", description = MapCommand.TARGET)
    private String targetText;

    @ArgGroup(multiplicity = "1")
    private Action action;

    @Override
    public Integer call() throws Exception {
        Logs.atMost(Level.OFF);
        MapTargets targets = new MapTargets(spec, directories.conf);
        if (targetText == null) {
            throw targets.usage("Missing required parameter: TARGET");
        }
        Target target = targets.target(targetText);
        AcdMapEdit edit = AcdMapEdit.read(directories.conf);
        MapTargets.require(edit, target);
        return action.show ? show(edit, target) : remove(edit, target);
    }

    private int show(AcdMapEdit edit, Target target) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(TargetScript.of(directories.conf, edit, target).text());
        out.flush();
        return ExitCode.DONE;
    }

    private int remove(AcdMapEdit edit, Target target) {
        String script = edit.script(target)
                .orElseThrow(() -> new ConfigException(
                        edit.map().file(), 0, target + " has no script", "Its sources are summed already"));
        edit.removeScript(target).ifPresent(change -> change.save(Optional.empty()));
        say(edit.map().file() + ": " + target + " is the sum of its sources now; the file of " + script + " stays");
        return ExitCode.DONE;
    }

    private void say(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
    }
}
