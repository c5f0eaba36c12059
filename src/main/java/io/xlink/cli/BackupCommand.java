package io.xlink.cli;

import io.xlink.backup.Backup;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = "copies configuration and state into one file; the service may run meanwhile",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Parameters(paramLabel = "FILE", description = "the backup, which must not exist yet; it holds passwords")
    private Path file;

    @Override
    public Integer call() {
        Backup backup =
                Backup.write(directories.conf, directories.data, file, VersionCommand.version(), Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + ": " + backup.files() + " files, " + backup.bytes() + " bytes. It holds passwords");
        out.flush();
        return ExitCode.DONE;
    }
}
