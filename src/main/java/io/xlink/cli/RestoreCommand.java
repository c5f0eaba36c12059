package io.xlink.cli;

import io.xlink.backup.Restore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = "brings configuration and state back from a backup; the service must not run",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Parameters(paramLabel = "FILE", description = "a file that `xlink backup` has made")
    private Path file;

    @Option(names = "--force", description = "set configuration and state that are there aside")
    private boolean force;

    @Override
    public Integer call() {
        Restore restore = Restore.read(file, directories.conf, directories.data, force, Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        out.println(restore.files() + " files restored, as they were at "
                + restore.created().atZone(ZoneId.systemDefault()).toLocalDateTime() + " (xlink "
                + restore.program() + ")");
        restore.aside().forEach(folder -> out.println("what was there is in " + folder));
        out.println("Files that came since then and are still in their folders are imported again by the next start;"
                + " docs/backup.md says what that means");
        out.flush();
        return ExitCode.DONE;
    }
}
