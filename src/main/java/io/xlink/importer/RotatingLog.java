package io.xlink.importer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.status.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/**
 * A log of its own, beside that of the program: lines with the local time before them. When the file is full it is renamed, and
 * a few old ones are kept. An error in writing it is told once and stops nothing.
 */
final class RotatingLog implements AutoCloseable {
    private static final int KEPT = 3;
    /** They are few, so none is too old. */
    private static final int DAYS = 36_500;

    private final Path file;
    private final ZoneId zone;
    private final int kibibytes;
    private final LoggerContext context = new LoggerContext();
    private final AtomicBoolean told = new AtomicBoolean();
    private Logger log;

    /**
     * @param file in a directory that is made when it is missing
     * @param zone the zone of the times
     * @param kibibytes size at which it is full
     */
    RotatingLog(Path file, ZoneId zone, int kibibytes) {
        this.file = file;
        this.zone = zone;
        this.kibibytes = kibibytes;
        context.setName(String.valueOf(file.getFileName()));
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.getStatusManager().add(this::tell);
    }

    /** Adds a line; its parts stand as they are given. */
    void add(String line) {
        log().info("{}", line);
    }

    /** Made with the first line: who has nothing to say has no such file. */
    private synchronized Logger log() {
        if (log == null) {
            log = context.getLogger("file");
            log.setLevel(Level.INFO);
            log.setAdditive(false);
            log.addAppender(appender());
        }
        return log;
    }

    private RollingFileAppender<ILoggingEvent> appender() {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setCharset(StandardCharsets.UTF_8);
        lines.setPattern("%d{yyyy-MM-dd HH:mm:ss, " + zone + "}\t%msg%n");
        lines.start();
        return RotatingAppender.start(context, file, kibibytes, KEPT, DAYS, lines);
    }

    private void tell(Status status) {
        if (status.getLevel() >= Status.ERROR && told.compareAndSet(false, true)) {
            LoggerFactory.getLogger(RotatingLog.class)
                    .warn(
                            "{} cannot be written ({}). Imports go on all the same; check rights and space",
                            file,
                            status.getThrowable() == null
                                    ? status.getMessage()
                                    : status.getThrowable().toString());
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
