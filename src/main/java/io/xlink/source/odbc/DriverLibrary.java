package io.xlink.source.odbc;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the file of a driver's library, as the dynamic loader and unixODBC would. */
final class DriverLibrary {
    private static final List<String> FIXED =
            List.of("/usr/lib64", "/usr/lib", "/usr/local/lib", "/lib64", "/lib", "/opt/homebrew/lib");

    private DriverLibrary() {}

    /** Whether the text is a library and not the name of a driver. */
    static boolean isLibrary(String driver) {
        return driver.startsWith("/") || driver.matches(".*\\.(so|dylib|sl)([.0-9]*)");
    }

    /** The library's file; a name without a directory is looked for where distributions put drivers. */
    static Optional<Path> find(String library, String searchPath) {
        if (library.startsWith("/")) {
            return Optional.of(Path.of(library)).filter(Files::isRegularFile);
        }
        return directories(searchPath).stream()
                .map(directory -> directory.resolve(library))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** @param searchPath of {@code LD_LIBRARY_PATH} */
    private static List<Path> directories(String searchPath) {
        List<Path> directories = new ArrayList<>();
        for (String directory : searchPath.split(":", -1)) {
            if (!directory.isEmpty()) {
                directories.add(Path.of(directory));
            }
        }
        // Debian's directories are named after the processor: /usr/lib/x86_64-linux-gnu/odbc.
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            for (Path directory : found) {
                directories.add(directory.resolve("odbc"));
                directories.add(directory);
            }
        } catch (IOException e) {
            // No such system; the fixed ones are left.
        }
        FIXED.forEach(directory -> {
            directories.add(Path.of(directory, "odbc"));
            directories.add(Path.of(directory));
        });
        return directories;
    }
}
