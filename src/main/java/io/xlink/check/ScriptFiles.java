package io.xlink.check;

import io.xlink.acdmap.AcdMap;
import io.xlink.acdmap.MapLine;
import io.xlink.acdmap.Mapping;
import io.xlink.config.ConfigException;
import io.xlink.config.ConfigText;
import io.xlink.config.NearestName;
import io.xlink.config.Problem;
import io.xlink.model.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the scripts that mappings name are there, and what is wrong with them. */
final class ScriptFiles {
    private final Path conf;
    private final ScriptCheck scripts;
    private final Findings findings;

    ScriptFiles(Path conf, ScriptCheck scripts, Findings findings) {
        this.conf = conf;
        this.scripts = scripts;
        this.findings = findings;
    }

    void run(AcdMap map) {
        Map<Target, Integer> sources = new HashMap<>();
        for (Mapping mapping : map.mappings()) {
            sources.put(mapping.target(), mapping.sources().size());
        }
        for (MapLine line : map.lines()) {
            line.script().ifPresent(name -> script(map.file(), line, name, sources.getOrDefault(line.target(), 0)));
        }
    }

    private void script(Path map, MapLine line, String name, int sources) {
        if (name.contains("/") || name.contains("\\")) {
            missing(map, line, name + " is not the name of a file beside acd_map.ini", "Move the script there");
            return;
        }
        try {
            Optional<ConfigText> text = ConfigText.readIfPresent(conf.resolve(name));
            if (text.isEmpty()) {
                missing(
                        map,
                        line,
                        "the script " + name + " does not exist",
                        NearestName.of(name, present())
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Put the file beside acd_map.ini, or remove the line to sum the sources"));
                return;
            }
            findings.read(text.get().file());
            findings.addAll(text.get().warnings());
            findings.addAll(
                    scripts.check(text.get(), new ScriptCheck.Use(map, line.line(), line.rightColumn(), sources)));
        } catch (ConfigException e) {
            findings.add(e.problem());
        }
    }

    private void missing(Path map, MapLine line, String what, String remedy) {
        findings.add(Problem.error(map, line.line(), line.rightColumn(), what, remedy));
    }

    private List<String> present() {
        try (Stream<Path> files = Files.list(conf)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".bas"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
