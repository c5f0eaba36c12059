package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.importer.ImporterProgram;
import io.xlink.importer.manual.ManualEnd;
import io.xlink.importer.manual.ManualRequest;
import io.xlink.importer.manual.RequestFolder;
import io.xlink.model.ImportKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "imports days now; a running importer does it and pauses its automatic imports meanwhile",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Option(names = "-p", description = "PhoneLink: call data")
    private boolean phoneLink;

    @Option(names = "-t", description = "TimeLink: activities")
    private boolean timeLink;

    @Option(
            names = "-d",
            required = true,
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "first local day, as 12/23/2014 or 2014-12-23")
    private LocalDate day;

    @Option(names = "-L", paramLabel = "DAYS", description = "how many days (default: ${DEFAULT-VALUE})")
    private int days = 1;

    @Option(names = "--system", paramLabel = "NAME", description = "only this external system")
    private String system;

    @Option(names = "--dry-run", description = "send nothing; show the difference to what the servers hold")
    private boolean dryRun;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "how long to wait for a server that is away (default: ${DEFAULT-VALUE})")
    private int wait = 60;

    @Override
    public Integer call() throws Exception {
        ManualRequest request = request();
        // What goes wrong is told as it happens.
        Logs.atMost(Level.OFF);
        ManualEnd end;
        try (ImportProgress progress = ImportProgress.on(spec.commandLine())) {
            end = ImporterProgram.isRunning(directories.data)
                    ? new RemoteImport(new RequestFolder(directories.data), directories.data).run(request, progress)
                    : here(request, progress);
        }
        return exitCode(end);
    }

    private ManualRequest request() {
        if (!phoneLink && !timeLink) {
            throw new ParameterException(
                    spec.commandLine(), "what is to be imported? -p call data, -t activities, or both");
        }
        if (days < 1 || days > ManualRequest.MOST_DAYS) {
            throw new ParameterException(
                    spec.commandLine(), "-L " + days + " is not a number of days from 1 to " + ManualRequest.MOST_DAYS);
        }
        if (wait < 0) {
            throw new ParameterException(spec.commandLine(), "--wait " + wait + " is less than 0");
        }
        Set<ImportKind> kinds = EnumSet.noneOf(ImportKind.class);
        if (phoneLink) {
            kinds.add(ImportKind.CALL_DATA);
        }
        if (timeLink) {
            kinds.add(ImportKind.ACTIVITIES);
        }
        return new ManualRequest(kinds, day, days, Optional.ofNullable(system), dryRun, wait);
    }

    /** Nobody else works with the data directory, so this process does. */
    private ManualEnd here(ManualRequest request, ImportProgress progress) throws Exception {
        progress.note("no importer runs with " + directories.data + ", so this command imports by itself");
        try (Ending ending = new Ending()) {
            ImporterProgram program =
                    ending.add(ImporterProgram.startForManualImports(directories.conf, directories.data));
            Cancellation cancellation = ending.add(new Cancellation());
            program.importByHand(request, progress, cancellation::isAsked);
            cancellation.over();
        }
        return progress.end();
    }

    private static int exitCode(ManualEnd end) {
        return switch (end) {
            case DONE -> ExitCode.DONE;
            case PARTLY -> ExitCode.REJECTED;
            case SERVER_NOT_AVAILABLE -> ExitCode.SERVER_NOT_AVAILABLE;
            case LOGIN_REFUSED -> ExitCode.LOGIN_REFUSED;
            case NOTHING_TO_DO -> ExitCode.USAGE;
            case FAILED, CANCELLED -> ExitCode.UNEXPECTED;
        };
    }
}
