package io.xlink.acdmap;

import io.xlink.config.ConfigText;
import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;
import io.xlink.model.QueuePath;
import io.xlink.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads mapping lines (specification, section 3, acd_map.ini). The file is no INI file: it has no sections, and names may
 * hold quotes and {@code ;}. White space around a whole side and around ids does not count; inside a name it does,
 * because queues of a database may be called so.
 */
final class AcdMapParser {
    /** The ids are the last three parts, whatever the server's name holds. */
    private static final Pattern LEFT =
            Pattern.compile("(?<server>.+):\\s*(?<parent>\\d+)\\s*:\\s*(?<queue>\\d+)\\s*:\\s*(?<valueType>\\d+)");

    /**
     * {@code $1.BAS}, and whatever else can only be meant for a script: taking it for a mistake would deliver the plain
     * sum in place of what the script computes.
     */
    private static final Pattern SCRIPT = Pattern.compile("[^:]*\\.BAS|\\$[^:]*", Pattern.CASE_INSENSITIVE);

    private static final String FORM = "Write server:parent:queue:valuetype=system:group:valuetype";
    /** System, at least one part of a path, value type. */
    private static final int MIN_PARTS = 3;

    private final ConfigText text;
    private final List<Problem> warnings;
    private final List<MapLine> lines = new ArrayList<>();
    private final Map<Target, Open> targets = new LinkedHashMap<>();
    private int line;
    /** Where the text of the line being read begins, and where its right side does, from 1. */
    private int column;

    private int rightColumn;

    /** A target while its lines, which may be scattered, are still coming. */
    private static final class Open {
        final int line;
        final Map<Source, Integer> sources = new LinkedHashMap<>();
        Optional<String> script = Optional.empty();
        boolean broken;

        Open(int line) {
            this.line = line;
        }
    }

    AcdMapParser(ConfigText text) {
        this.text = text;
        this.warnings = new ArrayList<>(text.warnings());
    }

    AcdMap parse() {
        for (String raw : text.lines()) {
            line++;
            String content = raw.strip();
            column = raw.indexOf(content) + 1;
            rightColumn = column;
            if (!content.isEmpty() && !content.startsWith(";") && !content.startsWith("#")) {
                mapping(content);
            }
        }
        List<Mapping> mappings = new ArrayList<>();
        targets.forEach((target, open) -> {
            if (!open.broken) {
                mappings.add(new Mapping(target, List.copyOf(open.sources.keySet()), open.script, open.line));
            }
        });
        return new AcdMap(text.file(), mappings, lines, warnings);
    }

    private void mapping(String content) {
        int equals = content.indexOf('=');
        if (equals < 0) {
            warn(Severity.WARNING, column, "this line has no =, so it maps nothing", FORM);
            return;
        }
        Optional<Target> target = target(content.substring(0, equals).strip());
        if (target.isEmpty()) {
            warn(
                    Severity.WARNING,
                    column,
                    "left of = does not stand server:parent:queue:valuetype with three ids",
                    FORM);
            return;
        }
        String behind = content.substring(equals + 1);
        String right = behind.strip();
        rightColumn = column + equals + 1 + behind.indexOf(right);
        if (SCRIPT.matcher(right).matches()) {
            script(target.get(), right);
        } else {
            source(target.get(), right);
        }
    }

    private static Optional<Target> target(String left) {
        Matcher parts = LEFT.matcher(left);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Target(
                    parts.group("server").strip(),
                    Integer.parseInt(parts.group("parent")),
                    Integer.parseInt(parts.group("queue")),
                    Integer.parseInt(parts.group("valueType"))));
        } catch (NumberFormatException e) {
            return Optional.empty(); // An id too large to be one.
        }
    }

    private void script(Target target, String name) {
        Open open = open(target);
        understood(target, Optional.empty(), Optional.of(name));
        if (open.script.isPresent()) {
            warn(
                    Severity.WARNING,
                    rightColumn,
                    target + " has a script already, " + open.script.get() + ", and that one counts",
                    "Remove one of them");
        } else {
            open.script = Optional.of(name);
        }
    }

    private void source(Target target, String right) {
        List<String> parts = List.of(right.split(":", -1));
        int last = parts.size() - 1;
        if (parts.size() < MIN_PARTS || parts.stream().anyMatch(String::isBlank)) {
            // Without this source the sum would be another one, and would replace the right one on the server.
            open(target).broken = true;
            understood(target, Optional.empty(), Optional.empty());
            warn(
                    Severity.ERROR,
                    rightColumn,
                    "right of = stands neither system:group:valuetype nor a script like $1.BAS, so nothing is delivered"
                            + " for " + target,
                    FORM);
            return;
        }
        Source source = new Source(parts.get(0), new QueuePath(parts.subList(1, last)), parts.get(last));
        understood(target, Optional.of(source), Optional.empty());
        Integer first = open(target).sources.putIfAbsent(source, line);
        if (first != null) {
            // Summing it twice would double the figures without a word.
            warn(
                    Severity.WARNING,
                    column,
                    "this line is the same as line " + first + ", and counts once",
                    "Remove one of them");
        }
    }

    private Open open(Target target) {
        return targets.computeIfAbsent(target, t -> new Open(line));
    }

    private void understood(Target target, Optional<Source> source, Optional<String> script) {
        lines.add(new MapLine(line, column, rightColumn, target, source, script));
    }

    private void warn(Severity severity, int at, String what, String remedy) {
        warnings.add(new Problem(text.file(), line, at, severity, what, remedy));
    }
}
