package io.xlink.cli;

import io.xlink.check.CheckReport;
import io.xlink.check.DatabaseReport;
import io.xlink.check.ServerReport;
import io.xlink.check.SqlReport;
import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;
import io.xlink.config.WfmServer;
import io.xlink.source.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A check's report as a compiler would write it: one problem a line, and a summary. */
final class CheckText {
    private CheckText() {}

    static List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        report.problems().forEach(problem -> {
            lines.add(line(problem));
            problem.excerpt().lines().map(shown -> "    " + shown).forEach(lines::add);
        });
        report.servers().forEach(server -> lines.addAll(lines(server)));
        report.databases().forEach(database -> lines.add(line(database)));
        report.sql().forEach(sql -> lines.addAll(lines(sql)));
        lines.add(counted(report.count(Severity.ERROR), "error") + ", "
                + counted(report.count(Severity.WARNING), "warning") + ", "
                + counted(report.count(Severity.ADVICE), "advice") + " in " + counted(report.files(), "file"));
        return lines;
    }

    /** {@code file:line:column: error: what. remedy}. */
    static String line(Problem problem) {
        String place =
                problem.line() == 0 ? "" : ":" + problem.line() + (problem.column() == 0 ? "" : ":" + problem.column());
        return problem.file() + place + ": " + word(problem.severity()) + ": " + problem.what() + ". "
                + problem.remedy();
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** As isps.cfg has it. */
    static String url(WfmServer server) {
        String host = server.host().contains(":") ? "[" + server.host() + "]" : server.host();
        return (server.tls() ? "iwfms://" : "iwfm://") + host + ":" + server.port();
    }

    private static List<String> lines(ServerReport report) {
        WfmServer server = report.server();
        List<String> lines = new ArrayList<>();
        lines.add("server " + server.index() + " " + server.name() + " " + url(server) + ": "
                + (report.loggedIn() ? "logged in as " + server.user() : "not logged in"));
        report.certificate().ifPresent(certificate -> {
            lines.add("  certificate " + certificate.subject() + ", issued by " + certificate.issuer());
            lines.add("  valid until " + certificate.validUntil() + ", " + certificate.daysLeft() + " days left");
            lines.add("  SHA-256 " + certificate.sha256());
        });
        return lines;
    }

    private static String line(DatabaseReport database) {
        return "database of [" + database.system() + "] " + database.source() + ": "
                + database.product().map(product -> "logged in, " + product).orElse("not logged in");
    }

    private static List<String> lines(SqlReport sql) {
        List<String> lines = new ArrayList<>();
        lines.add("[" + sql.system() + "] " + sql.kind() + " of " + sql.day() + ": " + sql.summary());
        for (SqlReport.Shown shown : sql.statements()) {
            SqlStatement statement = shown.statement();
            lines.add("  " + statement.purpose()
                    + shown.run()
                            .map(run -> ": " + counted(run.rows(), "row") + ", " + run.millis() + " ms")
                            .orElse(""));
            lines.add("    " + statement.text());
            if (!statement.parameters().isEmpty()) {
                lines.add("    with " + statement.parameters());
            }
        }
        return lines;
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
