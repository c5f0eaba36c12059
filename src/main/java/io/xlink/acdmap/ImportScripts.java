package io.xlink.acdmap;

import io.xlink.acdmap.basic.Script;
import io.xlink.acdmap.basic.ScriptException;
import io.xlink.acdmap.basic.ScriptProblem;
import io.xlink.config.ConfigText;
import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The import scripts that acd_map.ini names, read from beside it and compiled (specification, section 3, import scripts).
 * Names are found in any case, as on Windows.
 */
public final class ImportScripts {
    private final Map<String, Script> scripts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private ImportScripts() {}

    /**
     * Reads the scripts of all lines of a map.
     *
     * @throws io.xlink.config.ConfigException when a script exists, but cannot be read, or is not text
     */
    public static ImportScripts read(AcdMap map) {
        ImportScripts scripts = new ImportScripts();
        map.lines().forEach(line -> line.script().ifPresent(name -> scripts.add(map, line, name)));
        return scripts;
    }

    private void add(AcdMap map, MapLine line, String name) {
        if (!seen.add(key(name))) {
            return;
        }
        if (name.contains("/") || name.contains("\\")) {
            problems.add(Problem.error(
                    map.file(),
                    line.line(),
                    line.rightColumn(),
                    "script " + name + " lies in another directory",
                    "Put it beside acd_map.ini and write its name alone"));
            return;
        }
        Optional<ConfigText> text = ConfigText.readIfPresent(map.file().resolveSibling(name));
        if (text.isEmpty()) {
            problems.add(Problem.error(
                    map.file(),
                    line.line(),
                    line.rightColumn(),
                    "there is no script " + name + " beside it, so nothing is delivered for " + line.target(),
                    "Put it there, or remove the line if the sum of the sources is meant"));
            return;
        }
        problems.addAll(text.get().warnings());
        compile(name, text.get());
    }

    private void compile(String name, ConfigText text) {
        try {
            Script script = Script.compile(text.file().getFileName().toString(), String.join("\n", text.lines()));
            script.warnings().forEach(w -> problems.add(problem(text.file(), Severity.WARNING, w)));
            scripts.put(key(name), script);
        } catch (ScriptException e) {
            e.problems().forEach(p -> problems.add(problem(text.file(), Severity.ERROR, p)));
        }
    }

    private static Problem problem(Path file, Severity severity, ScriptProblem problem) {
        return new Problem(
                file, problem.line(), problem.column(), severity, problem.what(), problem.remedy(), problem.source());
    }

    /** The script of a name, in any case; empty when there is none that compiles. */
    Optional<Script> find(String name) {
        return Optional.ofNullable(scripts.get(key(name)));
    }

    /** Scripts that are missing or do not compile, and warnings about the others. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
