package io.xlink.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * What a command left that ran within the test.
 *
 * @param exitCode its exit code
 * @param output what it wrote to standard output
 * @param messages what it wrote to standard error
 */
record Ran(int exitCode, String output, String messages) {

    static Ran of(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        // Commands silence our loggers; in a process of their own that ends with them.
        Logger loggers = (Logger) LoggerFactory.getLogger("io.xlink");
        Level level = loggers.getLevel();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
            int exitCode = Xlink.execute(arguments);
            return new Ran(
                    exitCode, output.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            loggers.setLevel(level);
        }
    }
}
