package io.xlink.check;

import io.xlink.config.ConfigException;
import io.xlink.config.IniEntry;
import io.xlink.config.IniSection;
import io.xlink.config.Problem;
import io.xlink.config.Problem.Severity;
import io.xlink.config.keys.CsvActivityKeys;
import io.xlink.config.keys.CsvCallKeys;
import io.xlink.config.keys.GeneralKeys;
import io.xlink.config.keys.Key;
import io.xlink.importer.CsvFolder;
import io.xlink.importer.CsvFolder.Disposal;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Whether folders can be used for what they are there for, by the user that runs the check. */
final class FolderCheck {
    /** {@code C:\in}, {@code C:/in}, {@code \\server\in}, and what else has backslashes. */
    private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:([\\\\/].*)?|.*\\\\.*");

    private final Path data;
    private final Findings findings;

    FolderCheck(Path data, Findings findings) {
        this.data = data;
        this.findings = findings;
    }

    /** The folders of call data in CSV files. */
    void calls(IniSection section) {
        folder(() -> CsvFolder.ofCallData(section, CsvFolder.absent(section.name(), data)))
                .ifPresent(folder -> at(section, folder, CsvCallKeys.SOURCE, CsvCallKeys.DESTINATION));
    }

    /** The folders of activities in CSV files. */
    void activities(IniSection section) {
        folder(() -> CsvFolder.ofActivities(section, CsvFolder.absentForActivities(section.name(), data)))
                .ifPresent(folder ->
                        at(section, folder, CsvActivityKeys.ACTIVITY_SOURCE, CsvActivityKeys.ACTIVITY_DESTINATION));
    }

    private void at(IniSection section, CsvFolder folder, Key source, Key destination) {
        Disposal disposal = folder.disposal();
        if (section.text(source).isPresent()) {
            at(section, source, folder.folder(), Severity.ERROR, disposal != Disposal.STAY);
        }
        if (disposal == Disposal.MOVE) {
            at(section, destination, folder.destination().orElseThrow(), Severity.ERROR, true);
        }
    }

    /** The directory of the logs; a wrong one only warns, because the logs then go elsewhere. */
    void logs(IniSection general) {
        Key key = GeneralKeys.LOG_DIR;
        general.text(key).ifPresent(text -> {
            try {
                Path folder = general.file().toAbsolutePath().resolveSibling(text);
                at(general, key, folder, Severity.WARNING, true);
            } catch (InvalidPathException e) {
                findings.add(general.error(key, key + "=" + text + " is not a path", "Correct it")
                        .problem());
            }
        });
    }

    private void at(IniSection section, Key key, Path folder, Severity severity, boolean written) {
        IniEntry entry = section.entry(key.name()).orElseThrow();
        String shown = "[" + section.name() + "] " + key + " ";
        if (File.separatorChar == '/' && WINDOWS.matcher(entry.value()).matches()) {
            add(
                    section,
                    entry,
                    severity,
                    shown + entry.value() + " is a path of Windows, and this machine is none",
                    "Write where the folder is on this machine, such as /srv/xlink/in");
        } else if (!Files.exists(folder)) {
            add(section, entry, severity, shown + folder + " does not exist", "Create it, or correct the path");
        } else if (!Files.isDirectory(folder)) {
            add(section, entry, severity, shown + folder + " is no folder", "Correct the path");
        } else if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            add(
                    section,
                    entry,
                    severity,
                    shown + folder + " cannot be read",
                    "Let the user that runs this program read it");
        } else if (written && !Files.isWritable(folder)) {
            add(
                    section,
                    entry,
                    severity,
                    shown + folder + " cannot be written",
                    "Let the user that runs this program write there");
        }
    }

    private void add(IniSection section, IniEntry entry, Severity severity, String what, String remedy) {
        findings.add(new Problem(section.file(), entry.line(), entry.valueColumn(), severity, what, remedy));
    }

    private Optional<CsvFolder> folder(Supplier<CsvFolder> read) {
        try {
            return Optional.of(read.get());
        } catch (ConfigException e) {
            findings.add(e.problem());
            return Optional.empty();
        }
    }
}
