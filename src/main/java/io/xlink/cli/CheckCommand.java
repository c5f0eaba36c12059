package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.check.CheckReport;
import io.xlink.check.ConfigurationCheck;
import io.xlink.check.DatabaseSources;
import io.xlink.check.ServerAccess;
import java.io.PrintWriter;
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

    @Option(names = "--sql", hidden = true, description = "also run the queries of databases")
    private boolean sql;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Override
    public Integer call() throws Exception {
        if (sql) {
            throw new ParameterException(
                    spec.commandLine(), "--sql checks databases, which this version does not read yet: leave it out");
        }
        // What goes wrong is in the report.
        Logs.atMost(Level.OFF);
        Optional<ServerAccess> servers = connect ? Optional.of(ServerConnection::catalogue) : Optional.empty();
        CheckReport report;
        try (DatabaseSources databases = new DatabaseSources(directories.conf)) {
            report = new ConfigurationCheck(directories.conf, directories.data, databases).run(servers);
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
