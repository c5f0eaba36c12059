package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.check.CheckReport;
import io.xlink.check.ConfigurationCheck;
import io.xlink.check.DatabaseSources;
import io.xlink.check.ServerAccess;
import io.xlink.check.SqlRequest;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = "reads the whole configuration and reports what is amiss; ends with 3 when there are errors",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /** How the report is written. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Option(
            names = "--connect",
            description =
                    "also log in to servers and databases, show certificates and compare mappings with the servers' queues")
    private boolean connect;

    @Option(names = "--sql", description = "also log in to databases and print every statement that a day would take")
    private boolean sql;

    @Option(names = "--explain", description = "with --sql: run the statements, and show rows and times")
    private boolean explain;

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "with --sql: the local day, as 2014-12-23 (default: today)")
    private LocalDate day;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws Exception {
        if (!sql && (explain || day != null)) {
            throw new ParameterException(
                    spec.commandLine(), (explain ? "--explain" : "--day") + " is about statements: add --sql");
        }
        // What goes wrong is in the report.
        Logs.atMost(Level.OFF);
        Optional<ServerAccess> servers = connect ? Optional.of(ServerConnection::catalogue) : Optional.empty();
        CheckReport report;
        try (DatabaseSources databases = new DatabaseSources(directories.conf)) {
            report = new ConfigurationCheck(directories.conf, directories.data, databases)
                    .run(
                            servers,
                            sql ? Optional.of(new SqlRequest(Optional.ofNullable(day), explain)) : Optional.empty());
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case TEXT -> CheckText.lines(report).forEach(out::println);
            case JSON -> out.println(CheckJson.of(report));
        }
        out.flush();
        return report.hasErrors() ? ExitCode.CONFIGURATION : ExitCode.DONE;
    }
}
