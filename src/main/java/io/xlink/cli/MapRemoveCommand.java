package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.acdmap.AcdMapEdit;
import io.xlink.acdmap.Source;
import io.xlink.config.ConfigException;
import io.xlink.config.NearestName;
import io.xlink.config.TextEdit;
import io.xlink.model.Target;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "remove",
        description = "removes a source of a target, or the whole target with its script line",
        mixinStandardHelpOptions = true)
final class MapRemoveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Parameters(index = "0", paramLabel = "TARGET", description = MapCommand.TARGET)
    private String targetText;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SOURCE", description = MapCommand.SOURCE)
    private String sourceText;

    @Override
    public Integer call() throws Exception {
        Logs.atMost(Level.OFF);
        MapTargets targets = new MapTargets(spec, directories.conf);
        Target target = targets.target(targetText);
        AcdMapEdit edit = AcdMapEdit.read(directories.conf);
        MapTargets.require(edit, target);
        PrintWriter err = spec.commandLine().getErr();
        if (sourceText == null) {
            edit.remove(target).ifPresent(change -> change.save(Optional.empty()));
            err.println(edit.map().file() + ": removed " + target + " with all its lines");
        } else {
            Source source = targets.source(sourceText);
            TextEdit change = edit.remove(target, source).orElseThrow(() -> notThere(edit, target, source));
            change.save(Optional.empty());
            err.println(edit.map().file() + ": removed " + target + "=" + source);
            edit.script(target).ifPresent(script -> err.println(numbersChanged(edit, target, source, script)));
        }
        err.flush();
        return ExitCode.DONE;
    }

    private static ConfigException notThere(AcdMapEdit edit, Target target, Source source) {
        List<String> known = edit.sources(target).stream().map(Source::toString).toList();
        return new ConfigException(
                edit.map().file(),
                0,
                target + " has no source " + source,
                NearestName.of(source.toString(), known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("`xlink map list` shows its sources"));
    }

    /** A script counts its sources, so it now reads others than before under the same names. */
    private static String numbersChanged(AcdMapEdit edit, Target target, Source removed, String script) {
        List<Source> left = new ArrayList<>(edit.sources(target));
        int at = left.indexOf(removed);
        left.remove(at);
        StringBuilder text = new StringBuilder("Warning: ")
                .append(script)
                .append(" computes this target, and its Para")
                .append(at + 1)
                .append(" is gone.");
        for (int i = at; i < left.size(); i++) {
            text.append(" Para" + (i + 2) + " is now Para" + (i + 1) + " (" + left.get(i) + ").");
        }
        return text + (left.isEmpty() ? " It has no source left." : "") + " Change the script to match";
    }
}
