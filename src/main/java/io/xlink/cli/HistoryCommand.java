package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.config.Installation;
import io.xlink.importer.ledger.Entry;
import io.xlink.importer.ledger.LedgerQuery;
import io.xlink.importer.ledger.LedgerReader;
import io.xlink.importer.memory.ImporterDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "history",
        description = "lists the imports of this installation, the newest last",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Option(names = "--failed", description = "only those that failed, were interrupted, or left something out")
    private boolean failed;

    @Option(
            names = "--day",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "only those about this local day, as 2014-12-23")
    private LocalDate day;

    @Option(names = "--system", paramLabel = "NAME", description = "only those of this external system")
    private String system;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "at most so many, the newest (default: ${DEFAULT-VALUE}; all of them with --day)")
    private int last = 50;

    @Option(
            names = "--details",
            description = "also files with check sums, statements and receipts; always part of JSON")
    private boolean details;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private TableFormat format = TableFormat.TEXT;

    @Override
    public Integer call() throws Exception {
        if (last < 1) {
            throw new ParameterException(spec.commandLine(), "--last " + last + " is less than 1");
        }
        Logs.atMost(Level.OFF);
        ZoneId zone = Installation.read(directories.conf).general().localTimeZone();
        LedgerQuery query = new LedgerQuery(
                failed, Optional.ofNullable(day), Optional.ofNullable(system), day == null ? last : Integer.MAX_VALUE);
        PrintWriter out = spec.commandLine().getOut();
        Optional<Connection> database = ImporterDatabase.openReadOnly(directories.data);
        if (database.isEmpty()) {
            write(List.of(), null, zone, out);
            return ExitCode.DONE;
        }
        try (LedgerReader ledger = new LedgerReader(database.get())) {
            write(ledger.find(query), ledger, zone, out);
        }
        return ExitCode.DONE;
    }

    private void write(List<Entry> entries, LedgerReader ledger, ZoneId zone, PrintWriter out)
            throws SQLException, IOException {
        switch (format) {
            case TEXT -> new HistoryText(zone, out).write(entries, details ? Optional.of(ledger) : Optional.empty());
            case CSV -> HistoryCsv.write(entries, out);
            case JSON -> HistoryJson.write(entries, ledger, out);
        }
        out.flush();
    }
}
