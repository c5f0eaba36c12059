package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.config.ConfigText;
import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.config.NearestName;
import io.xlink.config.Passcodes;
import io.xlink.config.PasswordEncoding;
import io.xlink.config.PasswordUse;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Stands in for Xlink's Passcode.exe. Only the encoded text goes to standard output. */
@Command(
        name = "passcode",
        description = "encodes a password for isps_Ul.ini: for the lines of [DB], or for one database section",
        mixinStandardHelpOptions = true)
final class PasscodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Directories directories;

    @Option(
            names = "--section",
            paramLabel = "NAME",
            description = "the database section that the password is for (default: the lines of [DB])")
    private String section;

    @Option(names = "--stdin", description = "reads the password from the first line of standard input")
    private boolean stdin;

    @Option(names = "--write", description = "encodes every plain password of isps_Ul.ini in its place")
    private boolean write;

    @Override
    public Integer call() throws Exception {
        Logs.atMost(Level.OFF);
        PrintWriter err = spec.commandLine().getErr();
        if (write) {
            writeAll(err);
            return ExitCode.DONE;
        }
        PasswordUse use = use();
        warnOfUnknownSection(use, err);
        Passcodes passcodes = new Passcodes(directories.conf);
        Optional<Path> newKey = passcodes.keyFile().filter(file -> !Files.exists(file));
        char[] password = new PasswordPrompt(spec.commandLine(), err).read(stdin);
        try {
            String text = passcodes.encode(use, password);
            spec.commandLine().getOut().println(text);
            spec.commandLine().getOut().flush();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        } finally {
            Arrays.fill(password, '\0');
        }
        tellOf(newKey, err);
        return ExitCode.DONE;
    }

    private void writeAll(PrintWriter err) {
        if (section != null || stdin) {
            throw new ParameterException(
                    spec.commandLine(), "--write encodes what stands in isps_Ul.ini; leave --section and --stdin out");
        }
        Optional<Path> newKey = new Passcodes(directories.conf).keyFile().filter(file -> !Files.exists(file));
        PasswordEncoding.Result result = PasswordEncoding.run(directories.conf);
        PrintWriter out = spec.commandLine().getOut();
        result.told().forEach(out::println);
        out.println(result.encoded() == 0 ? "No plain password was found." : "Encoded: " + result.encoded());
        out.flush();
        tellOf(newKey.filter(Files::exists), err);
    }

    private static void tellOf(Optional<Path> newKey, PrintWriter err) {
        newKey.ifPresent(file -> err.println("Made the key " + file
                + ". Keep it with this configuration and in its backup: without it no encoded password can be read."));
        err.flush();
    }

    private PasswordUse use() {
        if (section == null) {
            return PasswordUse.servers();
        }
        String name = section.strip();
        if (name.isEmpty() || name.equalsIgnoreCase("DB")) {
            throw new ParameterException(
                    spec.commandLine(), "--section takes a database section's name; leave it out for [DB]");
        }
        return PasswordUse.section(name);
    }

    /** A password for a name that is not there yet is worth a warning only: the section may come later. */
    private void warnOfUnknownSection(PasswordUse use, PrintWriter err) {
        Path file = directories.conf.resolve("isps_Ul.ini");
        if (section == null || ConfigText.readIfPresent(file).isEmpty()) {
            return;
        }
        IniFile settings = IniFile.read(file);
        if (settings.section(use.section()).isEmpty()) {
            List<String> names =
                    settings.sections().stream().map(IniSection::name).toList();
            err.println("Warning: " + settings.file() + " has no section [" + use.section() + "]"
                    + NearestName.of(use.section(), names)
                            .map(near -> "; did you mean [" + near + "]?")
                            .orElse(" yet"));
            err.flush();
        }
    }
}
