package io.xlink.importer;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;

/** Makes what writes a log file that is renamed when it is full; of the full ones a few are kept. */
public final class RotatingAppender {
    private RotatingAppender() {}

    /**
     * Makes and starts it.
     *
     * @param file in a directory that is made when it is missing; the names may have any characters
     * @param kibibytes size at which it is full
     * @param kept how many full ones are kept, from 1
     * @param days for how many days they are, from 1
     */
    public static RollingFileAppender<ILoggingEvent> start(
            LoggerContext context, Path file, int kibibytes, int kept, int days, Encoder<ILoggingEvent> lines) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(lines);
        NumberedOldLogs old = new NumberedOldLogs(file, kept, days);
        old.setContext(context);
        old.setParent(appender);
        SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
        full.setContext(context);
        full.setMaxFileSize(new FileSize(kibibytes * FileSize.KB_COEFFICIENT));
        full.setCheckIncrement(Duration.buildByMilliseconds(1));
        appender.setRollingPolicy(old);
        appender.setTriggeringPolicy(full);
        old.start();
        full.start();
        appender.start();
        return appender;
    }
}
