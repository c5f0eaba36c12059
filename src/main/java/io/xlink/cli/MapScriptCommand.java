package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.acdmap.AcdMapEdit;
import io.xlink.acdmap.basic.Script;
import io.xlink.acdmap.basic.ScriptException;
import io.xlink.config.ConfigException;
import io.xlink.model.Target;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
        @Option(
                names = "--set",
                paramLabel = "FILE",
                description = "copies the file into the configuration directory, if it compiles, and has it compute the"
                        + " target; an old script of the target is kept under a name with the time")
        Path set;

        @Option(names = "--show", description = "prints the script; of a target without one, what stands for it")
        boolean show;

        @Option(names = "--remove", description = "removes the script's line; its file stays")
        boolean remove;

        @Option(names = "--test", description = "evaluates the script once and prints its result")
        boolean test;
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Parameters(index = "0", arity = "0..1", paramLabel = "TARGET", description = MapCommand.TARGET)
    private String targetText;

    @ArgGroup(multiplicity = "1")
    private Action action;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "with --test: this file in place of the target's script")
    private Path file;

    @Option(
            names = "--para",
            split = ",",
            paramLabel = "VALUE",
            description = "with --test: Para1, Para2, ..., given several times or as 10,20; missing ones are 0")
    private List<Double> paras = List.of();

    @Option(
            names = "--weekday",
            paramLabel = "N",
            description = "with --test: 1 = Sunday to 7 = Saturday (default: ${DEFAULT-VALUE})")
    private int weekday = 2;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "with --test: minutes since midnight, 0 to 1439 (default: ${DEFAULT-VALUE})")
    private int minutes = 480;

    @Override
    public Integer call() throws Exception {
        Logs.atMost(Level.OFF);
        MapTargets targets = new MapTargets(spec, directories.conf);
        requireUsable(targets);
        if (targetText == null) {
            return trial().run(TargetScript.of(readable(targets, file)));
        }
        Target target = targets.target(targetText);
        AcdMapEdit edit = AcdMapEdit.read(directories.conf);
        MapTargets.require(edit, target);
        if (action.set != null) {
            return set(edit, target, readable(targets, action.set));
        }
        if (action.remove) {
            return remove(edit, target);
        }
        TargetScript script = file == null
                ? TargetScript.of(directories.conf, edit, target)
                : TargetScript.of(readable(targets, file));
        return action.test ? trial().run(script) : show(script);
    }

    private void requireUsable(MapTargets targets) {
        if (targetText == null && !(action.test && file != null)) {
            throw targets.usage("name the TARGET, or a script with --test --file FILE");
        }
        if (file != null && !action.test) {
            throw targets.usage("--file belongs to --test");
        }
        if (weekday < 1 || weekday > 7 || minutes < 0 || minutes > 1439) {
            throw targets.usage("--weekday is 1 to 7, and --minutes 0 to 1439");
        }
        if (paras.stream().anyMatch(para -> para.isNaN() || para.isInfinite())) {
            throw targets.usage("--para takes numbers");
        }
    }

    private static Path readable(MapTargets targets, Path script) {
        if (!Files.isReadable(script) || Files.isDirectory(script)) {
            throw targets.usage(script + " cannot be read");
        }
        return script;
    }

    private ScriptTrial trial() {
        double[] values = paras.stream().mapToDouble(Double::doubleValue).toArray();
        return new ScriptTrial(spec, values, weekday, minutes);
    }

    private int show(TargetScript script) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(script.text());
        out.flush();
        return ExitCode.DONE;
    }

    private int set(AcdMapEdit edit, Target target, Path source) throws Exception {
        Script script;
        try {
            TargetScript text = TargetScript.of(source);
            script = Script.compile(text.name(), text.text());
        } catch (ScriptException e) {
            return ScriptTrial.tell(spec, e);
        }
        script.warnings().forEach(warning -> say("Warning: " + warning));
        int sources = edit.sources(target).size();
        if (script.paras() > sources) {
            say("Warning: the script reads Para" + script.paras() + ", and " + target + " has " + sources
                    + " sources. Add the others, or nothing is delivered for it");
        }
        say(new ScriptFiles(directories.conf, Clock.systemDefaultZone()).set(edit, target, Files.readAllBytes(source)));
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
