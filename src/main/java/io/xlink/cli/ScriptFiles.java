package io.xlink.cli;

import io.xlink.acdmap.AcdMapEdit;
import io.xlink.config.ConfigException;
import io.xlink.config.ConfigText;
import io.xlink.config.ReplacedFile;
import io.xlink.config.TextEdit;
import io.xlink.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The import scripts of an installation, {@code $1.BAS} and so on in its configuration directory.
 *
 * @param conf the configuration directory
 * @param clock with the zone of local time, for the names of old scripts
 */
record ScriptFiles(Path conf, Clock clock) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMddHHmmss");

    /**
     * Has a script compute a target: as a new file, or in place of the target's own one, which is kept under a name with
     * the time. A script that computes other targets too is theirs, and is left alone.
     *
     * @param content the script, copied as it is
     * @return what was done, for the administrator
     */
    String set(AcdMapEdit edit, Target target, byte[] content) throws IOException {
        Optional<String> own = edit.script(target);
        if (own.isPresent() && !isShared(edit, target, own.get())) {
            Path named = TargetScript.file(conf, own.get());
            Optional<Path> file = ConfigText.readIfPresent(named).map(ConfigText::file);
            return file.isPresent() ? replace(target, file.get(), content) : write(edit, target, named, content);
        }
        return write(edit, target, conf.resolve(free(edit)), content);
    }

    private String replace(Target target, Path file, byte[] content) throws IOException {
        byte[] before = Files.readAllBytes(file);
        if (Arrays.equals(before, content)) {
            return file + " is this script already; nothing was changed";
        }
        String name = file.getFileName() + "." + LocalDateTime.now(clock).format(STAMP);
        Path kept = file.resolveSibling(name);
        for (int number = 2; Files.exists(kept); number++) {
            kept = file.resolveSibling(name + "-" + number);
        }
        ReplacedFile replaced = new ReplacedFile(file);
        replaced.requireUnchanged(before);
        replaced.keep(kept, before);
        replaced.replace(content);
        return file + ": replaced for " + target + "; the old one is kept as " + kept.getFileName();
    }

    private String write(AcdMapEdit edit, Target target, Path file, byte[] content) {
        String name = file.getFileName().toString();
        ReplacedFile map = new ReplacedFile(edit.map().file());
        map.keep(file, content);
        try {
            Optional<TextEdit> change = edit.setScript(target, name);
            change.ifPresent(changed -> changed.save(Optional.empty()));
        } catch (ConfigException e) {
            map.drop(file);
            throw e;
        }
        return edit.map().file() + ": " + target + " is computed by " + name + " now";
    }

    private static boolean isShared(AcdMapEdit edit, Target target, String name) {
        return edit.map().lines().stream()
                .filter(line -> !line.target().equals(target))
                .flatMap(line -> line.script().stream())
                .anyMatch(name::equalsIgnoreCase);
    }

    /** The first {@code $n.BAS} that neither lies in the directory nor is named by a mapping. */
    private String free(AcdMapEdit edit) throws IOException {
        Set<String> taken = new HashSet<>();
        try (Stream<Path> files = Files.list(conf)) {
            files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .forEach(taken::add);
        }
        edit.map()
                .lines()
                .forEach(line -> line.script().ifPresent(script -> taken.add(script.toLowerCase(Locale.ROOT))));
        int number = 1;
        while (taken.contains("$" + number + ".bas")) {
            number++;
        }
        return "$" + number + ".BAS";
    }
}
