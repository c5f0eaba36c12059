package io.xlink.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service runs.
 *
 * @param name of the service: letters, digits and {@code _ . -}
 * @param account that it runs as; empty on systems where the service's own settings say so
 * @param launcher the script that starts the program, absolute
 * @param javaHome the Java that it runs on; empty for the one on the path
 * @param conf the configuration directory, absolute
 * @param data the data directory, absolute
 * @param folders the other folders that it writes to or moves files from, absolute
 */
public record ServiceSettings(
        String name,
        Optional<String> account,
        Path launcher,
        Optional<Path> javaHome,
        Path conf,
        Path data,
        List<Path> folders) {
    /** What a service is called when nobody says otherwise. */
    public static final String NAME = "xlink";

    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final Pattern ACCOUNTS = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public ServiceSettings {
        folders = List.copyOf(folders);
    }

    /**
     * The same, when it can be written into a service's definition.
     *
     * @throws ServiceException when the name or the account is none, or a path has a line break in it
     */
    public ServiceSettings checked() throws ServiceException {
        checkName(name);
        if (account.isPresent() && !ACCOUNTS.matcher(account.get()).matches()) {
            throw new ServiceException("\"" + account.get() + "\" is no account's name", "Name another with --user");
        }
        for (Path path : paths().toList()) {
            if (CONTROL.matcher(path.toString()).find()) {
                throw new ServiceException(
                        "the path \"" + path + "\" has a line break or another control character in it",
                        "Rename the directory");
            }
        }
        return this;
    }

    static void checkName(String name) throws ServiceException {
        if (!NAMES.matcher(name).matches()) {
            throw new ServiceException(
                    "\"" + name + "\" is no service's name", "Use letters, digits, and _ . - for --name");
        }
    }

    private Stream<Path> paths() {
        return Stream.of(Stream.of(launcher, conf, data), javaHome.stream(), folders.stream())
                .flatMap(paths -> paths);
    }

    /** Whether something that the service needs lies within the directory. */
    boolean needs(String directory) {
        return paths().anyMatch(path -> path.startsWith(directory));
    }
}
