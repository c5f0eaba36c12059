package io.xlink.cli;

import ch.qos.logback.classic.Level;
import io.xlink.config.ConfigText;
import io.xlink.config.IniFile;
import io.xlink.config.IniSection;
import io.xlink.config.NearestName;
import io.xlink.config.Passcodes;
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

    @Override
    public Integer call() throws Exception {
        Logs.atMost(Level.OFF);
        PrintWriter err = spec.commandLine().getErr();
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
        newKey.ifPresent(file -> err.println("Made the key " + file
                + ". Keep it with this configuration and in its backup: without it no encoded password can be read."));
        err.flush();
        return ExitCode.DONE;
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
