package io.xlink.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.xlink.check.CheckReport;
import io.xlink.check.DatabaseReport;
import io.xlink.check.ServerReport;
import io.xlink.check.ShownCertificate;
import io.xlink.check.SqlReport;
import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;

/** A check's report for machines; docs/configuration.md lists its members. */
final class CheckJson {
    private CheckJson() {}

    static String of(CheckReport report) {
        JsonArray problems = new JsonArray();
        report.problems().forEach(problem -> problems.add(of(problem)));
        JsonArray servers = new JsonArray();
        report.servers().forEach(server -> servers.add(of(server)));
        JsonObject object = new JsonObject();
        object.add("problems", problems);
        object.add("servers", servers);
        JsonArray databases = new JsonArray();
        report.databases().forEach(database -> databases.add(of(database)));
        object.add("databases", databases);
        JsonArray sql = new JsonArray();
        report.sql().forEach(one -> sql.add(of(one)));
        object.add("sql", sql);
        object.addProperty("errors", report.count(Severity.ERROR));
        object.addProperty("warnings", report.count(Severity.WARNING));
        object.addProperty("advices", report.count(Severity.ADVICE));
        object.addProperty("files", report.files());
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(object);
    }

    private static JsonObject of(Problem problem) {
        JsonObject object = new JsonObject();
        object.addProperty("file", problem.file().toString());
        object.addProperty("line", problem.line());
        object.addProperty("column", problem.column());
        object.addProperty("severity", CheckText.word(problem.severity()));
        object.addProperty("what", problem.what());
        object.addProperty("remedy", problem.remedy());
        if (!problem.source().isEmpty()) {
            object.addProperty("source", problem.source());
        }
        return object;
    }

    private static JsonObject of(ServerReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("index", report.server().index());
        object.addProperty("name", report.server().name());
        object.addProperty("url", CheckText.url(report.server()));
        object.addProperty("loggedIn", report.loggedIn());
        report.certificate().ifPresent(certificate -> object.add("certificate", of(certificate)));
        return object;
    }

    private static JsonObject of(DatabaseReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("system", report.system());
        object.addProperty("source", report.source());
        object.addProperty("loggedIn", report.product().isPresent());
        report.product().ifPresent(product -> object.addProperty("product", product));
        return object;
    }

    private static JsonObject of(SqlReport report) {
        JsonObject object = new JsonObject();
        object.addProperty("system", report.system());
        object.addProperty("kind", report.kind());
        object.addProperty("day", report.day().toString());
        object.addProperty("summary", report.summary());
        JsonArray statements = new JsonArray();
        for (SqlReport.Shown shown : report.statements()) {
            JsonObject statement = new JsonObject();
            statement.addProperty("purpose", shown.statement().purpose());
            statement.addProperty("sql", shown.statement().text());
            JsonArray parameters = new JsonArray();
            shown.statement().parameters().forEach(parameter -> parameters.add(parameter.toString()));
            statement.add("parameters", parameters);
            shown.run().ifPresent(run -> {
                statement.addProperty("rows", run.rows());
                statement.addProperty("millis", run.millis());
            });
            statements.add(statement);
        }
        object.add("statements", statements);
        return object;
    }

    private static JsonObject of(ShownCertificate certificate) {
        JsonObject object = new JsonObject();
        object.addProperty("subject", certificate.subject());
        object.addProperty("issuer", certificate.issuer());
        object.addProperty("sha256", certificate.sha256());
        object.addProperty("validUntil", certificate.validUntil().toString());
        object.addProperty("daysLeft", certificate.daysLeft());
        return object;
    }
}
