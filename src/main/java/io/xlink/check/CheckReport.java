package io.xlink.check;

import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;
import java.util.List;

/**
 * What a check found.
 *
 * @param problems file by file, each from its beginning to its end
 * @param servers one for each server that was asked; empty when none was to be
 * @param databases one for each database that was asked; empty when none was to be
 * @param sql what databases are asked; empty when that was not to be shown
 * @param files how many files were read
 */
public record CheckReport(
        List<Problem> problems,
        List<ServerReport> servers,
        List<DatabaseReport> databases,
        List<SqlReport> sql,
        int files) {
    public CheckReport {
        problems = List.copyOf(problems);
        servers = List.copyOf(servers);
        databases = List.copyOf(databases);
        sql = List.copyOf(sql);
    }

    public long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /** Whether an import would miss figures, or not start. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }
}
