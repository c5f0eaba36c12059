package io.xlink.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import io.xlink.config.General;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * The log files of a running importer (specification, section 8): {@code isps_uls.log} has everything that the service says,
 * {@code isps_ul.log} what is about imports. They rotate by size and day and are bounded in number, age and total size;
 * one that cannot be written, because the disk is full, is tried again and stops nothing.
 */
final class LogFiles {
    private static final String PATTERN = "%d{yyyy-MM-dd HH:mm:ss} %-5level %msg%n";
    private static final List<String> IMPORTS = List.of("io.xlink.importer", "io.xlink.source", "io.xlink.acdmap");
    private static final long KIB = 1024;

    private final LoggerContext context;
    private final Path directory;
    private final General general;

    private LogFiles(LoggerContext context, Path directory, General general) {
        this.context = context;
        this.directory = directory;
        this.general = general;
    }

    /** Opens them for as long as the process runs. */
    static void open(Path directory, General general) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            LogFiles files = new LogFiles(context, directory, general);
            // Whoever asked for a level by the environment gets it.
            if (general.protocol() && System.getenv("XLINK_LOG") == null) {
                context.getLogger("io.xlink").setLevel(Level.DEBUG);
            }
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            if (general.logs().json()) {
                files.console(root);
            }
            root.addAppender(files.appender("isps_uls"));
            RollingFileAppender<ILoggingEvent> imports = files.appender("isps_ul");
            IMPORTS.forEach(name -> context.getLogger(name).addAppender(imports));
        }
    }

    private void console(Logger root) {
        root.detachAppender("stderr");
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        start(console, "stderr");
        root.addAppender(console);
    }

    private RollingFileAppender<ILoggingEvent> appender(String name) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(directory.resolve(name + ".log").toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(directory.resolve(name) + ".%d{yyyy-MM-dd}.%i.log");
        policy.setMaxFileSize(new FileSize(general.logMaxFileSize() * KIB));
        policy.setMaxHistory(general.logs().days());
        policy.setTotalSizeCap(
                new FileSize(general.logMaxFileSize() * KIB * general.logs().files()));
        policy.setCleanHistoryOnStart(true);
        policy.start();
        appender.setRollingPolicy(policy);
        start(appender, name);
        return appender;
    }

    private void start(OutputStreamAppender<ILoggingEvent> appender, String name) {
        appender.setContext(context);
        appender.setName(name);
        appender.setEncoder(encoder());
        appender.start();
    }

    private Encoder<ILoggingEvent> encoder() {
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
}
