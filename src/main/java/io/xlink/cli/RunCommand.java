package io.xlink.cli;

import io.xlink.importer.ImporterProgram;
import io.xlink.operations.ImportFigures;
import io.xlink.operations.OperationsPort;
import io.xlink.service.Readiness;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "run", description = "runs the importer in the foreground", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Mixin
    private Directories directories;

    @Override
    public Integer call() throws Exception {
        try (Ending ending = new Ending()) {
            LogFiles logs = new LogFiles();
            ImportFigures figures = new ImportFigures(Clock.systemUTC());
            ImporterProgram program = ending.add(ImporterProgram.start(directories.conf, directories.data, figures));
            logs.open(program.logDirectory(), program.installation().general());
            OperationsPort.open(program, figures).ifPresent(ending::add);
            Readiness.tell();
            LOG.info("running with {} and {}; Ctrl-C ends", directories.conf, directories.data);
            Ending.awaitSignal();
        }
        return ExitCode.DONE;
    }
}
