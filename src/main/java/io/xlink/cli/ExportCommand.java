package io.xlink.cli;

import ch.qos.logback.classic.Level;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.xlink.config.Installation;
import io.xlink.config.WfmServer;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "export", description = "prints what the server holds, as CSV", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /** What there is to export (interfaces: command line). */
    enum Kind {
        CALL_DATA,
        ACTIVITIES;

        @Override
        public String toString() {
            return this == CALL_DATA ? "call-data" : "activities";
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private Kind kind;

    @Option(names = "--from", required = true, paramLabel = "DAY", description = "first local day, as 2014-12-23")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DAY", description = "last local day, inclusive")
    private LocalDate to;

    @Option(names = "--server", paramLabel = "NAME", description = "only this server of [DB]")
    private String server;

    @Override
    public Integer call() throws Exception {
        if (to.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--to " + to + " is before --from " + from);
        }
        // What goes wrong is the command's own last line.
        Logs.atMost(Level.OFF);
        Installation installation = Installation.read(directories.conf);
        List<WfmServer> servers = installation.servers().stream()
                .filter(candidate -> server == null || candidate.name().equals(server))
                .sorted(Comparator.comparing(WfmServer::name))
                .toList();
        if (servers.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "no server of that name in [DB]: " + server + "; `xlink tree` lists them");
        }
        PrintWriter out = spec.commandLine().getOut();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        ZoneId zone = installation.general().localTimeZone();
        switch (kind) {
            case CALL_DATA -> new CallDataCsv(csv).write(servers, from, to, zone);
            case ACTIVITIES -> new ActivityCsv(csv).write(servers, from, to, zone);
        }
        csv.flush();
        return ExitCode.DONE;
    }
}
