package io.xlink.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.CyclicBufferAppender;
import ch.qos.logback.core.status.Status;
import io.xlink.config.General;
import io.xlink.importer.RotatingAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/**
 * The log files of a running importer (specification, section 8): {@code isps_uls.log} has everything that the service says,
 * {@code isps_ul.log} what is about imports. What is said before they are open is written when they are: a second importer
 * is refused first, and must not write into the logs of the one that runs.
 */
final class LogFiles {
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss} %-5level %msg%n";
    private static final List<String> IMPORTS = List.of("io.xlink.importer", "io.xlink.source", "io.xlink.acdmap");
    private static final int MOST_EARLY_LINES = 2000;

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final CyclicBufferAppender<ILoggingEvent> early = new CyclicBufferAppender<>();
    private final AtomicBoolean told = new AtomicBoolean();

    /** From now on what is said is kept for the files. */
    LogFiles() {
        early.setContext(context);
        early.setMaxSize(MOST_EARLY_LINES);
        early.start();
        root.addAppender(early);
    }

    /** Opens them for as long as the process runs. */
    void open(Path directory, General general) {
        context.getStatusManager().add(status -> tell(status, directory));
        // Whoever asked for a level by the environment gets it.
        if (general.protocol() && System.getenv("XLINK_LOG") == null) {
            context.getLogger("io.xlink").setLevel(Level.DEBUG);
        }
        if (general.logs().json()) {
            console(general);
        }
        Appender<ILoggingEvent> service = file(directory, "isps_uls", general);
        Appender<ILoggingEvent> imports = file(directory, "isps_ul", general);
        root.addAppender(service);
        IMPORTS.forEach(name -> context.getLogger(name).addAppender(imports));
        root.detachAppender(early);
        for (int i = 0; i < early.getLength(); i++) {
            ILoggingEvent event = early.get(i);
            service.doAppend(event);
            if (IMPORTS.stream().anyMatch(name -> event.getLoggerName().startsWith(name + "."))) {
                imports.doAppend(event);
            }
        }
        early.stop();
    }

    private Appender<ILoggingEvent> file(Path directory, String name, General general) {
        return RotatingAppender.start(
                context,
                directory.resolve(name + ".log"),
                general.logMaxFileSize(),
                general.logs().files(),
                general.logs().days(),
                encoder(general));
    }

    private void console(General general) {
        root.detachAppender("stderr");
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("stderr");
        console.setTarget("System.err");
        console.setEncoder(encoder(general));
        console.start();
        root.addAppender(console);
    }

    private Encoder<ILoggingEvent> encoder(General general) {
        if (general.logs().json()) {
            JsonEncoder json = new JsonEncoder();
            json.setContext(context);
            json.setWithContext(false);
            json.setWithArguments(false);
            json.setWithMessage(false);
            json.setWithFormattedMessage(true);
            json.start();
            return json;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(PATTERN);
        text.start();
        return text;
    }

    /** Once: whoever looks at standard error need not read it with every line. */
    private void tell(Status status, Path directory) {
        if (status.getLevel() >= Status.ERROR && told.compareAndSet(false, true)) {
            LoggerFactory.getLogger(LogFiles.class)
                    .warn(
                            "the logs in {} cannot be written ({}). Imports go on all the same; check rights and space",
                            directory,
                            status.getThrowable() == null
                                    ? status.getMessage()
                                    : status.getThrowable().toString());
        }
    }
}
