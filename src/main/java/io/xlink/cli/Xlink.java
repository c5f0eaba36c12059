package io.xlink.cli;

import io.xlink.config.ConfigException;
import io.xlink.iwfm.protocol.LoginRefusedException;
import io.xlink.iwfm.protocol.ServerUnavailableException;
import io.xlink.iwfm.protocol.TlsMaterialException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The program: {@code xlink COMMAND}. */
@Command(
        name = "xlink",
        description = "Imports a contact centre's figures into a workforce-management server.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ServerCommand.class,
            ExportCommand.class,
            PasscodeCommand.class,
            CheckCommand.class,
            TreeCommand.class,
            MapCommand.class,
            ImportCommand.class,
            HistoryCommand.class,
            GapsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ServiceCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Xlink implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Xlink() {}

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** Runs a command and returns its exit code. */
    static int execute(String... args) {
        return new CommandLine(new Xlink())
                .setExecutionExceptionHandler(Xlink::explain)
                .execute(args);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "no command given");
    }

    /** Says in one line what went wrong; the stack is for those who ask for it. */
    private static int explain(Exception error, CommandLine command, ParseResult parsed) {
        Throwable cause = error;
        while (cause != null && exitCode(cause) == ExitCode.UNEXPECTED) {
            cause = cause.getCause();
        }
        Throwable told = cause == null ? error : cause;
        LoggerFactory.getLogger(Xlink.class)
                .debug("{} failed", parsed.commandSpec().name(), error);
        String text = told.getMessage() == null ? told.toString() : told.getMessage();
        command.getErr().println("xlink: " + text);
        command.getErr().flush();
        return exitCode(told);
    }

    private static int exitCode(Throwable error) {
        if (error instanceof ConfigException || error instanceof TlsMaterialException) {
            return ExitCode.CONFIGURATION;
        }
        if (error instanceof ServerUnavailableException) {
            return ExitCode.SERVER_NOT_AVAILABLE;
        }
        return error instanceof LoginRefusedException ? ExitCode.LOGIN_REFUSED : ExitCode.UNEXPECTED;
    }
}
