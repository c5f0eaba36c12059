package io.xlink.check;

import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same mistake in many lines of a file, told once: a queue that is renamed stands in dozens of mappings. */
final class Repetitions {
    private final Path file;
    private final Map<String, Problem> first = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    Repetitions(Path file) {
        this.file = file;
    }

    void add(int line, int column, Severity severity, String what, String remedy) {
        first.putIfAbsent(what, new Problem(file, line, column, severity, what, remedy));
        lines.merge(what, 1, Integer::sum);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        first.forEach((what, problem) -> {
            int more = lines.get(what) - 1;
            String counted =
                    more == 0 ? what : what + " (and in " + more + (more == 1 ? " more line)" : " more lines)");
            problems.add(
                    new Problem(file, problem.line(), problem.column(), problem.severity(), counted, problem.remedy()));
        });
        return problems;
    }
}
