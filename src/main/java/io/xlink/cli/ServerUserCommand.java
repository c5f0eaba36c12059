package io.xlink.cli;

import io.xlink.server.UserAccounts;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Users of the reference server; works while the server runs. */
@Command(name = "user", description = "manages the server's users", mixinStandardHelpOptions = true)
final class ServerUserCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name one of add, list, password, unlock, remove");
    }

    @Command(description = "adds a user", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--group", paramLabel = "GROUP", description = "such as System") String group,
            @Option(names = "--password-stdin", description = "reads the password from standard input") boolean stdin,
            @Mixin Directories directories)
            throws Exception {
        char[] password = password(stdin);
        try (UserAccounts accounts = UserAccounts.open(directories.data)) {
            accounts.add(name, group == null ? "" : group, password, UserAccounts.DEFAULT_ITERATIONS);
        } finally {
            Arrays.fill(password, '\0');
        }
        return ExitCode.DONE;
    }

    @Command(description = "lists the users", mixinStandardHelpOptions = true)
    int list(@Mixin Directories directories) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (UserAccounts accounts = UserAccounts.open(directories.data)) {
            out.println("name,group,failures,lockedAt");
            accounts.list()
                    .forEach(user -> out.println(String.join(
                            ",",
                            user.name(),
                            user.group(),
                            Integer.toString(user.failures()),
                            user.lockedAt().map(Instant::toString).orElse(""))));
        }
        out.flush();
        return ExitCode.DONE;
    }

    @Command(description = "gives a user another password", mixinStandardHelpOptions = true)
    int password(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--password-stdin", description = "reads the password from standard input") boolean stdin,
            @Mixin Directories directories)
            throws Exception {
        char[] password = password(stdin);
        try (UserAccounts accounts = UserAccounts.open(directories.data)) {
            accounts.password(name, password, UserAccounts.DEFAULT_ITERATIONS);
        } finally {
            Arrays.fill(password, '\0');
        }
        return ExitCode.DONE;
    }

    @Command(description = "unlocks a user after too many failed logins", mixinStandardHelpOptions = true)
    int unlock(@Parameters(paramLabel = "NAME") String name, @Mixin Directories directories) throws Exception {
        try (UserAccounts accounts = UserAccounts.open(directories.data)) {
            accounts.unlock(name);
        }
        return ExitCode.DONE;
    }

    @Command(description = "removes a user", mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "NAME") String name, @Mixin Directories directories) throws Exception {
        try (UserAccounts accounts = UserAccounts.open(directories.data)) {
            accounts.remove(name);
        }
        return ExitCode.DONE;
    }

    private char[] password(boolean stdin) throws IOException {
        Console console = System.console();
        char[] password = stdin || console == null ? line() : console.readPassword("Password: ");
        if (password == null || password.length == 0) {
            throw new ParameterException(
                    spec.commandLine(), "no password given; type one, or pipe it in with --password-stdin");
        }
        return password;
    }

    private static char[] line() throws IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? new char[0] : line.toCharArray();
    }
}
