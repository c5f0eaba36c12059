package io.xlink.cli;

import io.xlink.acdmap.AcdMapEdit;
import io.xlink.config.ConfigException;
import io.xlink.config.ConfigText;
import io.xlink.model.Target;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What computes a target.
 *
 * @param name of the script, as messages name it
 * @param text its lines, each ended by a line feed
 */
record TargetScript(String name, String text) {

    /**
     * The target's own script, or what stands for it when it has none (specification, section 3, import scripts).
     *
     * @throws ConfigException when the script's file cannot be read
     */
    static TargetScript of(Path conf, AcdMapEdit edit, Target target) {
        Optional<String> name = edit.script(target);
        return name.isPresent()
                ? new TargetScript(name.get(), lines(file(conf, name.get())))
                : sum(edit.sources(target).size());
    }

    /** A script's file, whose name is found in any case. */
    static TargetScript of(Path file) {
        return new TargetScript(file.getFileName().toString(), lines(file));
    }

    private static TargetScript sum(int sources) {
        String sum = IntStream.rangeClosed(1, Math.max(1, sources))
                .mapToObj(para -> "Para" + para)
                .collect(Collectors.joining(" + "));
        return new TargetScript("the default script", "Sub Main()\n  Result = (" + sum + ") * 100\nEnd Sub\n");
    }

    /**
     * Where a script of an installation is.
     *
     * @throws ConfigException when its name is no file name: scripts are read from the directory and from nowhere else
     */
    static Path file(Path conf, String name) {
        if (name.contains("/") || name.contains("\\") || name.startsWith("..")) {
            throw new ConfigException(
                    conf.resolve("acd_map.ini"),
                    0,
                    "the script \"" + name + "\" is not in the configuration directory",
                    "Copy it there and write its name alone");
        }
        return conf.resolve(name);
    }

    private static String lines(Path file) {
        return ConfigText.read(file).lines().stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
