package io.xlink.importer;

import io.xlink.config.IniSection;
import io.xlink.config.keys.Key;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Which names of a folder are those of data.
 *
 * @param patterns of lower-case names, as they are written, one of which must fit; empty when all do
 * @param done ending of the file that says that its neighbour is complete, with its dot
 */
public record FileNames(Map<String, PathMatcher> patterns, Optional<String> done) {
    static final FileNames ALL = new FileNames(Map.of(), Optional.empty());

    /** How names end while a browser, a transfer or another program still writes the file. */
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart", ".crdownload");

    public FileNames {
        patterns = Map.copyOf(patterns);
    }

    /** Reads the keys of a section. */
    static FileNames of(IniSection section, Key filter, Key doneFile) {
        return new FileNames(
                section.list(filter).stream()
                        .filter(pattern -> !pattern.isEmpty())
                        .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                        .distinct()
                        .collect(Collectors.toMap(pattern -> pattern, pattern -> matcher(section, filter, pattern))),
                section.text(doneFile).map(text -> ending(section, doneFile, text)));
    }

    boolean isData(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.startsWith(".")
                || name.startsWith("~$")
                || UNFINISHED.stream().anyMatch(name::endsWith)
                || done.filter(ending -> name.endsWith(ending.toLowerCase(Locale.ROOT)))
                        .isPresent()) {
            return false;
        }
        return patterns.isEmpty() || fits(file, name);
    }

    /** The file that says that this one is complete. */
    Optional<Path> doneFile(Path file) {
        return done.map(ending -> file.resolveSibling(file.getFileName() + ending));
    }

    /** Whether a name may fit both; patterns that are written differently are meant for different files. */
    boolean mayOverlap(FileNames other) {
        return patterns.isEmpty()
                || other.patterns.isEmpty()
                || !Collections.disjoint(patterns.keySet(), other.patterns.keySet());
    }

    private boolean fits(Path file, String name) {
        Path lower = file.getFileSystem().getPath(name);
        return patterns.values().stream().anyMatch(pattern -> pattern.matches(lower));
    }

    private static PathMatcher matcher(IniSection section, Key filter, String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw section.error(
                    filter,
                    filter + ": " + pattern + " is no pattern (" + e.getDescription() + ")",
                    "Write * for any characters and ? for one, such as *.csv; put \\ before a bracket that is meant as"
                            + " it is");
        }
    }

    private static String ending(IniSection section, Key doneFile, String text) {
        String ending = text.startsWith("*") ? text.substring(1) : text;
        ending = ending.startsWith(".") ? ending : "." + ending;
        if (ending.length() == 1 || !ending.matches("[^*?/\\\\:]+")) {
            throw section.error(doneFile, doneFile + "=" + text + " is no ending of a name", "Write such as .done");
        }
        return ending;
    }
}
