package io.xlink.check;

import io.xlink.config.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the checks find; the same problem found by two of them counts once. */
final class Findings {
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<Path> files = new ArrayList<>();

    /** Counts a file that was read; problems come in the order in which files were named here. */
    void read(Path file) {
        if (!files.contains(file)) {
            files.add(file);
        }
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void addAll(Collection<Problem> more) {
        problems.addAll(more);
    }

    CheckReport report(List<ServerReport> servers, List<DatabaseReport> databases, List<SqlReport> sql) {
        List<Path> order = new ArrayList<>(files);
        problems.stream()
                .map(Problem::file)
                .filter(file -> !order.contains(file))
                .forEach(order::add);
        List<Problem> sorted = problems.stream()
                .sorted(Comparator.comparingInt((Problem problem) -> order.indexOf(problem.file()))
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column))
                .toList();
        return new CheckReport(sorted, servers, databases, sql, files.size());
    }
}
