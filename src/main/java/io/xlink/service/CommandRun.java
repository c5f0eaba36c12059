package io.xlink.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What another program left.
 *
 * @param exitCode its exit code
 * @param output what it wrote, to both streams
 */
record CommandRun(int exitCode, String output) {

    /**
     * Runs a program to its end.
     *
     * @param limit after which it is ended
     * @throws ServiceException when it cannot be started, or takes longer
     */
    static CommandRun of(List<String> command, Duration limit) throws ServiceException, InterruptedException {
        Path output = null;
        try {
            // Into a file: a pipe would be kept open by whatever the program leaves running.
            output = Files.createTempFile("xlink-service", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new ServiceException(
                        "\"" + String.join(" ", command) + "\" did not end within " + limit.toSeconds() + " s",
                        "Run it by hand and see what it waits for");
            }
            return new CommandRun(
                    process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new ServiceException(
                    "cannot run " + command.get(0) + ": " + e.getMessage(), "See that it is installed", e);
        } finally {
            delete(output);
        }
    }

    private static Path nothing() {
        return Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // An empty file in the temporary directory; the command's own outcome matters more.
            file.toFile().deleteOnExit();
        }
    }
}
