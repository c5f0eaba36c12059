package io.xlink.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** The packaged program as a process of its own, started as a user starts it. */
final class Program implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("xlink.jar", "target/xlink.jar"));

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** What a finished program left. */
    record Result(int exitCode, String output, String messages) {}

    /** Runs a command to its end; two minutes at most. */
    static Result run(String input, String... arguments) throws Exception {
        return run(Map.of(), input, arguments);
    }

    /** As the other one, with additions to the environment. */
    static Result run(Map<String, String> environment, String input, String... arguments) throws Exception {
        Path out = Files.createTempFile("xlink-out", ".txt");
        Path err = Files.createTempFile("xlink-err", ".txt");
        try {
            ProcessBuilder builder =
                    builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + String.join(" ", arguments) + "\n" + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command that goes on; both its streams go to the log. */
    static Program start(Path log, Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = builder(arguments).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Program(builder.start(), log);
    }

    private static ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until the log has the text. */
    Program awaitLog(String text) {
        await("log line: " + text, () -> log().contains(text));
        return this;
    }

    void await(String what, Condition condition) {
        try {
            Awaitility.await(what)
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(50))
                    .failFast("the program ended: " + log, () -> !process.isAlive())
                    .until(condition::holds);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            // The directory is gone when somebody wants to know why.
            throw new AssertionError(e.getMessage() + System.lineSeparator() + said(), e);
        }
    }

    private String said() {
        try {
            return log();
        } catch (IOException e) {
            return "and the log cannot be read: " + e;
        }
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** SIGTERM; the program must end by itself. */
    int end() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        return process.exitValue();
    }

    /** Waits until the program has ended by itself; returns its exit code. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
